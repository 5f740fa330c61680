import type { Localised } from '../../model/localised.ts';
import { placeCandidates } from '../facts/candidate-tree.ts';
import type { PlacedCandidate } from '../facts/candidate-tree.ts';
import type { TreeSummary } from '../../model/network.ts';
import { grouped, visible } from '../show.ts';
import { figure, round } from './charts.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';

const row_px = 30;
const rows_max = 24;
const boxes_max = 260;

export interface IcicleParts {
  readonly name: string;
  readonly title: Markup;
  readonly description: Localised;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * One scheme from above: each organiser candidate a box as wide as its subtree has people, under
 * the box of its recruiter. What stays blank are structures below 30 people or three levels.
 */
export function icicle(
  tree: TreeSummary,
  scheme: TreeSummary['schemes'][number],
  parts: IcicleParts,
): Markup | null {
  const placed = placeCandidates(tree.candidates, scheme.root_id, boxes_max).filter(
    ({ depth }) => depth < rows_max,
  );
  if (placed.length === 0) return null;
  const rows = Math.max(...placed.map(({ depth }) => depth)) + 1;
  return figure(
    parts,
    html`<svg
      class="icicle"
      role="img"
      aria-labelledby="${parts.name}-t"
      aria-describedby="${parts.name}-d"
      width="100%"
      height="${rows * row_px}"
    >
      <rect class="rest" width="100%" height="${rows * row_px}" />
      ${placed.map((one) => box(one, scheme.people))}
    </svg>`,
  );
}

function box({ candidate, depth, offset }: PlacedCandidate, people: number): Markup {
  const width = (candidate.people / people) * 100;
  const name = visible(candidate.member_id, 40);
  const label = `${name} · ${grouped(candidate.people)}`;
  const size = width >= 24 ? 'wide' : width >= 9 ? 'middle' : 'narrow';
  // A nested svg clips: a label too long for its box ends at its edge.
  return html`<svg
    class="box ${size} d${Math.min(depth, 5)}"
    x="${round((offset / people) * 100)}%"
    y="${depth * row_px}"
    width="${round(width)}%"
    height="${row_px - 2}"
  >
    <title>${label} (${candidate.levels})</title>
    <rect width="100%" height="100%" />
    ${size === 'narrow' ? '' : html`<text x="6" y="18">${label}</text>`}
  </svg>`;
}

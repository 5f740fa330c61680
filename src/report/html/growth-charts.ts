import type { AgainstChance, Growth } from '../../model/growth.ts';
import type { TreeSummary } from '../../model/network.ts';
import { chance_deviations, growthLines } from '../facts/growth-lines.ts';
import { grouped, level as levelText, percent } from '../show.ts';
import { growthTexts } from '../texts-growth.ts';
import { figure, niceCeiling, round } from './charts.ts';
import { both, html } from './markup.ts';
import type { Markup } from './markup.ts';
import { note } from './section.ts';

const head = 14;
const plot = 96;
const foot = 20;
const months_drawn = 36;

interface Panel {
  readonly name: string;
  readonly title: Markup;
  readonly top: number;
  readonly show: (value: number) => string;
  readonly marks: readonly (AgainstChance & { readonly month: string })[];
}

/** Leaf share and mean level over the range of chance, month by month, with what they say. */
export function growthBlock({ name, growth }: TreeSummary): Markup | '' {
  if (!growth) return '';
  const months = growth.months.slice(-months_drawn);
  const marks = (of: 'leaf_share' | 'mean_level'): Panel['marks'] =>
    months.map((one) => ({ ...one[of], month: one.month }));
  const deepest = months.reduce(
    (most, { mean_level }) => Math.max(most, mean_level.observed, ceiling(mean_level)),
    1,
  );
  return html`<h4>${both(growthTexts.title)}</h4>
    ${note(growthTexts.note)}${note(growthTexts.dots)}
    <div class="pair small">
      ${panel({
        name: `leaves-${name}`,
        title: both(growthTexts.leaf_share),
        top: 1,
        show: percent,
        marks: marks('leaf_share'),
      })}${panel({
        name: `depth-${name}`,
        title: both(growthTexts.mean_level),
        top: niceCeiling(deepest),
        show: levelText,
        marks: marks('mean_level'),
      })}${levelsPanel(name, months)}
    </div>
    <ul class="growth-lines">
      ${growthLines(growth).map((line) => html`<li>${both(line)}</li>`)}
    </ul>`;
}

function ceiling({ expected, deviation }: AgainstChance): number {
  return expected + chance_deviations * deviation;
}

function panel({ name, title, top, show, marks }: Panel): Markup {
  const step = 100 / marks.length;
  const y = (value: number): number =>
    round(head + plot * (1 - Math.min(1, Math.max(0, value / top))));
  const drawn = marks.map((mark, i) => {
    const { observed, expected, deviation, reading, month } = mark;
    const [high, low] = [ceiling(mark), expected - chance_deviations * deviation];
    return html`<g
      ><title>${month}: ${show(observed)} (${show(Math.max(0, low))}–${show(high)})</title
      ><rect
        class="band"
        x="${round(i * step)}%"
        y="${y(high)}"
        width="${round(step)}%"
        height="${round(Math.max(2, y(low) - y(high)))}" /><circle
        class="${reading === 'above' || reading === 'below' ? 'out' : 'seen'}"
        cx="${round((i + 0.5) * step)}%"
        cy="${y(observed)}"
        r="3"
    /></g>`;
  });
  const last = marks.at(-1);
  return figure(
    {
      name,
      title,
      description: growthTexts.panel_description,
      values: {
        first: marks[0]?.month ?? '—',
        last: last?.month ?? '—',
        seen: last ? show(last.observed) : '—',
        expected: last ? show(last.expected) : '—',
      },
    },
    frame(name, 'marks', { top: show(top), labels: marks, y: y(0), drawn }),
  );
}

function levelsPanel(tree: string, months: Growth['months']): Markup {
  const name = `deepest-${tree}`;
  const top = niceCeiling(months.reduce((most, { levels }) => Math.max(most, levels), 1));
  const step = 100 / months.length;
  const drawn = months.map(({ month, levels, new_levels }, i) => {
    const height = round((levels / top) * plot);
    const more = round((Math.min(levels, new_levels) / top) * plot);
    const rect = (kind: string, up: number, tall: number): Markup =>
      html`<rect
        class="${kind}"
        x="${round((i + 0.14) * step)}%"
        y="${round(head + plot - up)}"
        width="${round(step * 0.72)}%"
        height="${tall}"
      />`;
    return html`<g
      ><title>${month}: ${grouped(levels)} (+${grouped(new_levels)})</title
      >${rect('bar', height, height)}${rect('more', height, more)}</g
    >`;
  });
  const last = months.at(-1);
  return figure(
    {
      name,
      title: both(growthTexts.deepest),
      description: growthTexts.deepest_description,
      values: { last: last?.month ?? '—', levels: grouped(last?.levels ?? 0) },
    },
    frame(name, 'deepest', { top: grouped(top), labels: months, y: head + plot, drawn }),
  );
}

interface Drawing {
  readonly top: string;
  readonly labels: readonly { readonly month: string }[];
  /** Where the axis lies. */
  readonly y: number;
  readonly drawn: readonly Markup[];
}

/** Axis, its upper end, and the first and last month. */
function frame(name: string, kind: string, { top, labels, y, drawn }: Drawing): Markup {
  const month = (at: number, x: number, anchor: string): Markup =>
    html`<text x="${x}%" y="${y + 15}" text-anchor="${anchor}"
      >${labels.at(at)?.month ?? ''}</text
    >`;
  return html`<svg
    class="columns ${kind}"
    role="img"
    aria-labelledby="${name}-t"
    aria-describedby="${name}-d"
    width="100%"
    height="${head + plot + foot}"
  >
    <g class="grid">
      <line x1="0" x2="100%" y1="${y}" y2="${y}" />
      <line x1="0" x2="100%" y1="${head}" y2="${head}" />
    </g>
    ${drawn}
    <text class="axis" x="0" y="10">${top}</text>
    ${month(0, 0, 'start')}${labels.length > 1 ? month(-1, 100, 'end') : ''}
  </svg>`;
}

import type { TreeSummary } from '../../model/network.ts';
import type { Report } from '../../model/report.ts';
import { bins } from '../facts/bins.ts';
import { candidatesTotal } from '../facts/candidates-total.ts';
import { withoutHoles } from '../facts/months.ts';
import { word } from '../labels.ts';
import { grouped } from '../show.ts';
import { growthTexts } from '../texts-growth.ts';
import { texts } from '../texts.ts';
import { candidatesTable } from './candidates.ts';
import { columnChart, sparkColumns } from './charts.ts';
import { countsBlock } from './counts.ts';
import { cutsTable } from './cuts-table.ts';
import { growthBlock } from './growth-charts.ts';
import { icicle } from './icicle.ts';
import { both, html, id } from './markup.ts';
import type { Markup, Part } from './markup.ts';
import { note, section } from './section.ts';
import { table } from './table.ts';

/** Schemes drawn, and listed; report.json has up to a hundred. */
const schemes_drawn = 3;
const schemes_listed = 20;
const columns_max = 60;

/** Who recruited whom: levels, growth, schemes and organiser candidates of each tree. */
export function networkSection(report: Report): Markup {
  const { trees, persons, shared_contact_accounts: shared } = report.network;
  const known = trees.filter((tree) => tree.members > 0);
  if (known.length === 0) return section('network', note(texts.no_network));
  return section(
    'network',
    html`<div class="callout"><p>${both(texts.thresholds_apart)}</p></div>`,
    note(persons === null ? texts.persons_note_unknown : texts.persons_note, {
      persons: grouped(persons ?? 0),
      shared: grouped(shared ?? 0),
      accounts: grouped(known[0]?.members ?? 0),
    }),
    cutsTable(report),
    historyNote(report),
    known.map(treeBlock),
  );
}

function historyNote({ network: { history } }: Report): Markup {
  if (!history) return note(growthTexts.no_moves);
  const { movers, members } = history;
  return note(growthTexts.moves, { movers: grouped(movers), members: grouped(members) });
}

function treeBlock(tree: TreeSummary): Markup {
  const edges = tree.members - tree.roots;
  return html`<div class="block tree">
    <h3>${both(word(tree.name))}</h3>
    <p>
      ${both(texts.tree_sentence, {
        members: grouped(tree.members),
        roots: grouped(tree.roots),
        edges: grouped(edges),
        levels: grouped(tree.levels),
        candidates: grouped(candidatesTotal(tree)),
      })}
    </p>
    <div class="pair">${levelsChart(tree)}${growthChart(tree)}</div>
    ${levelsTable(tree)} ${growthBlock(tree)} ${schemes(tree)} ${candidatesTable(tree)}
    ${countsBlock(tree)} ${defects(tree)}
  </div>`;
}

function levelsChart(tree: TreeSummary): Markup {
  const columns = bins(tree.people_per_level, columns_max).map(({ from, to, sum }) => ({
    label: from === to ? `${from + 1}` : `${from + 1}–${to + 1}`,
    value: sum,
  }));
  const largest = tree.people_per_level.indexOf(Math.max(...tallest(tree)));
  return columnChart({
    name: `levels-${tree.name}`,
    title: both(texts.people_per_level),
    description: texts.people_per_level_description,
    values: {
      levels: tree.levels,
      level: largest + 1,
      people: grouped(tree.people_per_level[largest] ?? 0),
    },
    columns,
    kind: 'levels',
    labels_max: columns.length > 20 ? 6 : 16,
  });
}

/** The largest level; spreading a million values into Math.max would overflow the stack. */
function tallest({ people_per_level: values }: TreeSummary): [number] {
  return [values.reduce((most, value) => Math.max(most, value), 0)];
}

function growthChart(tree: TreeSummary): Markup | '' {
  const months = withoutHoles(tree.joined_per_month);
  const first = months.at(0)?.month;
  if (first === undefined) return note(texts.no_dates);
  const counts = months.map(({ members }) => members);
  const columns = bins(counts, columns_max).map(({ from, sum }) => ({
    label: months[from]?.month ?? '',
    value: sum,
  }));
  return columnChart({
    name: `growth-${tree.name}`,
    title: both(texts.growth),
    description: texts.growth_description,
    values: { first, last: months.at(-1)?.month ?? first, n: months.length },
    columns,
    kind: 'growth',
    labels_max: 5,
  });
}

function levelsTable(tree: TreeSummary): Markup {
  const rows: Part[][] = [];
  let cumulated = 0;
  for (const { from, to, sum } of bins(tree.people_per_level, 200)) {
    cumulated += sum;
    const level = from === to ? `${from + 1}` : `${from + 1}–${to + 1}`;
    rows.push([level, grouped(sum), grouped(cumulated)]);
  }
  return html`<details class="fold">
    <summary>${both(texts.levels_as_table)}</summary>
    ${table({
      name: `levels-table-${tree.name}`,
      caption: texts.people_per_level,
      quiet: true,
      heads: [
        { label: both(texts.level), numeric: true },
        { label: both(texts.people), numeric: true },
        { label: both(texts.people_cumulated), numeric: true },
      ],
      rows,
    })}
  </details>`;
}

function schemes(tree: TreeSummary): Markup | '' {
  if (tree.schemes.length === 0) return '';
  const drawings = tree.schemes.slice(0, schemes_drawn).flatMap((scheme, i) => {
    const name = `scheme-${tree.name}-${i + 1}`;
    const drawing = icicle(tree, scheme, {
      name,
      title: html`${both(texts.scheme_below)} ${id(scheme.root_id)}
        <small
          >${both(texts.scheme_size, {
            people: grouped(scheme.people),
            levels: grouped(scheme.levels),
          })}</small
        >`,
      description: texts.icicle_description,
      values: { people: grouped(scheme.people), levels: grouped(scheme.levels) },
    });
    return drawing ? [drawing] : [];
  });
  return html`<h4>${both(texts.schemes)}</h4>
    ${note(texts.schemes_note)}${drawings}${table({
      name: `schemes-table-${tree.name}`,
      caption: texts.schemes,
      quiet: true,
      heads: [
        { label: both(texts.scheme_root) },
        { label: both(texts.people), numeric: true },
        { label: both(texts.levels), numeric: true },
        { label: both(texts.people_per_level) },
      ],
      rows: tree.schemes
        .slice(0, schemes_listed)
        .map((scheme) => [
          id(scheme.root_id),
          grouped(scheme.people),
          grouped(scheme.levels),
          html`${sparkColumns(bins(scheme.people_per_level, 40).map(({ sum }) => sum))}
            <small class="series">${perLevel(scheme.people_per_level)}</small>`,
        ]),
    })}${
      tree.schemes.length > schemes_listed
        ? note(texts.more_in_json, {
            shown: schemes_listed,
            more: grouped(tree.schemes.length - schemes_listed),
          })
        : ''
    }`;
}

function perLevel(values: readonly number[]): string {
  const shown = values.slice(0, 12).map(grouped).join(' / ');
  return values.length > 12 ? `${shown} / …` : shown;
}

function defects(tree: TreeSummary): Markup {
  return html`<h4>${both(texts.defects)}</h4>
    ${note(texts.defects_note)}${table({
      name: `defects-table-${tree.name}`,
      caption: texts.defects,
      quiet: true,
      heads: [{ label: both(texts.defect) }, { label: both(texts.members), numeric: true }],
      rows: [
        [both(texts.self_parents), grouped(tree.self_parents)],
        [both(texts.missing_parents), grouped(tree.missing_parents)],
        [both(texts.cycles, { n: grouped(tree.cycles) }), grouped(tree.cycle_members)],
        [both(texts.late_parents), grouped(tree.late_parents)],
      ],
    })}`;
}

import { countingProfiles, profileNames } from '../../model/counting.ts';
import type { CountingProfile } from '../../model/counting.ts';
import { fill } from '../../model/localised.ts';
import type { TreeSummary } from '../../model/network.ts';
import { flipSentence, rangeOf } from '../facts/flip-sentence.ts';
import { needLabel } from '../labels.ts';
import { grouped } from '../show.ts';
import { texts } from '../texts.ts';
import { both, html, id } from './markup.ts';
import type { Markup, Part } from './markup.ts';
import { note } from './section.ts';
import { table } from './table.ts';

/** Candidates shown whose line depends on the way of counting; report.json lists more. */
const flips_shown = 50;

/** People and levels of a tree under each way of counting, and the lines that flip. */
export function countsBlock(tree: TreeSummary): Markup {
  const { counts, name } = tree;
  return html`<h4>${both(texts.counts)}</h4>
    ${note(texts.counts_note)}${table({
      name: `counts-${name}`,
      caption: texts.counts,
      quiet: true,
      heads: [
        { label: both(texts.counts_profile) },
        { label: both(texts.people), numeric: true },
        { label: both(texts.levels), numeric: true },
      ],
      rows: profileNames.map((profile) => profileRow(tree, profile)),
    })}${table({
      name: `lines-${name}`,
      caption: texts.counts_lines,
      heads: [
        { label: both(texts.counts_line) },
        { label: both(texts.counts_every), numeric: true },
        { label: both(texts.counts_some), numeric: true },
      ],
      rows: counts.lines.map(({ people, levels, met_by_every, met_by_some }) => [
        both(texts.counts_line_name, { people, levels }),
        grouped(met_by_every),
        grouped(met_by_some),
      ]),
    })}${flips(tree)}`;
}

function profileRow({ counts }: TreeSummary, profile: CountingProfile): Part[] {
  const count = counts.whole.counts[profile];
  const name = both(countingProfiles[profile].doc);
  if (count !== null) return [name, grouped(count.people), grouped(count.levels)];
  const need = needLabel(counts.needs[profile] ?? '');
  const missing = both({
    en: fill(texts.counts_not_counted.en, { need: need.en }),
    zh: fill(texts.counts_not_counted.zh, { need: need.zh }),
  });
  return [html`${name} <small>${missing}</small>`, '—', '—'];
}

function flips({ counts, name }: TreeSummary): Markup {
  const flipping = counts.candidates.filter((one) => one.flips.length > 0);
  if (flipping.length === 0) return note(texts.counts_flips_none);
  return html`${table({
    name: `flips-${name}`,
    caption: texts.counts_flips,
    heads: [
      { label: both(texts.member) },
      { label: both(texts.counts_range), numeric: true },
      { label: both(texts.counts_range_levels), numeric: true },
      { label: both(texts.counts_flip) },
    ],
    rows: flipping
      .slice(0, flips_shown)
      .map((one) => [
        id(one.member_id),
        rangeOf(one.people),
        rangeOf(one.levels),
        one.flips.map((flip) => html`<p>${both(flipSentence(one, flip))}</p>`),
      ]),
  })}${
    flipping.length > flips_shown
      ? note(texts.counts_flips_more, { shown: flips_shown, all: grouped(flipping.length) })
      : ''
  }`;
}

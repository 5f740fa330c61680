import { countingProfiles, profileNames } from '../../model/counting.ts';
import type { TreeSummary } from '../../model/network.ts';
import { flipSentence, rangeOf } from '../facts/flip-sentence.ts';
import { needLabel } from '../labels.ts';
import { grouped } from '../show.ts';
import type { Language } from '../show.ts';
import { texts } from '../texts.ts';
import { cell, grid, plain, say } from './escape.ts';

const flips_shown = 50;

/** People and levels of a tree under each way of counting, and the lines that flip. */
export function countsMarkdown({ counts }: TreeSummary, lang: Language): string[] {
  const flipping = counts.candidates.filter((one) => one.flips.length > 0);
  return [
    `#### ${texts.counts[lang]}`,
    texts.counts_note[lang],
    grid(
      [texts.counts_profile[lang], texts.people[lang], texts.levels[lang]],
      profileNames.map((profile) => {
        const count = counts.whole.counts[profile];
        const name = countingProfiles[profile].doc[lang];
        if (count !== null) return [name, grouped(count.people), grouped(count.levels)];
        const need = needLabel(counts.needs[profile] ?? '')[lang];
        return [`${name} (${say(texts.counts_not_counted, lang, { need })})`, '—', '—'];
      }),
    ),
    `**${texts.counts_lines[lang]}**`,
    grid(
      [texts.counts_line[lang], texts.counts_every[lang], texts.counts_some[lang]],
      counts.lines.map(({ people, levels, met_by_every, met_by_some }) => [
        say(texts.counts_line_name, lang, { people, levels }),
        grouped(met_by_every),
        grouped(met_by_some),
      ]),
    ),
    ...(flipping.length === 0 ? [texts.counts_flips_none[lang]] : flips(flipping, lang)),
  ];
}

function flips(flipping: TreeSummary['counts']['candidates'], lang: Language): string[] {
  return [
    `**${texts.counts_flips[lang]}**`,
    grid(
      [
        texts.member[lang],
        texts.counts_range[lang],
        texts.counts_range_levels[lang],
        texts.counts_flip[lang],
      ],
      flipping
        .slice(0, flips_shown)
        .map((one) => [
          plain(one.member_id),
          cell(rangeOf(one.people)),
          cell(rangeOf(one.levels)),
          one.flips.map((flip) => flipSentence(one, flip)[lang]).join('<br>'),
        ]),
    ),
    ...(flipping.length > flips_shown
      ? [say(texts.counts_flips_more, lang, { shown: flips_shown, all: flipping.length })]
      : []),
  ];
}

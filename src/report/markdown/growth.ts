import type { AgainstChance } from '../../model/growth.ts';
import type { TreeSummary } from '../../model/network.ts';
import { growthLines } from '../facts/growth-lines.ts';
import { grouped, level, percent } from '../show.ts';
import type { Language } from '../show.ts';
import { growthTexts } from '../texts-growth.ts';
import { bullets, grid } from './escape.ts';

const months_max = 36;

/** How a network grew beside chance, and the latest months. */
export function growthMarkdown({ growth }: TreeSummary, lang: Language): string[] {
  if (!growth) return [];
  const chance = growthTexts.by_chance[lang];
  const pair = (one: AgainstChance, show: (value: number) => string): string[] => [
    show(one.observed),
    show(one.expected),
  ];
  return [
    `#### ${growthTexts.title[lang]}`,
    growthTexts.note[lang],
    bullets(growthLines(growth).map((line) => line[lang])),
    grid(
      [
        growthTexts.month[lang],
        growthTexts.joined[lang],
        growthTexts.members[lang],
        growthTexts.deepest_short[lang],
        growthTexts.leaf_share[lang],
        chance,
        growthTexts.mean_level[lang],
        chance,
      ],
      growth.months
        .slice(-months_max)
        .map((one) => [
          one.month,
          grouped(one.joined),
          grouped(one.members),
          grouped(one.levels),
          ...pair(one.leaf_share, percent),
          ...pair(one.mean_level, level),
        ]),
    ),
  ];
}

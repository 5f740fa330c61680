import type { AgainstChance, Growth } from '../../model/growth.ts';
import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import { grouped, level, percent } from '../show.ts';
import { growthTexts } from '../texts-growth.ts';

/** Standard deviations within which a figure counts as what chance gives. */
export const chance_deviations = 3;

/** What the growth of a network looks like, a sentence each. */
export function growthLines(growth: Growth): Localised[] {
  const last = growth.months.at(-1);
  if (!last) return [];
  const { month, members, levels, leaf_share, mean_level } = last;
  const quickest = growth.months.reduce((most, one) =>
    one.new_levels > most.new_levels ? one : most,
  );
  const values = { month, members: grouped(members), levels: grouped(levels) };
  return [
    filled(growthTexts.state, values),
    beside(growthTexts.leaves, leaf_share, percent),
    beside(growthTexts.depth, mean_level, level),
    ...(quickest.new_levels > 0
      ? [
          filled(growthTexts.quickest, {
            month: quickest.month,
            levels: grouped(quickest.new_levels),
          }),
        ]
      : []),
    ...(growth.ties_changed ? [growthTexts.changed] : []),
    ...(growth.undated > 0
      ? [filled(growthTexts.undated, { members: grouped(growth.undated) })]
      : []),
  ];
}

function beside(
  texts: (typeof growthTexts)['leaves' | 'depth'],
  { observed, expected, deviation, reading }: AgainstChance,
  show: (value: number) => string,
): Localised {
  const { sentence, above, within, below } = texts;
  const said = new Map<string | null, Localised>(Object.entries({ above, within, below }));
  const words = said.get(reading) ?? growthTexts.small;
  const values = {
    seen: show(observed),
    expected: show(expected),
    low: show(Math.max(0, expected - chance_deviations * deviation)),
    high: show(expected + chance_deviations * deviation),
  };
  return filled({ zh: `${sentence.zh}${words.zh}`, en: `${sentence.en} ${words.en}` }, values);
}

function filled({ zh, en }: Localised, values: Readonly<Record<string, unknown>>): Localised {
  return { zh: fill(zh, values), en: fill(en, values) };
}

import type { Growth, GrowthMonth } from '../../model/growth.ts';
import { dayText } from '../../model/days.ts';
import { limits } from '../../model/limits.ts';
import { edgeOrder } from '../edge-order.ts';
import { ROOT, UNKNOWN_DAY } from '../forest.ts';
import type { DatedTree } from '../history/tie-intervals.ts';
import { againstChance } from './against-chance.ts';
import { monthEnds } from './month-ends.ts';
import type { MonthEnd } from './month-ends.ts';
import type { Shapes } from './shape.ts';
import { changingShapes } from './changing-shapes.ts';
import { steadyShapes } from './steady-shapes.ts';

/** How a network grew month by month, beside what chance alone would give; null without dates. */
export function networkGrowth(tree: DatedTree): Growth | null {
  const { joinedDay: day } = tree;
  const all = edgeOrder(day, UNKNOWN_DAY) ?? day.map((_, no) => no);
  const dated = all.findIndex((no) => day[no] === UNKNOWN_DAY);
  const order = dated < 0 ? all : all.subarray(0, dated);
  if (order.length === 0) return null;
  const steady = isSteady(tree);
  const ends = monthEnds(day[order[0]!]!, day[order.at(-1)!]!, monthsMost(day.length, steady));
  const shapes = (steady ? steadyShapes : changingShapes)(tree, { order, day }, ends);
  const deepest = shapes.before?.levels ?? 0;
  const months = monthsOf(ends, shapes.at_ends, shapes.before?.members ?? 0, deepest);
  return {
    months,
    ties_changed: !steady,
    levels: levelsOf(months, deepest, shapes.levelDays),
    undated: day.length - order.length,
  };
}

/** Months that are looked at; one pass does for all of them where no tie ever changed. */
export function monthsMost(members: number, steady: boolean): number {
  const { growth_months_max: most, growth_member_months_max: work } = limits;
  return steady ? most : Math.min(most, Math.max(1, Math.floor(work / members)));
}

/** Whether everybody hung where it hangs from joining on. */
function isSteady({ parent, joinedDay, tiedDay, history }: DatedTree): boolean {
  if (history !== null) return false;
  return parent.every((up, no) => {
    const joined = joinedDay[no]!;
    if (up === ROOT || joined === UNKNOWN_DAY) return true;
    return tiedDay[no] === joined && joinedDay[up]! <= joined;
  });
}

function monthsOf(
  ends: readonly MonthEnd[],
  atEnds: Shapes['at_ends'],
  membersBefore: number,
  levelsBefore: number,
): GrowthMonth[] {
  let [members, deepest] = [membersBefore, levelsBefore];
  return atEnds.map(({ shape, expected }, i) => {
    const { leaves, leaves_variance, levels_sum, levels_variance } = expected;
    const month = {
      month: ends[i]!.month,
      joined: shape.members - members,
      members: shape.members,
      levels: shape.levels,
      new_levels: Math.max(0, shape.levels - deepest),
      leaf_share: againstChance(shape.leaves, { sum: leaves, variance: leaves_variance }, shape),
      mean_level: againstChance(
        shape.levels_sum,
        { sum: levels_sum, variance: levels_variance },
        shape,
      ),
    };
    members = shape.members;
    deepest = Math.max(deepest, shape.levels);
    return month;
  });
}

/** First days of levels by month; those older than the months listed have no month to name. */
function levelsOf(
  months: readonly GrowthMonth[],
  before: number,
  days: readonly number[] | null,
): Growth['levels'] {
  const levels: { level: number; month: string; first_on: string | null }[] = [];
  let deepest = before;
  for (const { month, levels: now } of months) {
    for (; deepest < now && levels.length < limits.growth_levels_max; deepest++) {
      const first_on = days === null ? null : dayText(days[deepest]!);
      levels.push({ level: deepest + 1, month, first_on });
    }
  }
  return levels;
}

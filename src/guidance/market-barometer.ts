import type { Localised } from '../model/localised.ts';
import { movementOf, shift } from './barometer.ts';
import type { Indicator, Movement } from './barometer.ts';
import { rateRatio } from './rate-ratio.ts';
import type { Rate, RateRatio } from './rate-ratio.ts';

/** Sums over the platforms of which all the months asked for are known, one for each month. */
export interface Joint {
  readonly platforms: number;
  readonly sums: readonly Rate[];
}

/** One figure over several platforms. */
export interface JointFigure {
  readonly name: string;
  readonly title: Localised;
  /** 'YYYY-MM' of every month that any platform knows, in order. */
  readonly months: readonly string[];
  /** Null where no platform knows all of these months, or where it may not be told. */
  readonly over: (months: readonly string[]) => Joint | null;
}

export interface MarketMonth {
  readonly month: string;
  /** Over all that know the month; null where it may not be told. */
  readonly all: (Rate & { readonly platforms: number }) | null;
  /** Over those that know the same month a year before as well: only like is held beside like. */
  readonly compared: {
    readonly platforms: number;
    readonly now: Rate;
    readonly year_before: Rate;
  } | null;
  readonly against_year_before: RateRatio | null;
  readonly movement: Movement;
}

export interface MarketReading {
  readonly name: string;
  readonly title: Localised;
  readonly months: readonly MarketMonth[];
  /**
   * The latest three months, and the same a year before, that as many platforms know as know any
   * such six: `last` is the last of the three, null where no platform knows six.
   */
  readonly quarter: {
    readonly last: string | null;
    readonly platforms: number;
    readonly ratio: RateRatio | null;
    readonly movement: Movement;
  };
}

export interface MarketBarometer {
  readonly readings: readonly MarketReading[];
  /** Of each interval: 0.95 shared among the figures. */
  readonly confidence: number;
}

/**
 * How a market of several platforms moves: rates are sums over sums, so that a platform weighs as
 * much as it has orders, members or operators, and a month is held beside the same month of the
 * year before over the very same platforms. Who has no data of a month is in no sum of it.
 */
export function marketBarometer(figures: readonly JointFigure[]): MarketBarometer {
  const confidence = 1 - 0.05 / Math.max(1, figures.length);
  const readings = figures.map((figure): MarketReading => ({
    name: figure.name,
    title: figure.title,
    months: figure.months.map((month) => monthOf(figure, month, confidence)),
    quarter: quarterOf(figure, confidence),
  }));
  return { readings, confidence };
}

function monthOf({ over }: JointFigure, month: string, confidence: number): MarketMonth {
  const alone = over([month]);
  const [rate] = alone?.sums ?? [];
  const all = alone && rate ? { ...rate, platforms: alone.platforms } : null;
  const both = over([month, shift(month, -12)]);
  const [now, year_before] = both?.sums ?? [];
  if (!both || !now || !year_before)
    return { month, all, compared: null, against_year_before: null, movement: 'cannot_tell' };
  const compared = { platforms: both.platforms, now, year_before };
  const ratio = rateRatio(now, year_before, confidence);
  return { month, all, compared, against_year_before: ratio, movement: movementOf(ratio) };
}

function quarterOf({ months, over }: JointFigure, confidence: number): MarketReading['quarter'] {
  let best: { readonly last: string; readonly joint: Joint } | null = null;
  for (const last of months) {
    const three = [-2, -1, 0].map((by) => shift(last, by));
    const joint = over([...three, ...three.map((month) => shift(month, -12))]);
    if (joint && joint.platforms >= (best?.joint.platforms ?? 1)) best = { last, joint };
  }
  if (best === null) return { last: null, platforms: 0, ratio: null, movement: 'cannot_tell' };
  const { platforms, sums } = best.joint;
  const ratio = rateRatio(sumOf(sums.slice(0, 3)), sumOf(sums.slice(3)), confidence);
  return { last: best.last, platforms, ratio, movement: movementOf(ratio) };
}

function sumOf(rates: readonly Rate[]): Rate {
  return rates.reduce(
    (all, { cases, out_of }) => ({ cases: all.cases + cases, out_of: all.out_of + out_of }),
    { cases: 0, out_of: 0 },
  );
}

/** A figure over platforms each of which may be looked at by itself. */
export function overPlatforms(
  { name, title }: Pick<Indicator, 'name' | 'title'>,
  platforms: readonly Indicator['months'][],
): JointFigure {
  const known = platforms.map((months) => new Map(months.map((one) => [one.month, one])));
  const months = [...new Set(known.flatMap((of) => [...of.keys()]))].toSorted();
  const over = (asked: readonly string[]): Joint | null => {
    const having = known.filter((of) => asked.every((month) => of.has(month)));
    if (having.length === 0) return null;
    const sums = asked.map((month) => sumOf(having.flatMap((of) => of.get(month) ?? [])));
    return { platforms: having.length, sums };
  };
  return { name, title, months, over };
}

/** A month of one figure as it may be told of members together; `members` tells sets apart. */
export interface MemberMonth extends Rate {
  readonly month: string;
  readonly platforms: number;
  readonly members: string;
}

/**
 * A figure over members whose own figures stay theirs. Several months are put together only where
 * all are of the very same members: no two numbers told differ by what a few members have.
 */
export function overMembers(
  { name, title }: Pick<Indicator, 'name' | 'title'>,
  months: readonly string[],
  told: readonly MemberMonth[],
): JointFigure {
  const known = new Map(told.map((one) => [one.month, one]));
  const over = (asked: readonly string[]): Joint | null => {
    const found = asked.flatMap((month) => known.get(month) ?? []);
    const [first] = found;
    if (!first || found.length < asked.length) return null;
    if (found.some(({ members }) => members !== first.members)) return null;
    const sums = found.map(({ cases, out_of }) => ({ cases, out_of }));
    return { platforms: first.platforms, sums };
  };
  return { name, title, months, over };
}

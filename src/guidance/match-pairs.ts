import { compareText } from '../model/issue.ts';
import type { Rate } from './rate-ratio.ts';

/** An operator before and after a day, in stretches of the same length. */
export interface BeforeAfter {
  readonly id: string;
  readonly before: Rate;
  readonly after: Rate;
}

export interface Pair {
  readonly treated: BeforeAfter;
  readonly untreated: BeforeAfter;
}

/** How much larger one exposure may be than the other's within a pair. Parameter: ours. */
const exposure_ratio_max = 2;

/** How far the rates before may lie apart within a pair, as a share of the larger. Ours. */
const rate_gap_max = 0.25;

/**
 * Each treated operator with an untreated one that stood where it stood before: the nearest rate,
 * exposure within a factor, each untreated one used once; by id among equals. Those who had fewer
 * equals are served first. Matching by the rate before is what keeps an extreme month that would
 * have passed anyway from counting as an effect.
 */
export function matchPairs(
  treated: readonly BeforeAfter[],
  untreated: readonly BeforeAfter[],
): { readonly pairs: readonly Pair[]; readonly unmatched: readonly string[] } {
  const usable = (one: BeforeAfter): boolean => one.before.out_of > 0 && one.after.out_of > 0;
  const pool = untreated.filter(usable).toSorted((a, b) => compareText(a.id, b.id));
  const choices = treated
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((one) => ({ one, near: usable(one) ? pool.filter((other) => isNear(one, other)) : [] }))
    .toSorted((a, b) => a.near.length - b.near.length);
  const used = new Set<string>();
  const pairs: Pair[] = [];
  const unmatched: string[] = [];
  for (const { one, near } of choices) {
    const free = near.filter(({ id }) => !used.has(id));
    const [nearest] = free.toSorted((a, b) => gap(one, a) - gap(one, b));
    if (!nearest) unmatched.push(one.id);
    else {
      used.add(nearest.id);
      pairs.push({ treated: one, untreated: nearest });
    }
  }
  return {
    pairs: pairs.toSorted((a, b) => compareText(a.treated.id, b.treated.id)),
    unmatched: unmatched.toSorted(compareText),
  };
}

const rateOf = ({ cases, out_of }: Rate): number => cases / out_of;

function gap(a: BeforeAfter, b: BeforeAfter): number {
  return Math.abs(rateOf(a.before) - rateOf(b.before));
}

function isNear(a: BeforeAfter, b: BeforeAfter): boolean {
  const [less, more] = [a.before.out_of, b.before.out_of].toSorted((x, y) => x - y);
  const largest = Math.max(rateOf(a.before), rateOf(b.before));
  return more! <= exposure_ratio_max * less! && gap(a, b) <= rate_gap_max * largest;
}

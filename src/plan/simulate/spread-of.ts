import type { Spread } from '../../model/simulation.ts';

const never = Number.POSITIVE_INFINITY;

/** Quantiles of observations; what was never reached comes last. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).toSorted();
  const at = (percent: number): number | null => {
    const value = sorted[Math.max(1, Math.ceil((percent * sorted.length) / 100)) - 1];
    return value === undefined || value === never ? null : value + 0;
  };
  return { n: sorted.length, q05: at(5), q25: at(25), q50: at(50), q75: at(75), q95: at(95) };
}

/** The middle observation, the lower one of two. */
export function medianOf(values: readonly number[]): number {
  return spreadOf(values).q50 ?? 0;
}

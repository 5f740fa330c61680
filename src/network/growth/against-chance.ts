import type { AgainstChance, Reading } from '../../model/growth.ts';

/** Recruited members below which nothing is said: one member more or less decides there. */
const recruited_min = 30;
/** Of any distribution at most one in nine lies further out than that (Chebyshev). */
const deviations = 3;
/** Digits shown; finer than anything said of them. */
const scale = 1e6;

/** A sum over members beside its expectation and variance, as a mean over them. */
export function againstChance(
  observed: number,
  chance: { readonly sum: number; readonly variance: number },
  size: { readonly members: number; readonly roots: number },
): AgainstChance {
  const deviation = Math.sqrt(chance.variance);
  return {
    observed: rounded(observed / size.members),
    expected: rounded(chance.sum / size.members),
    deviation: rounded(deviation / size.members),
    reading:
      size.members - size.roots < recruited_min
        ? null
        : readingOf(observed - chance.sum, deviation * deviations),
  };
}

function readingOf(by: number, most: number): Reading {
  if (Math.abs(by) <= most) return 'within';
  return by > 0 ? 'above' : 'below';
}

function rounded(value: number): number {
  return Math.round(value * scale) / scale;
}

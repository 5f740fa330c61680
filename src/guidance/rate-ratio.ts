import { betaQuantile } from './incomplete-beta.ts';

/** Cases in so much exposure: orders, members, operators. */
export interface Rate {
  readonly cases: number;
  readonly out_of: number;
}

/** How many times a rate is another, with its bounds; null for no upper bound. */
export interface RateRatio {
  readonly ratio: number | null;
  readonly low: number;
  readonly high: number | null;
}

/**
 * The ratio of two rates of rare events with its exact interval: given the sum of the cases, those
 * of the first are binomial, whose Clopper-Pearson bounds become bounds of the ratio (Przyborowski
 * and Wilenski, Biometrika 31, 1940). Null where no cases or no exposure leave nothing to compare.
 */
export function rateRatio(now: Rate, then: Rate, confidence = 0.95): RateRatio | null {
  const cases = now.cases + then.cases;
  if (cases === 0 || now.out_of <= 0 || then.out_of <= 0) return null;
  const tail = (1 - confidence) / 2;
  const exposure = then.out_of / now.out_of;
  const times = (share: number): number => (share / (1 - share)) * exposure;
  const low = now.cases === 0 ? 0 : times(betaQuantile(tail, now.cases, then.cases + 1));
  const high = then.cases === 0 ? null : times(betaQuantile(1 - tail, now.cases + 1, then.cases));
  const ratio = then.cases === 0 ? null : (now.cases / then.cases) * exposure;
  return { ratio, low, high };
}

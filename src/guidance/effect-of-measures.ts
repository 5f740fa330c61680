import type { Localised } from '../model/localised.ts';
import { bootstrapMean } from './bootstrap-mean.ts';
import { matchPairs } from './match-pairs.ts';
import type { BeforeAfter, Pair } from './match-pairs.ts';
import { signFlip } from './sign-flip.ts';
import type { SignFlip } from './sign-flip.ts';

/** With fewer pairs no arrangement is rarer than 1 in 20: nothing could be told. */
const pairs_min = 6;

/** What followed measures, beside what happened to operators without any. */
export interface EffectOfMeasures {
  readonly pairs: readonly Pair[];
  /** Treated operators nobody without a measure is near: they are not in the figures. */
  readonly unmatched: readonly string[];
  /** Mean rates over the pairs. */
  readonly treated: { readonly before: number; readonly after: number } | null;
  readonly untreated: { readonly before: number; readonly after: number } | null;
  /** Mean of (after - before) of the treated less that of the untreated; below 0: fewer cases. */
  readonly difference: number | null;
  /** Of the difference, 95 %; null with too few pairs. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly test: SignFlip | null;
  readonly finding: 'fewer' | 'more' | 'no_clear_change' | 'cannot_tell';
  readonly seed: number;
}

/** Stands beside every effect. */
export const effectNotice: Localised = {
  zh:
    '本比较只说明处置前后与相近的未受处置者相比有何不同，不证明因果：处置并非随机作出，未观察到的原因' +
    '可能同时影响二者；未能配对的经营者不在其中。',
  en:
    'This compares what followed measures with what happened to similar operators without any. ' +
    'It is no proof of cause: measures are not given by lot, and what was not observed may lie ' +
    'behind both. Operators without a match are left out.',
};

/**
 * Difference in differences over matched pairs, its interval by bootstrap over pairs and its test
 * by sign flips. `seed` fixes all chance.
 */
export function effectOfMeasures(
  treated: readonly BeforeAfter[],
  untreated: readonly BeforeAfter[],
  seed: number,
): EffectOfMeasures {
  const { pairs, unmatched } = matchPairs(treated, untreated);
  const differences = pairs.map((pair) => changeOf(pair.treated) - changeOf(pair.untreated));
  const enough = pairs.length >= pairs_min;
  const test = enough ? signFlip(differences, seed) : null;
  const difference = pairs.length > 0 ? mean(differences) : null;
  return {
    pairs,
    unmatched,
    treated: ratesOf(pairs.map((pair) => pair.treated)),
    untreated: ratesOf(pairs.map((pair) => pair.untreated)),
    difference,
    interval: enough ? bootstrapMean(differences, seed) : null,
    test,
    finding: findingOf(difference, test),
    seed,
  };
}

function findingOf(difference: number | null, test: SignFlip | null): EffectOfMeasures['finding'] {
  if (difference === null || test === null) return 'cannot_tell';
  if (test.p > 0.05) return 'no_clear_change';
  return difference < 0 ? 'fewer' : 'more';
}

function ratesOf(operators: readonly BeforeAfter[]): EffectOfMeasures['treated'] {
  if (operators.length === 0) return null;
  return {
    before: mean(operators.map(({ before }) => before.cases / before.out_of)),
    after: mean(operators.map(({ after }) => after.cases / after.out_of)),
  };
}

function changeOf({ before, after }: BeforeAfter): number {
  return after.cases / after.out_of - before.cases / before.out_of;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

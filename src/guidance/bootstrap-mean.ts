import { seeded } from '../model/random.ts';

const samples = 9_999;

/**
 * The middle 95 % of means of samples drawn with replacement (Efron's percentile interval): the
 * 250th smallest and the 250th largest of 9,999. The same seed gives the same bounds.
 */
export function bootstrapMean(
  values: readonly number[],
  seed: number,
): { readonly low: number; readonly high: number } {
  const random = seeded(seed);
  const means = Float64Array.from({ length: samples }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) sum += random.pick(values);
    return sum / values.length;
  }).toSorted();
  return { low: means[249]!, high: means[samples - 250]! };
}

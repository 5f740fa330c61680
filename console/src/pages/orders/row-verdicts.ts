import type { LifeRow } from './life-days.ts';

export const verdictOrder = ['breach', 'indication', 'cannot_tell', 'no_breach'] as const;

export type Verdict = (typeof verdictOrder)[number];

/** How many provisions say what of a row. */
export function verdictsOf({ judged }: LifeRow): Readonly<Record<Verdict, number>> {
  const counts = { breach: 0, indication: 0, cannot_tell: 0, no_breach: 0 };
  for (const { verdict } of judged) counts[verdict] += 1;
  return counts;
}

/** The gravest verdict on a row; null where no provision speaks of it. */
export function gravestOf(row: LifeRow): Verdict | null {
  const counts = verdictsOf(row);
  return verdictOrder.find((verdict) => counts[verdict] > 0) ?? null;
}

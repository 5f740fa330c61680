import type { InForce } from '../model/provision.ts';
import { nodeAt, spanOf } from './yaml-shape.ts';
import type { Yaml } from './yaml-shape.ts';

/** Reports a stretch of days that ends before it begins. */
export function checkPeriod(
  yaml: Yaml,
  { from, to }: InForce,
  path: readonly (string | number)[],
): void {
  if (to === null || from <= to) return;
  yaml.report('pack.period_reversed', { from, to }, ...spanOf(yaml, nodeAt(yaml, [...path, 'to'])));
}

/** The earliest day that two stretches claim. */
export function firstOverlap(values: readonly InForce[]): string | null {
  const sorted = values.toSorted(byFirstDay);
  const second = sorted.find(({ from }, i) => {
    const before = sorted[i - 1];
    return before !== undefined && (before.to === null || from <= before.to);
  });
  return second?.from ?? null;
}

export function byFirstDay(a: InForce, b: InForce): number {
  return a.from < b.from ? -1 : 1;
}

import type { FineRange } from '../model/provision.ts';

type Range = Pick<FineRange, 'min' | 'max'>;

/**
 * Which of two ranges is milder: the one with the lower maximum, and of two with the same maximum
 * the one with the lower minimum. No maximum is the harshest. null when a range is not known.
 */
export function milderFine(
  act: Range | null,
  decision: Range | null,
): 'act' | 'decision' | 'same' | null {
  if (act === null || decision === null) return null;
  const most = compareLimits(act.max, decision.max);
  const order = most === 0 ? act.min - decision.min : most;
  if (order === 0) return 'same';
  return order < 0 ? 'act' : 'decision';
}

function compareLimits(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a - b;
}

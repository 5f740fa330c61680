import type { SqlRow } from '../engine/sql-engine.ts';
import { PolyprismError } from '../model/issue.ts';

/** Exact or not at all: a sum past 2^53 arrives as text. */
export function exactMinor(value: SqlRow[string] | undefined): number {
  const number = Number(value ?? 0);
  if (typeof value === 'string' || !Number.isSafeInteger(number)) {
    throw new PolyprismError('network.sum_too_large', { limit: Number.MAX_SAFE_INTEGER });
  }
  return number;
}

import { PolyprismError } from '../../model/issue.ts';
import { afterOf, pageOfRows } from '../page-of-rows.ts';

/** Where a page of a list that never changes begins. */
export function offsetOf(cursor: string | undefined): number {
  const from = Number(afterOf(cursor) || 0);
  if (!Number.isSafeInteger(from) || from < 0) throw new PolyprismError('http.not_found');
  return from;
}

/** A page of such a list, of which one row more than wanted was read. */
export function pageOfOffset<T>(
  rows: readonly T[],
  from: number,
  limit: number,
): { items: T[]; next: string | null } {
  return pageOfRows(rows, limit, () => String(from + limit));
}

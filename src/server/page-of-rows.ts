import { PolyprismError } from '../model/issue.ts';

/** The key a cursor stands for: rows behind it are asked for. Empty where there is none. */
export function afterOf(cursor: string | undefined): string {
  if (cursor === undefined) return '';
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^[\w-]{0,100}$/.test(key)) throw new PolyprismError('http.not_found');
  return key;
}

/** A page of rows of which one more than wanted was read, so that it is known whether it ends. */
export function pageOfRows<T>(
  rows: readonly T[],
  limit: number,
  key: (row: T) => string,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? Buffer.from(key(last)).toString('base64url') : null };
}

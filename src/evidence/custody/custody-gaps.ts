import { digestOf } from '../digest.ts';
import { custodySchema, review_states } from './custody.ts';
import type { Custody, CustodyItem, CustodyState } from './custody.ts';

/** One thing a record of custody lacks or contradicts: where, as `items[0].lawful_basis`. */
export type CustodyGap = string;

export interface CustodyReading {
  /** Null when the form itself is wrong. */
  readonly custody: Custody | null;
  readonly gaps: readonly CustodyGap[];
}

/**
 * What is missing in a record of custody: every field, two collectors where it was enforcement,
 * times and reviews in order, each item tied to the one before, each raw file with an item.
 */
export function readCustody(value: unknown, raw_sha256: readonly string[]): CustodyReading {
  const read = custodySchema.safeParse(value);
  if (!read.success)
    return { custody: null, gaps: read.error.issues.map(({ path }) => placeOf(path)) };
  const { items } = read.data;
  const gaps = items.flatMap((item, at) =>
    gapsOf(item, items[at - 1]).map((field) => `items[${at}].${field}`),
  );
  const known = new Set(items.map(({ sha256 }) => sha256));
  const ids = new Set(items.map(({ id }) => id));
  if (ids.size < items.length) gaps.push('items[].id');
  gaps.push(...raw_sha256.filter((one) => !known.has(one)).map((one) => `sha256:${one}`));
  return { custody: read.data, gaps };
}

/** How far the reviews of an item have come. */
export function stateOf({ reviews }: CustodyItem): CustodyState {
  return reviews.at(-1)?.state ?? 'captured';
}

function gapsOf(item: CustodyItem, before: CustodyItem | undefined): string[] {
  const gaps: string[] = [];
  const previous = before === undefined ? null : digestOf(before);
  if (item.previous_sha256 !== previous) gaps.push('previous_sha256');
  if (item.enforcement && new Set(item.collectors.map(({ name }) => name)).size < 2)
    gaps.push('collectors');
  if (!inOrder([item.started_at, item.ended_at])) gaps.push('ended_at');
  const inTurn = item.reviews.every(({ state }, at) => state === review_states[at]);
  if (!inTurn || !inOrder([item.ended_at, ...item.reviews.map(({ at }) => at)]))
    gaps.push('reviews');
  return gaps;
}

function inOrder(times: readonly string[]): boolean {
  const instants = times.map((time) => Date.parse(time));
  return instants.every((one, at) => at === 0 || (instants[at - 1] ?? one) <= one);
}

function placeOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`));
  return text.join('').replace(/^\./, '') || 'schema';
}

import { kindAbove, otherLetter, tableSize, units } from './units.ts';
import type { Units } from './units.ts';

/** Code units that may stand between two letters of one word; more end it. */
export const gapMax = 16;

/** A code point of a text: where it stands, and what it is to the search. */
export interface ReadUnit {
  starts: number;
  ends: number;
  /** One of `kind`. */
  kind: number;
  /** Folded code unit; only of letters. */
  folded: number;
}

/** Reads the code point that begins at an offset. Half a surrogate pair is read alone. */
export function readForward(text: string, at: number, into: ReadUnit, table = units()): void {
  const high = text.charCodeAt(at);
  const low = isHigh(high) ? text.charCodeAt(at + 1) : 0;
  const pair = isLow(low);
  into.starts = at;
  into.ends = pair ? at + 2 : at + 1;
  fillIn(pair ? pointOf(high, low) : high, into, table);
}

/** Reads the code point that ends at an offset. */
export function readBackward(text: string, end: number, into: ReadUnit, table = units()): void {
  const low = text.charCodeAt(end - 1);
  const high = isLow(low) && end > 1 ? text.charCodeAt(end - 2) : 0;
  const pair = isHigh(high);
  into.starts = pair ? end - 2 : end - 1;
  into.ends = end;
  fillIn(pair ? pointOf(high, low) : low, into, table);
}

export function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

export function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}

export function pointOf(high: number, low: number): number {
  return (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
}

function fillIn(point: number, into: ReadUnit, table: Units): void {
  into.kind = point < tableSize ? table.kind[point]! : kindAbove(point);
  into.folded = point < tableSize ? table.folded[point]! : otherLetter;
}

export function unread(): ReadUnit {
  return { starts: 0, ends: 0, kind: 0, folded: 0 };
}

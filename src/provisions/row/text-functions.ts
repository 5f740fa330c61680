import { OutOfRange } from './integer.ts';
import type { Integer } from './integer.ts';

/** Text is a sequence of code points, and compares by them: as its UTF-8 bytes do. */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return rankOf(x) - rankOf(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others, though their own numbers are lower. */
function rankOf(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

export function codePointCount(value: string): number {
  let count = value.length;
  for (let i = 1; i < value.length; i += 1) {
    if (isLow(value.charCodeAt(i)) && isHigh(value.charCodeAt(i - 1))) count -= 1;
  }
  return count;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

const most = 4_294_967_295;

/** `start` counts from 1; from the end where negative. A negative `length` counts backwards. */
export function substring(value: string, start: Integer, length: Integer | null): string {
  if (
    start > most ||
    start < -most - 1 ||
    (length !== null && (length > most || length < -most - 1))
  )
    throw new OutOfRange('a place outside any text');
  const points = [...value];
  const from = start > 0 ? Number(start) - 1 : start < 0 ? points.length + Number(start) : -1;
  if (length === null) return points.slice(Math.max(0, from)).join('');
  const to = from + Number(length);
  const [first, last] = to < from ? [to, from] : [from, to];
  return points.slice(Math.max(0, first), Math.max(0, last)).join('');
}

/** Filled from the left up to so many characters, or cut at the right. */
export function padLeft(value: string, length: Integer, filling: string): string {
  within32(length);
  const wanted = Math.max(0, Number(length));
  const points = [...value];
  if (points.length >= wanted) return points.slice(0, wanted).join('');
  if (filling === '') throw new OutOfRange('nothing to fill with');
  const missing = wanted - points.length;
  const filled = [...filling.repeat(Math.ceil(missing / [...filling].length))];
  return [...filled.slice(0, missing), ...points].join('');
}

function within32(value: Integer): void {
  if (value > 2_147_483_647 || value < -2_147_483_648)
    throw new OutOfRange('a length out of range');
}

/** Spaces alone, as every engine but one takes it. */
export function trimSpaces(value: string): string {
  let from = 0;
  let to = value.length;
  while (from < to && value[from] === ' ') from += 1;
  while (to > from && value[to - 1] === ' ') to -= 1;
  return value.slice(from, to);
}

/** Nothing is found nowhere: an empty text is not replaced. */
export function replaceAll(value: string, old: string, by: string): string {
  return old === '' ? value : value.split(old).join(by);
}

/** Letter by letter, whatever stands beside it, as a database does. */
export function lowerCase(value: string): string {
  return isAscii(value) ? value.toLowerCase() : mapped(value, lowerPoint);
}

export function upperCase(value: string): string {
  return isAscii(value) ? value.toUpperCase() : mapped(value, upperPoint);
}

function isAscii(value: string): boolean {
  for (let i = 0; i < value.length; i += 1) if (value.charCodeAt(i) > 127) return false;
  return true;
}

function mapped(value: string, map: (one: string) => string): string {
  let out = '';
  for (const one of value) out += map(one);
  return out;
}

function lowerPoint(one: string): string {
  if (one === 'İ') return 'i';
  return isNew(one) ? one : single(one.toLowerCase()) ? one.toLowerCase() : one;
}

/** Letters with an iota below become those with one beside: one letter for one letter. */
const upperIota = /^[\u1f80-\u1f87\u1f90-\u1f97\u1fa0-\u1fa7]$/u;

function upperPoint(one: string): string {
  if (one === 'ß') return 'ẞ';
  const point = one.codePointAt(0) ?? 0;
  if (upperIota.test(one)) return String.fromCodePoint(point + 8);
  if ('ᾳῃῳ'.includes(one)) return String.fromCodePoint(point + 9);
  return isNew(one) ? one : single(one.toUpperCase()) ? one.toUpperCase() : one;
}

function single(text: string): boolean {
  return text.length === 1 || (text.length === 2 && isHigh(text.charCodeAt(0)));
}

/** Pairs of cases that Unicode 16 and 17 added: DuckDB does not know them. */
const added =
  /^[\u019b\u0264\u1c89\u1c8a\ua7cb-\ua7db\ua7dc\u{10d50}-\u{10d85}\u{16ea0}-\u{16ed3}]$/u;

/** Those of the range above that had their cases before. */
const known_before = /^[\ua7d0\ua7d1\ua7d6-\ua7d9]$/u;

function isNew(one: string): boolean {
  return added.test(one) && !known_before.test(one);
}

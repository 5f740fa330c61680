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

/** `start` counts from 1; below it is 1, and a `length` below 0 is 0. */
export function substring(value: string, start: Integer, length: Integer | null): string {
  if (start > most || (length !== null && length > most))
    throw new OutOfRange('a place outside any text');
  const points = [...value];
  const from = start < 1 ? 0 : Number(start) - 1;
  if (length === null) return points.slice(from).join('');
  return points.slice(from, from + (length < 0 ? 0 : Number(length))).join('');
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

/** A to Z alone: what other letters become is not the same on every engine. */
export function lowerCase(value: string): string {
  return value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

export function upperCase(value: string): string {
  return value.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

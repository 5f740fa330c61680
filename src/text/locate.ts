import { acceptsGaps, gapBit } from './gaps.ts';
import type { SeenGap } from './gaps.ts';
import { digit, isDigit } from './pattern.ts';
import type { Pattern, PatternUnit } from './pattern.ts';
import { gapMax, readBackward, readForward, unread } from './read-unit.ts';
import { kind, units } from './units.ts';

/** A stretch of a text, in code units, its end not included. */
export interface Span {
  readonly starts: number;
  readonly ends: number;
}

/**
 * Where a pattern stands in a text, its last letter's run beginning at `at`, or null where the
 * search was right about the letters alone: too few of them repeated, other digits, a sentence
 * that ended in between, or a part of a longer word.
 */
export function locate(text: string, at: number, pattern: Pattern): Span | null {
  const walk: Walk = { text, gaps: [], letter: unread() };
  const last = pattern.units.length - 1;
  const ends = endOf(walk, at, pattern.units[last]!);
  if (ends < 0) return null;
  let starts = at;
  for (let i = last - 1; i >= 0 && starts >= 0; i--) {
    starts = startOf(walk, starts, pattern.units[i]!, pattern.units[i + 1]!, i === 0);
  }
  if (starts < 0) return null;
  if (!acceptsGaps(text, { starts, ends }, walk.gaps, pattern)) return null;
  return isWholeWord(walk, { starts, ends }, pattern) ? { starts, ends } : null;
}

interface Walk {
  readonly text: string;
  readonly gaps: SeenGap[];
  readonly letter: ReturnType<typeof unread>;
}

/** Reads on to the next letter, and says what stood between: bits of `gapBit`, or -1 for no one. */
function next(walk: Walk, at: number, step: 1 | -1): number {
  const { text, letter } = walk;
  const limit = step === 1 ? text.length : 0;
  let bits = 0;
  for (let edge = at; edge !== limit && Math.abs(edge - at) <= gapMax;) {
    if (step === 1) readForward(text, edge, letter);
    else readBackward(text, edge, letter);
    if (letter.kind === kind.letter) return bits;
    bits |= gapBit(letter.kind);
    edge = step === 1 ? letter.ends : letter.starts;
  }
  return -1;
}

function isOf(folded: number, { unit }: PatternUnit): boolean {
  return unit === digit ? isDigit(folded) : folded === unit;
}

/** The end of the last run, which begins at `at`; -1 where it is not the pattern's. */
function endOf(walk: Walk, at: number, unit: PatternUnit): number {
  readForward(walk.text, at, walk.letter);
  let { ends } = walk.letter;
  if (unit.unit === digit) return figureEnd(walk, at, unit);
  let count = 1;
  for (; count < unit.run; count++) {
    const bits = next(walk, ends, 1);
    if (bits < 0 || !isOf(walk.letter.folded, unit)) return -1;
    walk.gaps.push({ bits, own: unit.gaps[count]! });
    ({ ends } = walk.letter);
  }
  while (next(walk, ends, 1) === 0 && isOf(walk.letter.folded, unit)) {
    count++;
    ({ ends } = walk.letter);
  }
  return hasRun(count, unit) ? ends : -1;
}

/** The end of a number that begins at `at`: `1,000.5` is one. */
function figureEnd(walk: Walk, at: number, unit: PatternUnit): number {
  let digits = '';
  let ends = at;
  for (;;) {
    const bits = next(walk, ends, 1);
    const joined =
      bits === 0 || (digits !== '' && walk.letter.starts - ends === 1 && isPoint(bits));
    if (bits < 0 || !joined || !isDigit(walk.letter.folded)) break;
    digits += String.fromCharCode(walk.letter.folded);
    ({ ends } = walk.letter);
  }
  return unit.digits === null || unit.digits === digits ? ends : -1;
}

function isPoint(bits: number): boolean {
  return bits === gapBit(kind.dot) || bits === gapBit(kind.stop);
}

/**
 * The start of the run before `at`, all of which the search took as one letter; of the first run
 * only what touches is part of the span.
 */
function startOf(
  walk: Walk,
  at: number,
  unit: PatternUnit,
  after: PatternUnit,
  first: boolean,
): number {
  const bits = next(walk, at, -1);
  if (bits < 0 || !isOf(walk.letter.folded, unit)) return -1;
  walk.gaps.push({ bits, own: after.gaps[0]! });
  let { starts } = walk.letter;
  let digits = String.fromCharCode(walk.letter.folded);
  let count = 1;
  for (;;) {
    const inner = next(walk, starts, -1);
    if (inner < 0 || !isOf(walk.letter.folded, unit)) break;
    const enough = first && count >= (unit.unit === digit ? 1 : unit.run);
    if (enough && inner !== 0 && !(unit.unit === digit && isPoint(inner))) break;
    if (unit.unit !== digit) {
      const letter = unit.run - count;
      walk.gaps.push({ bits: inner, own: letter > 0 ? unit.gaps[letter]! : 'none' });
    }
    count++;
    ({ starts } = walk.letter);
    digits = String.fromCharCode(walk.letter.folded) + digits;
  }
  if (unit.unit === digit) return unit.digits === null || unit.digits === digits ? starts : -1;
  return hasRun(count, unit) ? starts : -1;
}

/** Letters are drawn out (`freeeee`), but two for one is another word (`lose`, `loose`). */
function hasRun(count: number, { unit, run }: PatternUnit): boolean {
  if (units().spaced[unit] === 1) return count === run || count >= Math.max(3, run + 1);
  return count >= run;
}

/** A boundary is where the pattern's own letter is one of a script that spaces its words. */
function isWholeWord(walk: Walk, { starts, ends }: Span, pattern: Pattern): boolean {
  if (!pattern.word_boundary) return true;
  const { spaced } = units();
  const [first, last] = [pattern.units[0]!.unit, pattern.units.at(-1)!.unit];
  return (
    !(spaced[first] === 1 && touchesWord(walk, starts, -1)) &&
    !(spaced[last] === 1 && touchesWord(walk, ends, 1))
  );
}

/** Whether a letter of a script that spaces its words stands right there. */
function touchesWord(walk: Walk, at: number, step: 1 | -1): boolean {
  const bits = next(walk, at, step);
  return bits === 0 && units().spaced[walk.letter.folded] === 1;
}

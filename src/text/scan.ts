import { root } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import type { Span } from './locate.ts';
import { digit } from './pattern.ts';
import { gapMax, isHigh, isLow, pointOf } from './read-unit.ts';
import { kind, kindAbove, tableSize, units } from './units.ts';

/** What the search reads of each code point: a letter's number, or that it is no letter. */
export interface Alphabet {
  /** By code point of the first two planes: 0 for a letter of no pattern, `gap`, `pair`. */
  readonly letterOf: Uint16Array;
  /** Letters are numbered from 1 to this. */
  readonly letters: number;
}

/** Stands between letters. */
export const gap = 0xffff;
/** Half of a surrogate pair, whose letter is that of the code point. */
export const pair = 0xfffe;

/**
 * Reads a text, or a stretch of it, once and calls back for every pattern whose letters it has,
 * runs of one letter taken as one, with where the last letter's run begins. Linear in the text and
 * what it finds.
 */
export function scan(
  text: string,
  { letterOf }: Alphabet,
  automaton: Automaton,
  found: (pattern: number, at: number) => void,
  within: Span = { starts: 0, ends: text.length },
): void {
  const { base, check, fail, start, isEnd } = automaton;
  const { starts, ends } = within;
  let state = root;
  let before = 0;
  let between = 0;
  for (let i = starts; i < ends; i++) {
    let letter = letterOf[text.charCodeAt(i)]!;
    const at = i;
    if (letter >= pair) {
      if (letter === pair && i + 1 < text.length) {
        letter = letterOfPair(text, i, letterOf);
        if (letter !== pair) i++;
      }
      if (letter >= pair) {
        between += i - at + 1;
        if (between > gapMax) state = before = 0;
        continue;
      }
    }
    between = 0;
    if (letter === before) continue;
    before = letter;
    if (letter === 0) {
      state = root;
      continue;
    }
    for (; state !== root; state = fail[state]!) {
      const next = base[state]! + letter;
      if (check[next] !== state) continue;
      state = next;
      break;
    }
    if (state === root) state = start[letter]!;
    if (isEnd[state] === 1) tell(automaton, state, at, found);
  }
}

/** The letter of the pair that begins at an offset; `pair` where it is half of one. */
function letterOfPair(text: string, at: number, letterOf: Uint16Array): number {
  const high = text.charCodeAt(at);
  const low = text.charCodeAt(at + 1);
  if (!isHigh(high) || !isLow(low)) return pair;
  const point = pointOf(high, low);
  if (point < tableSize) return letterOf[point]!;
  return kindAbove(point) === kind.letter ? 0 : gap;
}

function tell(
  { ends, shorter, same }: Automaton,
  from: number,
  at: number,
  found: (pattern: number, at: number) => void,
): void {
  for (let state = from; state !== root; state = shorter[state]!) {
    for (let i = ends[state]!; i >= 0; i = same[i]!) found(i, at);
  }
}

/** The alphabet of these folded code units: each with its number. */
export function makeAlphabet(numberOf: ReadonlyMap<number, number>): Alphabet {
  const table = units();
  const numbers = new Uint16Array(0x10000);
  for (const [unit, number] of numberOf) numbers[unit] = number;
  for (let unit = 0x30; unit <= 0x39; unit++) numbers[unit] = numberOf.get(digit) ?? 0;
  const letterOf = new Uint16Array(tableSize);
  for (let point = 0; point < tableSize; point++) {
    letterOf[point] = table.kind[point] === kind.letter ? numbers[table.folded[point]!]! : gap;
  }
  letterOf.fill(pair, 0xd800, 0xe000);
  return { letterOf, letters: numberOf.size };
}

import type { Span } from './locate.ts';
import { digit } from './pattern.ts';
import type { PatternUnit } from './pattern.ts';
import { kind, units } from './units.ts';

/** A pattern letter by letter as it is written without disguise. */
export interface PlainPattern {
  /** Folded code units, and `space` where the term has one itself. */
  readonly letters: Uint16Array;
  /** Where the run of its last letter begins. */
  readonly last: number;
  readonly word_boundary: boolean;
}

const space = 0x20;

/** Null for patterns with numbers or with stops of their own: those take `locate`. */
export function makePlain(
  pattern: readonly PatternUnit[],
  word_boundary: boolean,
): PlainPattern | null {
  const letters: number[] = [];
  let last = 0;
  for (const { unit, run, gaps } of pattern) {
    if (unit === digit || gaps.includes('stop')) return null;
    for (let i = 0; i < run; i++) {
      if (gaps[i] === 'space') letters.push(space);
      if (i === 0) last = letters.length;
      letters.push(unit);
    }
  }
  return { letters: Uint16Array.from(letters), last, word_boundary };
}

/**
 * What `locate` says, for a text that has exactly the pattern's letters and spaces there, and
 * beside them neither more of the same letter nor anything unseen; `unclear` for any other.
 */
export function locatePlain(
  text: string,
  at: number,
  { letters, last, word_boundary }: PlainPattern,
): Span | null | 'unclear' {
  const table = units();
  const starts = at - last;
  const ends = starts + letters.length;
  if (starts < 0 || ends > text.length) return 'unclear';
  for (let i = 0; i < letters.length; i++) {
    const code = text.charCodeAt(starts + i);
    const letter = letters[i]!;
    if (letter === space ? code !== space : foldedAt(code, table) !== letter) return 'unclear';
  }
  const before = starts === 0 ? nobody : foldedAt(text.charCodeAt(starts - 1), table);
  const after = ends === text.length ? nobody : foldedAt(text.charCodeAt(ends), table);
  const [first, final] = [letters[0]!, letters[letters.length - 1]!];
  if (before === unseen || after === unseen) return 'unclear';
  if (before === first || after === final) return 'unclear';
  const { spaced } = table;
  if (word_boundary && spaced[first] === 1 && spaced[before] === 1) return null;
  if (word_boundary && spaced[final] === 1 && spaced[after] === 1) return null;
  return { starts, ends };
}

/** No letter; no letter folds to these two. */
const nobody = 0;
const unseen = 1;

/** The letter a code unit is compared as, or that it is none, or one that has to be looked into. */
function foldedAt(code: number, { kind: kinds, folded }: ReturnType<typeof units>): number {
  const what = kinds[code]!;
  if (what === kind.letter) return folded[code]!;
  return what === kind.invisible || (code & 0xf800) === 0xd800 ? unseen : nobody;
}

import { makeAutomaton } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import { locatePlain, makePlain } from './locate-plain.ts';
import type { PlainPattern } from './locate-plain.ts';
import { locate } from './locate.ts';
import type { Span } from './locate.ts';
import type { Pattern } from './pattern.ts';
import { makeAlphabet, scan } from './scan.ts';
import type { Alphabet } from './scan.ts';

/** Patterns made ready to be looked for together. */
export interface Search {
  readonly alphabet: Alphabet;
  readonly automaton: Automaton;
  readonly patterns: readonly Pattern[];
  /** By pattern. */
  readonly plain: readonly (PlainPattern | null)[];
}

/** A pattern where it stands in a text. */
export interface Located extends Span {
  readonly pattern: number;
}

export function makeSearch(patterns: readonly Pattern[]): Search {
  const numberOf = new Map<number, number>();
  const numbered = patterns.map(({ units }) =>
    Int32Array.from(units, ({ unit }) => {
      const number = numberOf.get(unit) ?? numberOf.size + 1;
      numberOf.set(unit, number);
      return number;
    }),
  );
  const automaton = makeAutomaton(numbered, numberOf.size);
  const plain = patterns.map((one) => makePlain(one.units, one.word_boundary));
  return { alphabet: makeAlphabet(numberOf), automaton, patterns, plain };
}

/** Tells where the patterns stand in a text, or a stretch of it, in the order they end. */
export function search(
  text: string,
  { alphabet, automaton, patterns, plain }: Search,
  tell: (located: Located) => void,
  within?: Span,
): void {
  const found = (pattern: number, at: number): void => {
    const seen = plain[pattern] ? locatePlain(text, at, plain[pattern]) : 'unclear';
    const span = seen === 'unclear' ? locate(text, at, patterns[pattern]!) : seen;
    if (span) tell({ pattern, starts: span.starts, ends: span.ends });
  };
  scan(text, alphabet, automaton, found, within);
}

import { makeAutomaton } from './automaton.ts';
import type { Automaton } from './automaton.ts';
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
  return { alphabet: makeAlphabet(numberOf), automaton, patterns };
}

/** Tells where the patterns stand in a text, in the order they end. */
export function search(
  text: string,
  { alphabet, automaton, patterns }: Search,
  tell: (located: Located) => void,
): void {
  scan(text, alphabet, automaton, (pattern, at) => {
    const span = locate(text, at, patterns[pattern]!);
    if (span) tell({ pattern, starts: span.starts, ends: span.ends });
  });
}

import { makeAutomaton } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import { locatePlain, makePlain } from './locate-plain.ts';
import type { PlainPattern } from './locate-plain.ts';
import { locate } from './locate.ts';
import type { Span } from './locate.ts';
import { makePattern } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import { makeAlphabet, scan } from './scan.ts';
import type { Alphabet } from './scan.ts';

/** Patterns made ready to be looked for together. */
export interface Search {
  readonly alphabet: Alphabet;
  readonly automaton: Automaton;
  readonly patterns: readonly WrittenPattern[];
  /** By pattern, of those whose letters a text had: most never do. */
  readonly met: Map<number, MetPattern>;
}

/** What a pattern was made of, and can be again. */
type WrittenPattern = Omit<Pattern, 'units'>;

interface MetPattern {
  readonly pattern: Pattern;
  readonly plain: PlainPattern | null;
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
  const written = patterns.map(({ text, lang, word_boundary }) => ({ text, lang, word_boundary }));
  return { alphabet: makeAlphabet(numberOf), automaton, patterns: written, met: new Map() };
}

function meet({ patterns, met }: Search, number: number): MetPattern {
  const known = met.get(number);
  if (known) return known;
  const { text, lang, word_boundary } = patterns[number]!;
  const pattern = makePattern(text, lang, word_boundary, 1)!;
  const made = { pattern, plain: makePlain(pattern.units, word_boundary) };
  met.set(number, made);
  return made;
}

/** Tells where the patterns stand in a text, or a stretch of it, in the order they end. */
export function search(
  text: string,
  ready: Search,
  tell: (located: Located) => void,
  within?: Span,
): void {
  const found = (number: number, at: number): void => {
    const { pattern, plain } = meet(ready, number);
    const seen = plain ? locatePlain(text, at, plain) : 'unclear';
    const span = seen === 'unclear' ? locate(text, at, pattern) : seen;
    if (span) tell({ pattern: number, starts: span.starts, ends: span.ends });
  };
  scan(text, ready.alphabet, ready.automaton, found, within);
}

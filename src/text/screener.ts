import type { TermEntry, TermList } from '../model/terms.ts';
import { makeAutomaton } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import { makeCondition } from './condition.ts';
import type { Condition } from './condition.ts';
import { expandTerm } from './expand-term.ts';
import { makePattern } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import { makeAlphabet } from './scan.ts';
import type { Alphabet } from './scan.ts';

/** How a text stands for a term: itself, another way to write it, or a sound-alike. */
export type Via = 'term' | 'variant' | 'homophone';

export interface Source {
  readonly list: TermList;
  readonly entry: TermEntry;
  readonly via: Via;
  /** All must hold, or there is no hit. */
  readonly needs: readonly Condition[];
  readonly exceptions: readonly ReadyException[];
}

export interface ReadyException {
  readonly id: string;
  readonly when: readonly Condition[];
}

/** Term lists made ready for searching; made once, used for any number of texts. */
export interface Screener {
  readonly lists: readonly TermList[];
  readonly alphabet: Alphabet;
  readonly automaton: Automaton;
  readonly patterns: readonly Pattern[];
  /** By pattern: what it was made of. */
  readonly sources: readonly Source[];
}

/** The exception of an entry that is only part of one of its `inside` words. */
export const anotherWord = 'another_word';

/** Makes term lists ready. What cannot be searched for the pack's check has refused. */
export function makeScreener(lists: readonly TermList[]): Screener {
  const patterns: Pattern[] = [];
  const sources: Source[] = [];
  for (const list of lists) {
    const exceptions = list.exceptions.map(({ id, when, groups }) => ({
      id,
      groups,
      when: when.map(makeCondition),
    }));
    for (const entry of list.entries) {
      const considered = [
        ...insideOf(entry),
        ...exceptions.filter(({ groups }) => groups?.includes(entry.group ?? '') ?? true),
      ];
      const needs = entry.needs.map(makeCondition);
      for (const [text, via] of textsOf(entry)) {
        const pattern = makePattern(text, entry.lang, entry.word_boundary);
        if (!pattern) continue;
        patterns.push(pattern);
        sources.push({ list, entry, via, needs, exceptions: considered });
      }
    }
  }
  const numberOf = new Map<number, number>();
  const numbered = patterns.map(({ units }) =>
    Int32Array.from(units, ({ unit }) => {
      const number = numberOf.get(unit) ?? numberOf.size + 1;
      numberOf.set(unit, number);
      return number;
    }),
  );
  const automaton = makeAutomaton(numbered, numberOf.size);
  return { lists, alphabet: makeAlphabet(numberOf), automaton, patterns, sources };
}

/** Every text an entry stands for, as written out. */
export function textsOf({ term, variants, homophones }: TermEntry): [string, Via][] {
  const written: readonly [string, Via][] = [
    [term, 'term'],
    ...variants.map((one): [string, Via] => [one, 'variant']),
    ...homophones.map((one): [string, Via] => [one, 'homophone']),
  ];
  return written.flatMap(([text, via]) =>
    (expandTerm(text) ?? []).map((one): [string, Via] => [one, via]),
  );
}

function insideOf({ inside }: TermEntry): ReadyException[] {
  if (inside.length === 0) return [];
  const within = Number.MAX_SAFE_INTEGER;
  const cover = { place: 'cover', within, reach: 'clause', any: inside, but_not: [] } as const;
  return [{ id: anotherWord, when: [makeCondition(cover)] }];
}

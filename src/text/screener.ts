import type { TermEntry, TermException, TermList } from '../model/terms.ts';
import { conditionBook, insideCondition } from './context-words.ts';
import type { ContextWords, Wanted } from './context-words.ts';
import { expandTerm } from './expand-term.ts';
import { makePattern } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import { makeSearch } from './search.ts';
import type { Search } from './search.ts';

/** How a text stands for a term: itself, another way to write it, or a sound-alike. */
export type Via = 'term' | 'variant' | 'homophone';

/** An entry with the numbers of the conditions it hangs on. */
export interface ReadyEntry {
  readonly list: TermList;
  readonly entry: TermEntry;
  /** All must hold, or there is no hit. */
  readonly needs: Wanted;
  readonly exceptions: readonly ReadyException[];
  /** The conditions of all exceptions. */
  readonly excepting: Wanted;
}

export interface ReadyException {
  readonly id: string;
  readonly when: readonly number[];
}

export interface Source {
  readonly ready: ReadyEntry;
  readonly via: Via;
}

/** Term lists made ready for searching; made once, used for any number of texts. */
export interface Screener {
  readonly lists: readonly TermList[];
  readonly terms: Search;
  /** By pattern of `terms`: what it was made of. */
  readonly sources: readonly Source[];
  /** Words of what entries need. */
  readonly needs: ContextWords;
  /** Words of exceptions. */
  readonly exceptions: ContextWords;
}

/** The exception of an entry that is only part of one of its `inside` words. */
export const anotherWord = 'another_word';

/** Makes term lists ready. What cannot be searched for the pack's check has refused. */
export function makeScreener(lists: readonly TermList[]): Screener {
  const needed = conditionBook();
  const book = conditionBook();
  const patterns: Pattern[] = [];
  const sources: Source[] = [];
  for (const list of lists) {
    const exceptions = list.exceptions.map((one) => ({
      ...one,
      when: one.when.map((condition) => book.add(condition)),
    }));
    // Entries of a group share what they need.
    const needsOf = new Map<string, Wanted>();
    for (const entry of list.entries) {
      const key = JSON.stringify(entry.needs);
      const needs = needsOf.get(key) ?? needed.wanted(entry.needs.map(needed.add));
      needsOf.set(key, needs);
      const inside =
        entry.inside.length === 0
          ? []
          : [{ id: anotherWord, when: [book.add(insideCondition(entry))] }];
      const considered = [...inside, ...consideredFor(entry, exceptions)];
      const excepting = book.wanted(considered.flatMap(({ when }) => when));
      const ready = { list, entry, needs, exceptions: considered, excepting };
      for (const [text, via] of textsOf(entry)) {
        const pattern = makePattern(text, entry.lang, entry.word_boundary);
        if (!pattern) continue;
        patterns.push(pattern);
        sources.push({ ready, via });
      }
    }
  }
  return {
    lists,
    terms: makeSearch(patterns),
    sources,
    needs: needed.finish(),
    exceptions: book.finish(),
  };
}

function consideredFor(
  { group }: TermEntry,
  exceptions: readonly (Pick<TermException, 'groups'> & ReadyException)[],
): ReadyException[] {
  return exceptions.filter(({ groups }) => groups?.includes(group ?? '') ?? true);
}

/** What a list looks for: claims, or corrections of them. */
export function roleOf(list: string, { lists }: Screener): TermList['role'] | undefined {
  return lists.find(({ id }) => id === list)?.role;
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

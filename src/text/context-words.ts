import type { TermCondition, TermEntry } from '../model/terms.ts';
import { expandTerm } from './expand-term.ts';
import { makePattern } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import { makeSearch } from './search.ts';
import type { Search } from './search.ts';

/** A condition as it is checked; its words are among those of `ContextWords`. */
export type ReadyCondition = Pick<TermCondition, 'place' | 'within' | 'reach'> & {
  /** Pairs of marks; of `quoted` alone. */
  readonly pairs: readonly string[];
};

/** What a word found near a hit means: it fulfils a condition, or takes away from one. */
export interface WordUse {
  readonly condition: number;
  readonly but_not: boolean;
}

/** All words of all conditions, looked for together. */
export interface ContextWords {
  readonly search: Search;
  /** By pattern. */
  readonly uses: readonly (readonly WordUse[])[];
  readonly conditions: readonly ReadyCondition[];
}

/** Collects conditions, numbering them, and the words they look for. */
export interface ConditionBook {
  /** The number of a condition, for entries of a language. */
  readonly add: (condition: TermCondition) => number;
  readonly finish: () => ContextWords;
}

export function conditionBook(): ConditionBook {
  const conditions: ReadyCondition[] = [];
  const words = new Map<string, WordUse[]>();
  const note = (texts: readonly string[], use: WordUse): void => {
    for (const text of texts.flatMap((one) => expandTerm(one) ?? [])) {
      const uses = words.get(text);
      if (uses) uses.push(use);
      else words.set(text, [use]);
    }
  };
  return {
    add: ({ place, within, reach, any, but_not }) => {
      const condition = conditions.length;
      const quoted = place === 'quoted';
      conditions.push({ place, within, reach, pairs: quoted ? any : [] });
      if (!quoted) note(any, { condition, but_not: false });
      note(but_not, { condition, but_not: true });
      return condition;
    },
    finish: () => {
      const patterns: Pattern[] = [];
      const uses: WordUse[][] = [];
      for (const [text, used] of words) {
        const pattern = makePattern(text, isLatin(text) ? 'en' : 'zh', true, 1);
        if (!pattern) continue;
        patterns.push(pattern);
        uses.push(used);
      }
      return { search: makeSearch(patterns), uses, conditions };
    },
  };
}

/** The condition that an entry is only part of one of its `inside` words. */
export function insideCondition({ inside }: TermEntry): TermCondition {
  return { place: 'cover', within: 0, reach: 'clause', any: inside, but_not: [] };
}

function isLatin(text: string): boolean {
  return /[a-z]/i.test(text) && !/\p{Script=Han}/u.test(text);
}

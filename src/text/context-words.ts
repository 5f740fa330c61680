import type { TermCondition, TermEntry } from '../model/terms.ts';
import { expandTerm } from './expand-term.ts';
import { makePattern } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import { makeSearch } from './search.ts';
import type { Search } from './search.ts';
import { reachOf } from './stretch.ts';
import type { Reach } from './stretch.ts';

/** A condition as it is checked; its words are among those of `ContextWords`. */
export type ReadyCondition = Pick<TermCondition, 'place' | 'within' | 'reach'> & {
  /** Pairs of marks; of `quoted` alone. */
  readonly pairs: readonly string[];
  /** Code units of the longest word, and of the longest that does not count. */
  readonly longest: number;
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
  /** By pattern: letters between it and a hit at most, of all conditions that want it. */
  readonly most: readonly number[];
  readonly conditions: readonly ReadyCondition[];
}

/** Conditions asked about together, and how far from a hit their words may stand. */
export interface Wanted {
  readonly conditions: ReadonlySet<number>;
  readonly reach: Reach;
}

/** Collects conditions, numbering them, and the words they look for. */
export interface ConditionBook {
  /** The number of a condition, for entries of a language. */
  readonly add: (condition: TermCondition) => number;
  readonly wanted: (conditions: readonly number[]) => Wanted;
  readonly finish: () => ContextWords;
}

export function conditionBook(): ConditionBook {
  const conditions: ReadyCondition[] = [];
  const words = new Map<string, WordUse[]>();
  const note = (texts: readonly string[], use: WordUse): number => {
    let longest = 0;
    for (const text of texts.flatMap((one) => expandTerm(one) ?? [])) {
      const uses = words.get(text);
      if (uses) uses.push(use);
      else words.set(text, [use]);
      longest = Math.max(longest, text.length);
    }
    return longest;
  };
  return {
    add: ({ place, within, reach, any, but_not }) => {
      const condition = conditions.length;
      const quoted = place === 'quoted';
      const longest = Math.max(
        quoted ? 0 : note(any, { condition, but_not: false }),
        note(but_not, { condition, but_not: true }),
      );
      conditions.push({ place, within, reach, pairs: quoted ? any : [], longest });
      return condition;
    },
    wanted: (numbers) => ({
      conditions: new Set(numbers),
      reach: reachOf(numbers.map((number) => conditions[number]!)),
    }),
    finish: () => {
      const patterns: Pattern[] = [];
      const uses: WordUse[][] = [];
      const most: number[] = [];
      for (const [text, used] of words) {
        const pattern = makePattern(text, isLatin(text) ? 'en' : 'zh', true, 1);
        if (!pattern) continue;
        patterns.push(pattern);
        uses.push(used);
        most.push(Math.max(...used.map(({ condition }) => conditions[condition]!.within)));
      }
      return { search: makeSearch(patterns), uses, most, conditions };
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

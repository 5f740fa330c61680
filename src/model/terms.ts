import type { Localised } from './localised.ts';

export type TermLanguage = 'zh' | 'en';

/**
 * A word or phrase to look for. Written with alternatives in brackets, `(全国|全网)第一`, an empty
 * one for what may be left out, and `#` for any number.
 */
export interface TermEntry {
  readonly term: string;
  readonly lang: TermLanguage;
  /** Which exceptions are considered; null for those of the list that name no group. */
  readonly group: string | null;
  /** Other ways to write it. */
  readonly variants: readonly string[];
  /** Spellings by sound or shape that stand in for it. */
  readonly homophones: readonly string[];
  /** Longer words it is only a part of, in which it means something else. */
  readonly inside: readonly string[];
  /** Whether a letter or digit of a Latin script may stand right before or after it. */
  readonly word_boundary: boolean;
  /** What must stand near it for it to mean the claim at all. */
  readonly needs: readonly TermCondition[];
  readonly note: string | null;
}

/** How far a condition looks: to the next comma, the next full stop, or as far as it may. */
export type TermReach = 'clause' | 'sentence' | 'text';

/** Something that must stand near a hit. `#` in a word is any number. */
export interface TermCondition {
  /**
   * `before`: a word that begins before the hit; `after`: one that ends after it; `around`: either,
   * or one in the hit. `cover`: a word that the hit or a part of it lies in. `quoted`: the hit
   * stands between two marks, pairs of which `any` lists.
   */
  readonly place: 'before' | 'after' | 'around' | 'cover' | 'quoted';
  /** Letters between the hit and the word, at most. */
  readonly within: number;
  readonly reach: TermReach;
  readonly any: readonly string[];
  /** Longer words that hold one of `any` and do not count. */
  readonly but_not: readonly string[];
}

/** A reason why a hit may be none, with where it is written. */
export interface TermException {
  readonly id: string;
  readonly title: Localised;
  /** Article of the text that states it; 'ours' where none does. */
  readonly cite: string;
  /** Groups of entries it is considered for; null for every entry. */
  readonly groups: readonly string[] | null;
  /** All must hold. */
  readonly when: readonly TermCondition[];
}

/** A list of terms of one kind of claim, as a pack brings it: `terms/<id>.yaml`. */
export interface TermList {
  readonly id: string;
  readonly title: Localised;
  /** Article the list serves. */
  readonly cite: string;
  readonly category: string;
  /** `correction`: phrases by which a speaker takes back what was said. */
  readonly role: 'claim' | 'correction';
  /** Of corrections: seconds after a claim in which one still counts; null of claims. */
  readonly within_s: number | null;
  readonly entries: readonly TermEntry[];
  readonly exceptions: readonly TermException[];
}

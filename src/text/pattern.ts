import type { TermLanguage } from '../model/terms.ts';
import { kind, otherLetter, units } from './units.ts';

/** What a term itself has before a letter: nothing, a space or sign, or a full stop or comma. */
export type OwnGap = 'none' | 'space' | 'stop';

/** One letter of a pattern, runs of the same one taken together. */
export interface PatternUnit {
  /** Folded code unit; `digit` for every run of digits. */
  readonly unit: number;
  /** How often it is repeated; of digits 1. */
  readonly run: number;
  /** The digits themselves; null for any number, and for letters. */
  readonly digits: string | null;
  /** Before each letter of the run. */
  readonly gaps: readonly OwnGap[];
}

/** A text to look for, folded. */
export interface Pattern {
  readonly text: string;
  readonly lang: TermLanguage;
  readonly word_boundary: boolean;
  readonly units: readonly PatternUnit[];
}

/** Stands for every run of digits: a number is one letter to the search. */
export const digit = 0x23;

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

interface Draft {
  unit: number;
  run: number;
  digits: string | null;
  readonly gaps: OwnGap[];
}

/**
 * Folds a text to look for; `#` in it is any number. Null where it has fewer than `least` different
 * letters in a row, or one that is not in the tables.
 */
export function makePattern(
  text: string,
  lang: TermLanguage,
  word_boundary: boolean,
  least = 2,
): Pattern | null {
  const table = units();
  const drafts: Draft[] = [];
  let gap: OwnGap = 'none';
  for (const one of text) {
    const point = one.codePointAt(0)!;
    if (point > 0xffff) return null;
    const what = point === digit ? kind.letter : table.kind[point]!;
    if (what === kind.letter) {
      const folded = point === digit ? digit : table.folded[point]!;
      if (folded === otherLetter) return null;
      append(drafts, folded, drafts.length === 0 ? 'none' : gap);
      gap = 'none';
    } else if (what === kind.stop || what === kind.dot) gap = 'stop';
    else if (what !== kind.invisible && gap === 'none') gap = 'space';
  }
  return drafts.length < least ? null : { text, lang, word_boundary, units: drafts };
}

/** One more letter, as a run of its own or with those before it. */
function append(drafts: Draft[], folded: number, gap: OwnGap): void {
  const figure = folded === digit || isDigit(folded);
  const unit = figure ? digit : folded;
  const digits = isDigit(folded) ? String.fromCharCode(folded) : null;
  const last = drafts.at(-1);
  if (last?.unit !== unit) {
    drafts.push({ unit, run: 1, digits, gaps: [gap] });
  } else if (figure) {
    last.digits = last.digits === null || digits === null ? null : last.digits + digits;
  } else {
    last.run++;
    last.gaps.push(gap);
  }
}

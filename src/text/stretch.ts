import type { TermReach } from '../model/terms.ts';
import { cutAt } from './between.ts';
import type { ReadyCondition } from './context-words.ts';
import type { Span } from './locate.ts';
import { digit, isDigit } from './pattern.ts';
import { gapMax, readBackward, readForward, unread } from './read-unit.ts';
import { kind, units } from './units.ts';

/** Code units around a hit that conditions look at, at most. */
export const radius = 400;

/** How far from a hit a word may stand that conditions ask for. */
export interface Reach {
  /** Letters between the word and the hit at most; -1 where none is looked for on that side. */
  readonly before: number;
  readonly after: number;
  /** What ends the search: a cut of so much, as `Between` counts it. */
  readonly cut: number;
  /** Letters of the longest word. */
  readonly longest: number;
}

/** A cut from which on a word is out of reach. */
export const cutOf: Readonly<Record<TermReach, number>> = { clause: 1, sentence: 2, text: 3 };

/** The reach of several conditions together. */
export function reachOf(conditions: readonly ReadyCondition[]): Reach {
  const looking = conditions.filter(({ place }) => place !== 'quoted');
  const most = (sides: readonly ReadyCondition[]): number =>
    Math.max(-1, ...sides.map(({ place, within }) => (place === 'cover' ? 0 : within)));
  return {
    before: most(looking.filter(({ place }) => place !== 'after')),
    after: most(looking.filter(({ place }) => place !== 'before')),
    cut: Math.max(0, ...looking.map(({ reach }) => cutOf[reach])),
    longest: Math.max(0, ...looking.map(({ longest }) => longest)),
  };
}

/**
 * The part of a text in which all words stand that may concern a hit: those within reach, to
 * their far ends, and the longer words they may be part of.
 */
export function stretchOf(text: string, hit: Span, reach: Reach): Span {
  return {
    starts: edgeOf(text, hit.starts, -1, reach.before, reach),
    ends: edgeOf(text, hit.ends, 1, reach.after, reach),
  };
}

/** Walks from a hit to where no word is of interest any more. A run of one letter counts once. */
function edgeOf(
  text: string,
  from: number,
  step: 1 | -1,
  letters: number,
  { cut, longest }: Reach,
): number {
  const limit = step === 1 ? Math.min(text.length, from + radius) : Math.max(0, from - radius);
  const table = units();
  const unit = unread();
  let near = true;
  let left = letters;
  let before = 0;
  let gap = 0;
  for (let at = from; at * step < limit * step;) {
    if (step === 1) readForward(text, at, unit, table);
    else readBackward(text, at, unit, table);
    const isLetter = unit.kind === kind.letter;
    if (near) {
      if (isLetter) left--;
      near = left >= 0 && (isLetter || unit.kind < kind.dot || cutAt(text, unit.starts) < cut);
      if (!near) {
        left = longest;
        before = gap = 0;
      }
    }
    if (!near) {
      if (!isLetter) gap += unit.ends - unit.starts;
      else {
        gap = 0;
        const folded = isDigit(unit.folded) ? digit : unit.folded;
        if (folded !== before) left--;
        before = folded;
      }
      if (left < 0 || gap > gapMax) return at;
    }
    at = step === 1 ? unit.ends : unit.starts;
  }
  return limit;
}

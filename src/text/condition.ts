import type { TermCondition, TermReach } from '../model/terms.ts';
import type { Context } from './context.ts';
import type { Span } from './locate.ts';
import { wordFinder } from './word-finder.ts';
import type { WordFinder } from './word-finder.ts';

/** A hit as a condition sees it. */
export interface Surroundings {
  readonly text: string;
  readonly span: Span;
  readonly context: (reach: TermReach) => Context;
}

/** What made a condition hold, or null where it does not. */
export type Condition = (hit: Surroundings) => string | null;

export function makeCondition(condition: TermCondition): Condition {
  const { place, within, reach, any } = condition;
  if (place === 'quoted') return ({ text, span }) => quotedBy(text, span, any, within);
  const find = countingWords(condition);
  return ({ context }) => {
    const around = context(reach);
    for (const word of find(around.text)) {
      if (holds(place, word, around, within)) return word.word;
    }
    return null;
  };
}

type Place = Exclude<TermCondition['place'], 'quoted'>;

/** A word that begins before the hit counts as before it even where it reaches into it. */
function holds(place: Place, word: Span, hit: Span, within: number): boolean {
  const overlaps = word.starts < hit.ends && word.ends > hit.starts;
  const inside = word.starts >= hit.starts && word.ends <= hit.ends;
  if (place === 'cover')
    return overlaps && (!inside || word.ends - word.starts === hit.ends - hit.starts);
  if (place === 'around' && inside) return true;
  const before = word.starts < hit.starts && hit.starts - word.ends <= within;
  const after = word.ends > hit.ends && word.starts - hit.ends <= within;
  return (place !== 'after' && before) || (place !== 'before' && after);
}

/** Words of `any`, without those that are part of one of `but_not`. */
function countingWords({ any, but_not }: TermCondition): WordFinder {
  const words = wordFinder(any);
  if (but_not.length === 0) return words;
  const others = wordFinder(but_not);
  return (folded) => {
    const covering = [...others(folded)];
    return [...words(folded)].filter(({ starts, ends }) =>
      covering.every((other) => starts < other.starts || ends > other.ends),
    );
  };
}

/** The pair of marks (`“”`) a hit stands between, each no farther than `within` code units. */
function quotedBy(
  text: string,
  { starts, ends }: Span,
  pairs: readonly string[],
  within: number,
): string | null {
  const before = text.slice(Math.max(0, starts - within - 1), starts);
  const after = text.slice(ends, ends + within + 1);
  for (const marks of pairs) {
    const [open = '', close = ''] = marks;
    const opens = before.lastIndexOf(open);
    const closes = after.indexOf(close);
    if (opens < 0 || closes < 0) continue;
    const closedBefore = open !== close && before.slice(opens + 1).includes(close);
    const opensAgain = open !== close && after.slice(0, closes).includes(open);
    if (!closedBefore && !opensAgain) return marks;
  }
  return null;
}

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

function holds(place: Place, word: Span, hit: Span, within: number): boolean {
  if (place === 'cover') {
    const longer = word.ends - word.starts > hit.ends - hit.starts;
    return longer && word.starts <= hit.starts && word.ends >= hit.ends;
  }
  // What the hit itself says counts as around it.
  if (place === 'around' && word.starts >= hit.starts && word.ends <= hit.ends) return true;
  const before = place !== 'after' && word.ends <= hit.starts;
  const after = place !== 'before' && word.starts >= hit.ends;
  return (
    (before && hit.starts - word.ends <= within) || (after && word.starts - hit.ends <= within)
  );
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

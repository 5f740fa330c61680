import type { TermReach } from '../model/terms.ts';
import { between } from './between.ts';
import type { Between } from './between.ts';
import type { ContextWords, ReadyCondition } from './context-words.ts';
import type { Span } from './locate.ts';
import type { Located } from './search.ts';
import { cutOf } from './stretch.ts';

/** A hit with the words of conditions near it. */
export interface Surroundings {
  readonly text: string;
  readonly hit: Span;
  readonly near: readonly Located[];
}

/** Those of the wanted conditions that hold, each with the words that make it hold. */
export function holding(
  surroundings: Surroundings,
  words: ContextWords,
  wanted: ReadonlySet<number>,
): Map<number, string> {
  const { text, hit, near } = surroundings;
  const held = new Map<number, string>();
  for (const word of near) {
    let place: Placed | null = null;
    for (const { condition, but_not } of words.uses[word.pattern]!) {
      if (but_not || !wanted.has(condition) || held.has(condition)) continue;
      place ??= placeOf(text, word, hit, words.most[word.pattern]!);
      if (!fulfils(place, words.conditions[condition]!)) continue;
      if (isTakenAway(word, condition, near, words)) continue;
      held.set(condition, text.slice(word.starts, word.ends));
    }
  }
  for (const number of wanted) {
    const { place, pairs, within } = words.conditions[number]!;
    const marks = place === 'quoted' ? quotedBy(text, hit, pairs, within) : null;
    if (marks !== null) held.set(number, marks);
  }
  return held;
}

/** Where a word stands to a hit. A word may begin before it and end after it. */
interface Placed {
  readonly before: Between | null;
  readonly after: Between | null;
  readonly inside: boolean;
  readonly covers: boolean;
}

const touching: Between = { letters: 0, cut: 0 };

function placeOf(text: string, word: Span, hit: Span, most: number): Placed {
  const overlaps = word.starts < hit.ends && word.ends > hit.starts;
  const inside = word.starts >= hit.starts && word.ends <= hit.ends;
  const whole = word.starts === hit.starts && word.ends === hit.ends;
  const before = word.starts < hit.starts;
  const after = word.ends > hit.ends;
  return {
    before: before ? (overlaps ? touching : between(text, word.ends, hit.starts, most)) : null,
    after: after ? (overlaps ? touching : between(text, hit.ends, word.starts, most)) : null,
    inside,
    covers: overlaps && (!inside || whole),
  };
}

function fulfils({ before, after, inside, covers }: Placed, condition: ReadyCondition): boolean {
  const { place, within, reach } = condition;
  if (place === 'cover') return covers;
  if (place === 'around' && inside) return true;
  return (
    (place !== 'after' && before !== null && isNear(before, within, reach)) ||
    (place !== 'before' && after !== null && isNear(after, within, reach))
  );
}

function isNear({ letters, cut }: Between, within: number, reach: TermReach): boolean {
  return letters <= within && cut < cutOf[reach];
}

/** Whether the word is part of a longer one that does not count. */
function isTakenAway(
  word: Located,
  condition: number,
  near: readonly Located[],
  { uses }: ContextWords,
): boolean {
  return near.some(
    ({ pattern, starts, ends }) =>
      starts <= word.starts &&
      ends >= word.ends &&
      uses[pattern]!.some((use) => use.but_not && use.condition === condition),
  );
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

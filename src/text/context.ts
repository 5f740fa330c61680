import type { ContextWords } from './context-words.ts';
import type { Span } from './locate.ts';
import { search } from './search.ts';
import type { Located } from './search.ts';
import { stretchOf } from './stretch.ts';
import type { Reach } from './stretch.ts';

/** Hits near each other share one window, up to so many code units. */
const windowMax = 16_384;

/** A hit with the stretch of the text in which words may concern it. */
export interface InContext {
  readonly hit: Located;
  readonly stretch: Span;
}

/** A stretch of a text with all that conditions look at around the hits in it. */
export interface Window extends Span {
  readonly hits: readonly InContext[];
}

/** Words of conditions in a window, in the order they begin. */
export function wordsIn(text: string, window: Span, words: ContextWords): Located[] {
  const found: Located[] = [];
  search(text, words.search, (one) => found.push(one), window);
  return found.sort((a, b) => a.starts - b.starts || a.ends - b.ends || a.pattern - b.pattern);
}

/** The windows of hits in the order they begin; each hit is in one. */
export function windowsOf(
  text: string,
  hits: readonly Located[],
  reachOf: (hit: Located) => Reach,
): Window[] {
  const all: { starts: number; ends: number; hits: InContext[] }[] = [];
  for (const hit of hits) {
    const stretch = stretchOf(text, hit, reachOf(hit));
    const last = all.at(-1);
    const starts = Math.min(last?.starts ?? 0, stretch.starts);
    if (last && stretch.starts <= last.ends && stretch.ends - starts <= windowMax) {
      last.starts = starts;
      last.ends = Math.max(last.ends, stretch.ends);
      last.hits.push({ hit, stretch });
    } else all.push({ ...stretch, hits: [{ hit, stretch }] });
  }
  return all;
}

/** The words that begin in a stretch, of words in order. */
export function nearby(words: readonly Located[], { starts, ends }: Span): Located[] {
  let low = 0;
  for (let high = words.length; low < high;) {
    const middle = (low + high) >> 1;
    if (words[middle]!.starts < starts) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < words.length && words[to]!.starts <= ends) to++;
  return words.slice(low, to);
}

import type { Span } from './locate.ts';
import { readForward, unread } from './read-unit.ts';
import type { ContextWords } from './context-words.ts';
import { search } from './search.ts';
import type { Located } from './search.ts';
import { kind, units } from './units.ts';

/** Code units around a hit that conditions look at. */
const radius = 400;
/** Hits near each other share one window, up to so many code units. */
const windowMax = 16_384;
/** A stretch of a text with all that conditions look at around the hits in it. */
export interface Window extends Span {
  readonly hits: readonly Located[];
}

/** Words of conditions in a window, in the order they begin. */
export function wordsIn(text: string, window: Span, words: ContextWords): Located[] {
  const found: Located[] = [];
  const { starts: shift, ends } = window;
  search(text.slice(shift, ends), words.search, (one) => {
    found.push({ pattern: one.pattern, starts: one.starts + shift, ends: one.ends + shift });
  });
  return found.sort((a, b) => a.starts - b.starts || a.ends - b.ends || a.pattern - b.pattern);
}

/** The windows of hits in the order they begin; each hit is in one. */
export function windowsOf(text: string, hits: readonly Located[]): Window[] {
  const all: { starts: number; ends: number; hits: Located[] }[] = [];
  for (const hit of hits) {
    const from = Math.max(0, hit.starts - radius);
    const to = Math.min(text.length, hit.ends + radius);
    const last = all.at(-1);
    if (last && from <= last.ends && to - last.starts <= windowMax) {
      last.ends = Math.max(last.ends, to);
      last.hits.push(hit);
    } else all.push({ starts: from, ends: to, hits: [hit] });
  }
  return all;
}

/** The words that may concern a hit: those within reach of it, of words in order. */
export function nearby(words: readonly Located[], { starts, ends }: Span): Located[] {
  let low = 0;
  for (let high = words.length; low < high;) {
    const middle = (low + high) >> 1;
    if (words[middle]!.starts < starts - radius) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < words.length && words[to]!.starts <= ends + radius) to++;
  return words.slice(low, to);
}

/** What lies between two stretches of a text. */
export interface Between {
  readonly letters: number;
  /** 0 where neither clause nor sentence ends, 1 where a clause does, 2 where a sentence does. */
  readonly cut: number;
}

/** What lies between two offsets; more than `most` letters are not counted on. */
export function between(text: string, from: number, to: number, most: number): Between {
  const table = units();
  const unit = unread();
  let letters = 0;
  let cut = 0;
  for (let at = from; at < to && letters <= most; at = unit.ends) {
    readForward(text, at, unit, table);
    if (unit.kind === kind.letter) letters++;
    else if (unit.kind >= kind.dot) cut = Math.max(cut, cutAt(text, at));
  }
  return { letters, cut };
}

const sentenceEnds = new Set('。！？!?；;\n\r');
const clauseEnds = new Set('，,');

function cutAt(text: string, at: number): number {
  const mark = text.charAt(at);
  if (sentenceEnds.has(mark)) return 2;
  if (mark === '.') return /^\s?$/.test(text.charAt(at + 1)) ? 2 : 0;
  if (mark === ',' && isFigure(text, at - 1) && isFigure(text, at + 1)) return 0;
  return clauseEnds.has(mark) ? 1 : 0;
}

function isFigure(text: string, at: number): boolean {
  return /^[0-9]$/.test(text.charAt(at));
}

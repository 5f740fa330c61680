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
/** Words of conditions looked at in one window. */
const wordsMax = 20_000;

/** Words of conditions near the spans, in the order they begin, as the spans are. */
export function wordsNear(text: string, spans: readonly Span[], words: ContextWords): Located[] {
  const found: Located[] = [];
  for (const { starts, ends } of windows(text, spans)) {
    const part = text.slice(starts, ends);
    for (const one of search(part, words.search, wordsMax)) {
      found.push({ ...one, starts: one.starts + starts, ends: one.ends + starts });
    }
  }
  return found.sort((a, b) => a.starts - b.starts || a.ends - b.ends || a.pattern - b.pattern);
}

function windows(text: string, spans: readonly Span[]): Span[] {
  const all: { starts: number; ends: number }[] = [];
  for (const { starts, ends } of spans) {
    const from = Math.max(0, starts - radius);
    const to = Math.min(text.length, ends + radius);
    const last = all.at(-1);
    if (last && from <= last.ends && to - last.starts <= windowMax)
      last.ends = Math.max(last.ends, to);
    else all.push({ starts: from, ends: to });
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

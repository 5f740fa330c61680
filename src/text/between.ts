import { readForward, unread } from './read-unit.ts';
import { kind, units } from './units.ts';

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

/** How much of a cut the mark at an offset is. */
export function cutAt(text: string, at: number): number {
  const mark = text.charAt(at);
  if (sentenceEnds.has(mark)) return 2;
  if (mark === '.') return /^\s?$/.test(text.charAt(at + 1)) ? 2 : 0;
  if (mark === ',' && isFigure(text, at - 1) && isFigure(text, at + 1)) return 0;
  return clauseEnds.has(mark) ? 1 : 0;
}

function isFigure(text: string, at: number): boolean {
  return /^[0-9]$/.test(text.charAt(at));
}

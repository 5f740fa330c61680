import { readForward, unread } from './read-unit.ts';
import { kind, units } from './units.ts';

/** A text as it is compared, and where each of its code units stands in the original. */
export interface Folded {
  /** Letters alone, folded; one space where letters of a spaced script are parted. */
  readonly text: string;
  /** By code unit of `text`: where it begins and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Folds a stretch of a text: width, case, accents, traditional characters, decoration. */
export function fold(text: string, from = 0, to = text.length): Folded {
  const table = units();
  const unit = unread();
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let parted = false;
  for (let at = from; at < to; at = unit.ends) {
    readForward(text, at, unit, table);
    if (unit.kind !== kind.letter) {
      parted ||= unit.kind !== kind.invisible;
      continue;
    }
    const last = folded.charCodeAt(folded.length - 1);
    if (parted && table.spaced[last] === 1 && table.spaced[unit.folded] === 1) {
      folded += ' ';
      starts.push(ends.at(-1)!);
      ends.push(unit.starts);
    }
    parted = false;
    folded += String.fromCharCode(unit.folded);
    starts.push(unit.starts);
    ends.push(unit.ends);
  }
  return { text: folded, starts, ends };
}

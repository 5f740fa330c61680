import { comma, doubleQuote, isWord, open, quote, semicolon, spells, textOf } from './bytes.ts';
import { needMore, skipGap } from './gaps.ts';
import type { Stretch } from './gaps.ts';
import { endsStatement, opensLine } from './statement-end.ts';

/** What stands behind a row. */
export const behind = {
  /** Another row. */
  row: 0,
  /** The end of the statement. */
  end: 1,
  /** ON DUPLICATE KEY UPDATE and the like. */
  tail: 2,
  /** Nothing that can stand there: this row or the next is damaged. */
  strange: 3,
  more: 4,
} as const;

/** Looks behind a row; reused, because it is asked for every one. */
export class RowFollow {
  what: number = behind.more;
  /** Offset of the next row, or behind the statement's end, or of the tail. */
  at = 0;

  look(stretch: Stretch, from: number, delimiter: string): void {
    const { bytes, to } = stretch;
    // By far the most rows: `),(` and `),\n(`.
    if (bytes[from] === comma && from + 2 < to) {
      const at = bytes[from + 1] === 0x0a ? from + 2 : from + 1;
      if (bytes[at] === open) {
        this.#set(behind.row, at);
        return;
      }
    }
    this.#slow(stretch, from, delimiter);
  }

  #set(what: number, at: number): void {
    this.what = what;
    this.at = at;
  }

  #slow(stretch: Stretch, from: number, delimiter: string): void {
    const { bytes, to, final } = stretch;
    const at = skipGap(stretch, from);
    if (at === needMore || (at >= to && !final)) {
      this.#set(final ? behind.strange : behind.more, from);
      return;
    }
    if (at >= to) {
      this.#set(behind.end, to);
      return;
    }
    const byte = bytes[at]!;
    if (byte === open) this.#set(behind.row, at);
    else if (byte === comma) this.#comma(stretch, at);
    else if (delimiter !== ';' && startsWith(stretch, at, delimiter)) {
      this.#set(behind.end, at + delimiter.length);
    } else if (byte === semicolon) {
      const ends = endsStatement(stretch, at, true);
      this.#set(ends === needMore ? behind.more : ends ? behind.end : behind.strange, at + 1);
    } else if (to - at < 80 && !final) this.#set(behind.more, at);
    else if (spells(bytes, at, to, 'on') || spells(bytes, at, to, 'as')) {
      this.#set(behind.tail, at);
    } else {
      this.#set(bytes[at - 1] === 0x0a && opensLine(stretch, at) ? behind.end : behind.strange, at);
    }
  }

  #comma(stretch: Stretch, comma_at: number): void {
    const { bytes, to, final } = stretch;
    const at = skipGap(stretch, comma_at + 1);
    if (at === needMore || at >= to) this.#set(final ? behind.strange : behind.more, comma_at);
    else this.#set(bytes[at] === open ? behind.row : behind.strange, at);
  }
}

function startsWith({ bytes, to }: Stretch, at: number, delimiter: string): boolean {
  return textOf(bytes, at, Math.min(to, at + delimiter.length)) === delimiter;
}

/** Whether no name, number or text stands between two offsets: then no row is lost there. */
export function onlySeparators(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at]!;
    if (isWord(byte) || byte === quote || byte === doubleQuote) return false;
  }
  return true;
}

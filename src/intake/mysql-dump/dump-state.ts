import type { Place } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import type { ByteWindow } from '../byte-window.ts';
import type { Damage } from '../charset.ts';
import type { RawInput, RawSink } from '../raw.ts';
import { lf } from './bytes.ts';
import type { Stretch, Unended } from './gaps.ts';

/** Bytes that looking for the next whole row may cost before any of the file is passed. */
const credit_bytes = 64 * 1024 * 1024;
/** And how much more for each byte passed: this keeps the reader linear on any input. */
const credit_per_byte = 4;

/** What the parts of the reader share: where it stands in the file and how it is to be read. */
export class DumpState {
  delimiter = ';';
  /** Whether a backslash escapes. */
  escapes = true;
  /** Offset that TIMESTAMP columns are written in, such as '+00:00'; null where none is set. */
  offset: string | null = null;
  rows = 0;
  readonly window: ByteWindow;
  readonly sink: RawSink;
  readonly input: RawInput;
  readonly limits: Limits;
  readonly damage: Damage;
  readonly #unended: Unended = { from: 0, to: 0 };
  #spent = 0;
  #line = 1;
  /** Offset in the file up to which lines are counted, and of the start of that line. */
  #counted = 0;
  #lineStart = 0;
  /** Offset in the file of the first line end behind `#counted`, -1 when not looked for. */
  #nextLf = -1;
  /** Whether a line ends at `#nextLf`; else only the window did. */
  #lfThere = false;

  constructor(window: ByteWindow, sink: RawSink, input: RawInput, limits: Limits, damage: Damage) {
    this.window = window;
    this.sink = sink;
    this.input = input;
    this.limits = limits;
    this.damage = damage;
  }

  /** Offset in the file of the window's first byte. */
  get base(): number {
    return this.window.consumed - this.window.position;
  }

  /** What is at hand; final when nothing follows, or when no more may be held of one row. */
  stretch(): Stretch {
    const { bytes, end, position, final } = this.window;
    return {
      bytes,
      to: end,
      final: final || end - position >= this.limits.row_bytes_max,
      base: this.base,
      unended: this.#unended,
    };
  }

  /** Takes `bytes` from what recovery may cost; false when there is nothing left. */
  spend(bytes: number): boolean {
    this.#spent += bytes;
    return this.#spent <= credit_bytes + credit_per_byte * this.window.consumed;
  }

  /** Line of the byte at `offset` of the window; offsets must not go back. */
  lineAt(offset: number): number {
    const target = this.base + offset;
    while (this.#counted < target) {
      if (this.#nextLf < this.#counted) this.#nextLf = this.#findLf();
      if (this.#nextLf >= target) {
        this.#counted = target;
        break;
      }
      if (!this.#lfThere) {
        // The window ended there, not a line: look on in what has come since.
        this.#counted = this.#nextLf;
        this.#nextLf = -1;
        continue;
      }
      this.#line += 1;
      this.#counted = this.#nextLf + 1;
      this.#lineStart = this.#counted;
    }
    return this.#line;
  }

  #findLf(): number {
    const { bytes, end } = this.window;
    const found = bytes.indexOf(lf, this.#counted - this.base);
    this.#lfThere = found >= 0;
    return this.base + (found < 0 ? end : found);
  }

  /** Place of the byte at `offset` of the window; the column counts bytes. */
  place(offset: number): Place {
    const line = this.lineAt(offset);
    return { file: this.input.name, line, column: this.base + offset - this.#lineStart + 1 };
  }
}

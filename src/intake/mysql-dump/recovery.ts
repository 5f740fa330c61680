import { close, isWord, lf, open, semicolon } from './bytes.ts';
import type { DumpState } from './dump-state.ts';
import { needMore } from './gaps.ts';
import type { Stretch } from './gaps.ts';
import { behind, RowFollow } from './row-follow.ts';
import { form, RowScanner } from './row-scanner.ts';
import { endsStatement, opensLine } from './statement-end.ts';

/** Where reading can go on after a damaged row. */
export interface Resume {
  readonly what: 'row' | 'statement' | 'more' | 'nothing';
  readonly at: number;
}

/** What rows of one table look like, learnt from those that were whole. */
export class RowShape {
  /** Values of a row. */
  readonly arity: number;
  /** Per column: 1 strings were seen, 2 numbers; 0 neither. */
  readonly seen: Uint8Array;
  /** The quote its strings are in, 0 while none was seen. */
  mark = 0;

  constructor(arity: number) {
    this.arity = arity;
    this.seen = new Uint8Array(arity);
  }

  learn(scanner: RowScanner, bytes: Uint8Array): void {
    const { seen } = this;
    for (let i = 0; i < seen.length; i += 1) {
      const class_ = classOf[scanner.forms[i]!]!;
      seen[i]! |= class_;
      if (class_ === 1 && this.mark === 0) this.mark = markOf(scanner, bytes, i);
    }
  }

  /**
   * Whether a row could be one of this table. Text inside a damaged row can read like a row; it
   * will hardly have strings in the same columns, in quotes that the text around it escapes.
   */
  fits(scanner: RowScanner, bytes: Uint8Array): boolean {
    const { seen } = this;
    if (scanner.count !== seen.length) return false;
    for (let i = 0; i < seen.length; i += 1) {
      const class_ = classOf[scanner.forms[i]!]!;
      if (class_ !== 0 && seen[i] !== 0 && (seen[i]! & class_) === 0) return false;
      if (class_ === 1 && this.mark !== 0 && markOf(scanner, bytes, i) !== this.mark) return false;
    }
    return true;
  }
}

/**
 * Whether the parenthesis at `at` goes on from a word or number, as no row does; unless that is a
 * single character where the comma behind a row should be.
 */
function continuesWord(bytes: Uint8Array, at: number): boolean {
  return at > 0 && isWord(bytes[at - 1]!) && bytes[at - 2] !== close;
}

const classOf = new Uint8Array(10);
classOf[form.text] = 1;
classOf[form.escaped] = 1;
classOf[form.joined] = 1;
classOf[form.number] = 2;

function markOf(scanner: RowScanner, bytes: Uint8Array, i: number): number {
  const start = scanner.starts[i]!;
  return bytes[scanner.forms[i] === form.joined ? start : start - 1]!;
}

/** Finds where to go on behind a damaged row, at a cost that `DumpState.spend` bounds. */
export class Recovery {
  readonly #state: DumpState;
  readonly #probe: RowScanner;
  readonly #follow = new RowFollow();

  constructor(state: DumpState) {
    this.#state = state;
    this.#probe = new RowScanner(state.limits.columns_max);
  }

  /** Whether what stands at `from` can be read as a row of any length; null when not to be seen. */
  isRow(stretch: Stretch, from: number): boolean | null {
    this.#probe.escapes = this.#state.escapes;
    const scan = this.#probe.scan(stretch.bytes, from, stretch.to);
    return scan === 'incomplete' && !stretch.final ? null : scan === 'row';
  }

  /**
   * The nearest place from `from` on and before `limit` where a whole row of `shape` stands with
   * something sensible behind it, or where another statement begins.
   */
  find(stretch: Stretch, from: number, limit: number, shape: RowShape): Resume {
    const { bytes, to, final } = stretch;
    for (let at = from; at < limit; at += 1) {
      const byte = bytes[at]!;
      if (byte === open && !continuesWord(bytes, at)) {
        const row = this.#rowAt(stretch, at, shape);
        if (row === null) return { what: 'more', at };
        if (row) return { what: 'row', at };
      } else if (byte === semicolon) {
        const ends = endsStatement(stretch, at, false);
        if (ends === needMore) return { what: 'more', at };
        if (ends) return { what: 'statement', at: at + 1 };
      } else if (byte === lf) {
        if (to - at < 100 && !final) return { what: 'more', at };
        if (at + 1 < to && opensLine(stretch, at + 1)) return { what: 'statement', at: at + 1 };
      }
    }
    return { what: limit < to || final ? 'nothing' : 'more', at: limit };
  }

  /** Whether a row of `shape` stands at `at`; null when more bytes are needed. */
  #rowAt(stretch: Stretch, at: number, shape: RowShape): boolean | null {
    if (!this.#state.spend(16)) return false;
    const probe = this.#probe;
    probe.escapes = this.#state.escapes;
    const scan = probe.scan(stretch.bytes, at, stretch.to);
    const looked = scan === 'row' ? probe.next : scan === 'broken' ? probe.at : stretch.to;
    this.#state.spend(looked - at);
    if (scan === 'incomplete') return stretch.final ? false : null;
    if (scan === 'broken' || !shape.fits(probe, stretch.bytes)) return false;
    this.#follow.look(stretch, probe.next, this.#state.delimiter);
    if (this.#follow.what === behind.more) return null;
    return this.#follow.what !== behind.strange;
  }
}

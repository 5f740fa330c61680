import type { IssueCode, IssueParams } from '../../model/issue.ts';
import type { RawRowWriter } from '../raw.ts';
import { open } from './bytes.ts';
import type { DumpState } from './dump-state.ts';
import type { Stretch } from './gaps.ts';
import type { InsertPlan } from './insert-plan.ts';
import { Recovery } from './recovery.ts';
import type { Resume } from './recovery.ts';
import { behind, onlySeparators, RowFollow } from './row-follow.ts';
import { form, RowScanner } from './row-scanner.ts';
import type { Scan } from './row-scanner.ts';
import { kind, ValueWriter } from './value-writer.ts';

/** Where the rows of one INSERT go. */
export interface InsertTarget extends InsertPlan {
  readonly writer: RawRowWriter;
}

/** `more`: bytes are missing; `end`: the statement is over; `tail`: its rows are. */
export type RowsStep = 'more' | 'end' | 'tail';

const replacement = Buffer.from('\ufffd');

/**
 * Reads the rows of INSERT statements, of which the window stands on the first parenthesis. A row
 * that is whole and followed by what can follow is taken as it is read. Only where that fails does
 * anything else happen: the row is refused, and the nearest whole row behind its beginning is
 * looked for, so that whatever it seemed to swallow is read as what it is.
 */
export class InsertRows {
  readonly #state: DumpState;
  readonly #scanner: RowScanner;
  readonly #values = new ValueWriter();
  readonly #follow = new RowFollow();
  readonly #recovery: Recovery;
  /** Looking for the next whole row; whether the damaged one is on record already. */
  #searching = false;
  #recorded = false;
  /** Offset in the file of the next U+FFFD at or behind the current row. */
  #nextReplacement = -1;

  constructor(state: DumpState) {
    this.#state = state;
    this.#scanner = new RowScanner(state.limits.columns_max);
    this.#recovery = new Recovery(state);
  }

  /** Reads as many rows as the window holds. */
  read(target: InsertTarget): RowsStep {
    const state = this.#state;
    const stretch = state.stretch();
    this.#scanner.escapes = state.escapes;
    this.#values.escapes = state.escapes;
    this.#values.offset = state.offset ?? '';
    for (;;) {
      const step = this.#searching ? this.#search(stretch, target) : this.#row(stretch, target);
      if (step !== 'row') return step;
    }
  }

  /** Reads a row that does not stand in the window, `where` being its statement's offset there. */
  readApart(row: Uint8Array, target: InsertTarget, where: number): void {
    const scanner = this.#scanner;
    scanner.escapes = this.#state.escapes;
    this.#values.escapes = this.#state.escapes;
    this.#values.offset = this.#state.offset ?? '';
    const scan = scanner.scan(row, 0, row.length);
    if (scan === 'row' && scanner.count === target.columns.length) {
      this.#write(row, target, where);
    } else this.#refuse(target, 'dump.value_unreadable', {}, where);
  }

  /** Puts a row on record whose statement could not be read at all. */
  refuseApart(target: InsertTarget, where: number): void {
    this.#refuse(target, 'dump.row_unreadable', {}, where);
  }

  #row(stretch: Stretch, target: InsertTarget): RowsStep | 'row' {
    const { window, limits, delimiter } = this.#state;
    const from = window.position;
    if (stretch.bytes[from] !== open) return this.#startSearch(false);
    const scan = this.#scanner.scan(stretch.bytes, from, stretch.to);
    if (scan === 'incomplete' && !stretch.final) return 'more';
    if (scan !== 'row') return this.#broken(stretch, target, from, scan);
    const follow = this.#follow;
    follow.look(stretch, this.#scanner.next, delimiter);
    if (follow.what === behind.more) return 'more';
    const whole =
      this.#scanner.count === target.columns.length &&
      this.#scanner.longest <= limits.value_bytes_max &&
      this.#scanner.next - from <= limits.row_bytes_max;
    if (!whole || follow.what === behind.strange) {
      return this.#doubtful(stretch, target, from, whole);
    }
    this.#write(stretch.bytes, target, from);
    return this.#goOn();
  }

  /** Moves to what stands behind the row just dealt with. */
  #goOn(): RowsStep | 'row' {
    this.#state.window.position = this.#follow.at;
    if (this.#follow.what === behind.row) return 'row';
    return this.#follow.what === behind.tail ? 'tail' : 'end';
  }

  #broken(stretch: Stretch, target: InsertTarget, from: number, scan: Scan): RowsStep | 'row' {
    const cut = scan === 'incomplete';
    this.#state.spend((cut ? stretch.to : this.#scanner.at) - from);
    // A parenthesis too many before a row costs nothing.
    const doubled = onlySeparators(stretch.bytes, from, this.#scanner.at);
    if (!doubled)
      this.#refuse(target, cut ? 'dump.row_unclosed' : 'dump.value_unreadable', {}, from);
    this.#state.window.position = from + 1;
    return this.#startSearch(!doubled);
  }

  #startSearch(recorded: boolean): 'row' {
    this.#searching = true;
    this.#recorded = recorded;
    return 'row';
  }

  /**
   * The row reads well but has the wrong number of values, a value beyond the limit, or something
   * strange behind it. It is alone in that if the next row reads well; if not, a quote may be
   * missing in it, and then a whole row stands inside what it seems to be.
   */
  #doubtful(
    stretch: Stretch,
    target: InsertTarget,
    from: number,
    whole: boolean,
  ): RowsStep | 'row' {
    const follow = this.#follow;
    const sound = follow.what !== behind.strange;
    if (sound) {
      const alone = follow.what === behind.row ? this.#recovery.isRow(stretch, follow.at) : true;
      if (alone === null) return 'more';
      if (alone) {
        this.#refuseWhole(target, from);
        return this.#goOn();
      }
    }
    const { next } = this.#scanner;
    const inside = this.#recovery.find(stretch, from + 1, next, target.shape);
    if (inside.what === 'more') return 'more';
    if (inside.what !== 'nothing') {
      this.#refuse(target, 'dump.value_unreadable', {}, from);
      return this.#resume(inside);
    }
    if (whole) this.#write(stretch.bytes, target, from);
    else this.#refuseWhole(target, from);
    if (sound) return this.#goOn();
    this.#state.window.position = next;
    return this.#startSearch(!whole);
  }

  #search(stretch: Stretch, target: InsertTarget): RowsStep | 'row' {
    const { window } = this.#state;
    const from = window.position;
    const found = this.#recovery.find(stretch, from, stretch.to, target.shape);
    if (!this.#recorded && !onlySeparators(stretch.bytes, from, found.at)) {
      this.#refuse(target, 'dump.row_unreadable', {}, from);
      this.#recorded = true;
    }
    if (found.what === 'nothing') {
      window.position = stretch.to;
      if (!window.final) return 'more';
      this.#searching = false;
      return 'end';
    }
    if (found.what === 'more') {
      window.position = found.at;
      return 'more';
    }
    return this.#resume(found);
  }

  #resume(found: Resume): RowsStep | 'row' {
    this.#searching = false;
    this.#state.window.position = found.at;
    return found.what === 'row' ? 'row' : 'end';
  }

  #refuseWhole(target: InsertTarget, from: number): void {
    const { count } = this.#scanner;
    const { limits } = this.#state;
    const wanted = target.columns.length;
    if (count !== wanted) {
      this.#refuse(target, 'dump.value_count', { found: count, wanted }, from);
    } else {
      const limit = limits.value_bytes_max;
      this.#refuse(target, 'dump.value_too_long', { limit }, from);
    }
  }

  #refuse(target: InsertTarget, code: IssueCode, params: IssueParams, from: number): void {
    const { table, writer } = target;
    writer.refuse(code, { table: table.name, ...params }, this.#state.place(from));
    this.#state.rows += 1;
  }

  #write(bytes: Uint8Array, target: InsertTarget, from: number): void {
    const scanner = this.#scanner;
    const { starts, ends, forms, count } = scanner;
    const { writer, kinds, shape } = target;
    for (let i = 0; i < count; i += 1) {
      const how = forms[i]!;
      if (how === form.number || (how === form.text && kinds[i]! < kind.bit)) {
        writer.bytes(bytes, starts[i]!, ends[i]!);
      } else {
        this.#values.write(writer, bytes, starts[i]!, ends[i]!, how, kinds[i]!);
        if (how === form.expression) this.#tellExpression(bytes, target, i, from);
      }
    }
    writer.end(this.#state.lineAt(from));
    shape.learn(scanner, bytes);
    this.#state.rows += 1;
    if (this.#state.damage.chunks > 0) this.#tellDamage(bytes, target, from);
  }

  #tellExpression(bytes: Uint8Array, target: InsertTarget, i: number, from: number): void {
    const { starts, ends } = this.#scanner;
    const { shown_chars_max } = this.#state.limits;
    const end = Math.min(ends[i]!, starts[i]! + shown_chars_max);
    const value = Buffer.from(bytes.subarray(starts[i], end)).toString('utf8');
    const params = { table: target.table.name, column: target.columns[i]!, value };
    this.#state.sink.issue('dump.computed_value', params, this.#state.place(from));
  }

  /** Counts the values that hold U+FFFD, which is what undecodable bytes became. */
  #tellDamage(bytes: Uint8Array, target: InsertTarget, from: number): void {
    const { base, window } = this.#state;
    if (bytes !== window.bytes) return;
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, window.end);
    if (this.#nextReplacement < base + from) {
      const at = whole.indexOf(replacement, from);
      this.#nextReplacement = base + (at < 0 ? window.end : at);
    }
    const { starts, ends, next, count } = this.#scanner;
    if (this.#nextReplacement >= base + next) return;
    for (let i = 0; i < count; i += 1) {
      if (!whole.subarray(starts[i]!, ends[i]!).includes(replacement)) continue;
      const params = { table: target.table.name, column: target.columns[i]! };
      this.#state.sink.issue('dump.undecodable_value', params, this.#state.place(from));
    }
  }
}

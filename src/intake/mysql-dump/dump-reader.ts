import { PolyprismError } from '../../model/issue.ts';
import type { Place } from '../../model/issue.ts';
import type { ReadProgress } from '../raw.ts';
import { lf, textOf } from './bytes.ts';
import { Catalogue, shapeOf } from './catalogue.ts';
import type { DumpState } from './dump-state.ts';
import { needMore, skipGap } from './gaps.ts';
import type { Stretch } from './gaps.ts';
import { findRows, isInsert, readHead, readInsertSet } from './insert-head.ts';
import { commonCount, planOf } from './insert-plan.ts';
import type { InsertPlan } from './insert-plan.ts';
import { InsertRows } from './insert-rows.ts';
import type { InsertTarget } from './insert-rows.ts';
import { RowScanner } from './row-scanner.ts';
import { escapesAfterSet, offsetAfterSet, statementKind, swallowsRows } from './session.ts';
import { statementEnd } from './statement-end.ts';
import { StatementLog } from './statement-log.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';
import { wholeStatement } from './whole-statement.ts';

/** `open`: rows are about to come, and the sink is to open their table first. */
type Step = 'next' | 'more' | 'open' | 'done';

/** A row that does not stand in the window, or that cannot be read at all. */
interface RowApart {
  readonly row: Uint8Array | null;
  /** Offset of its statement in the window. */
  readonly where: number;
}

/** Bytes at hand before reading begins: fewer refills, and rows to take a sample of. */
const window_bytes = 64 * 1024;
/** Bytes at hand in which the first words of a statement are looked at. */
const look_bytes = 128;
const nothing = new Uint8Array(0);

/** Reads the statements of a dump one after the other; executes none. */
export class DumpReader {
  readonly #state: DumpState;
  readonly #progress: ReadProgress | undefined;
  readonly #catalogue = new Catalogue();
  readonly #rows: InsertRows;
  readonly #scanner: RowScanner;
  readonly #skipped = new StatementLog();
  /** The head of the INSERT read last, as bytes: mostly the next one begins the same. */
  #head: Uint8Array = nothing;
  #plan: InsertPlan | null = null;
  #target: InsertTarget | null = null;
  #apart: RowApart | null = null;
  #inRows = false;
  #inTail = false;

  constructor(state: DumpState, progress: ReadProgress | undefined) {
    this.#state = state;
    this.#progress = progress;
    this.#rows = new InsertRows(state);
    this.#scanner = new RowScanner(state.limits.columns_max);
  }

  async read(): Promise<void> {
    for (;;) {
      const step = this.#inRows ? this.#readRows() : this.#statement(this.#state.stretch());
      if (step === 'done') break;
      if (step === 'more') await this.#refill();
      if (step === 'open') await this.#open();
    }
    for (const shape of this.#catalogue.shapes()) this.#state.sink.declare(shape);
    this.#skipped.tell(this.#state.sink);
    this.#progress?.(this.#state.window.consumed, this.#state.rows);
    await this.#state.sink.flushed();
  }

  async #refill(): Promise<void> {
    const { window, sink } = this.#state;
    this.#state.lineAt(window.position);
    this.#progress?.(window.consumed, this.#state.rows);
    await sink.flushed();
    do await window.more();
    while (window.end < window_bytes && !window.final);
  }

  /** Opens the table of the plan at hand and, where a row waits apart, reads it. */
  async #open(): Promise<void> {
    const { sink, input } = this.#state;
    const plan = this.#plan!;
    const { table, columns } = plan;
    if (table.declared && !table.filled) sink.declare(shapeOf(table));
    table.filled = true;
    this.#target = { ...plan, writer: await sink.open(table.name, columns, input.file) };
    if (!this.#apart) return;
    const { row, where } = this.#apart;
    this.#apart = null;
    if (row) this.#rows.readApart(row, this.#target, where);
    else this.#rows.refuseApart(this.#target, where);
  }

  #readRows(): Step {
    const step = this.#rows.read(this.#target!);
    if (step === 'more') return 'more';
    this.#inRows = false;
    this.#inTail = step === 'tail';
    return 'next';
  }

  #statement(stretch: Stretch): Step {
    const { window } = this.#state;
    const at = skipGap(stretch, window.position);
    if (at === needMore) return stretch.final ? this.#unclosedComment(stretch) : 'more';
    window.position = at;
    if (at >= stretch.to) return window.final ? 'done' : 'more';
    if (this.#inTail) return this.#skipTail(stretch);
    if (this.#headAgain(stretch, at)) return 'next';
    if (stretch.to - at < look_bytes && !stretch.final) return 'more';
    return (
      this.#clientCommand(stretch, at) ?? this.#insert(stretch, at) ?? this.#other(stretch, at)
    );
  }

  /** What follows the rows of a statement: ON DUPLICATE KEY UPDATE. */
  #skipTail(stretch: Stretch): Step {
    const { window, delimiter, escapes } = this.#state;
    const end = statementEnd(stretch, window.position, delimiter, escapes);
    if (!end) return 'more';
    window.position = end.next;
    this.#inTail = false;
    return 'next';
  }

  /** A comment that never ends hides nothing but its own line: reading goes on behind it. */
  #unclosedComment({ bytes, to }: Stretch): Step {
    const { window, sink } = this.#state;
    sink.issue('dump.comment_unclosed', {}, this.#state.place(window.position));
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, to);
    const line = whole.indexOf(lf, whole.indexOf('/*', window.position));
    window.position = line < 0 ? to : line + 1;
    return 'next';
  }

  /** DELIMITER, a word to the client on a line of its own; and stray delimiters. */
  #clientCommand({ bytes, to }: Stretch, at: number): Step | null {
    const { window, delimiter } = this.#state;
    const head = textOf(bytes, at, Math.min(to, at + look_bytes));
    if (head.startsWith(delimiter) || head.startsWith(';')) {
      window.position = at + (head.startsWith(delimiter) ? delimiter.length : 1);
      return 'next';
    }
    const set = /^DELIMITER\s+(\S{1,16})/i.exec(head);
    if (!set) return null;
    this.#state.delimiter = set[1]!;
    const line = bytes.indexOf(lf, at);
    window.position = line < 0 ? to : line + 1;
    return 'next';
  }

  #headAgain({ bytes, to }: Stretch, at: number): boolean {
    const head = this.#head;
    if (head.length === 0 || at + head.length > to) return false;
    for (let i = 0; i < head.length; i += 1) if (bytes[at + i] !== head[i]) return false;
    // A head ends in the parenthesis of the first row, where reading starts.
    this.#state.window.position = at + head.length - 1;
    this.#inRows = true;
    return true;
  }

  #insert(stretch: Stretch, at: number): Step | null {
    if (!isInsert(stretch, at)) return null;
    this.#scanner.escapes = this.#state.escapes;
    const rows = findRows(stretch, at, this.#scanner);
    if (rows === needMore) return 'more';
    const head = rows === null ? null : readHead(stretch.bytes, at, rows);
    if (rows === null || head === null || this.#catalogue.belongsToServer(head.name)) return null;
    const count = head.columns?.length ?? commonCount(this.#scanner, stretch, rows);
    if (count === null) return 'more';
    const table = this.#catalogue.table(head.name);
    this.#checkLimits(count, at);
    this.#plan = planOf(table, head.columns, count);
    const fixed = head.columns !== null || table.declared;
    if (!fixed) {
      const params = { table: table.name, count };
      this.#state.sink.issue('dump.columns_unknown', params, this.#state.place(at));
    }
    // Where the columns follow from the rows, those of the next statement may be others.
    this.#head = fixed ? stretch.bytes.slice(at, rows + 1) : nothing;
    this.#state.window.position = rows;
    this.#inRows = true;
    return 'open';
  }

  #checkLimits(columns: number, at: number): void {
    const { columns_max, tables_max } = this.#state.limits;
    const place = this.#state.place(at);
    if (columns > columns_max) {
      throw new PolyprismError('dump.too_many_columns', { columns, limit: columns_max }, place);
    }
    if (this.#catalogue.size > tables_max) {
      throw new PolyprismError('dump.too_many_tables', { limit: tables_max }, place);
    }
  }

  /** A statement that is no INSERT … VALUES: taken in where it shapes a table, listed otherwise. */
  #other(stretch: Stretch, at: number): Step {
    const end = wholeStatement(this.#state, stretch, at);
    if (!end) return 'more';
    const text = textOf(stretch.bytes, at, end.end);
    const tokens = tokensOf(text);
    const place = this.#state.place(at);
    this.#state.window.position = end.next;
    this.#head = nothing;
    if (this.#catalogue.take(tokens)) {
      this.#checkLimits(0, at);
      return swallowsRows(tokens) ? this.#tellUnreadable(tokens, text, place, at) : 'next';
    }
    this.#state.escapes = escapesAfterSet(tokens) ?? this.#state.escapes;
    const offset = offsetAfterSet(tokens);
    if (offset !== undefined) this.#state.offset = offset;
    return this.#insertSet(text, at) ?? this.#list(tokens, text, place, at);
  }

  #insertSet(text: string, where: number): Step | null {
    if (!/^\s*(?:INSERT|REPLACE)\b/i.test(text)) return null;
    const found = readInsertSet(text);
    if (!found?.head.columns) return null;
    this.#plan = planOf(this.#catalogue.table(found.head.name), found.head.columns, 0);
    this.#apart = { row: Buffer.from(found.row), where };
    return 'open';
  }

  #list(tokens: readonly Token[], text: string, place: Place, where: number): Step {
    const { sink } = this.#state;
    const kind = statementKind(tokens);
    const words = tokens.map(({ value }) => value.toUpperCase());
    if (kind === 'CREATE TABLE') {
      sink.issue('dump.table_unreadable', { name: words[2] ?? '' }, place);
    } else if (kind === null || (/^(?:INSERT|REPLACE)$/.test(kind) && !words.includes('SELECT'))) {
      return this.#tellUnreadable(tokens, text, place, where);
    } else this.#skipped.add(kind, place);
    return 'next';
  }

  /** Puts a damaged statement on record; as a refused row too where it may have held one. */
  #tellUnreadable(tokens: readonly Token[], text: string, place: Place, where: number): Step {
    const { sink, limits } = this.#state;
    sink.issue('dump.statement_unreadable', { seen: text.slice(0, limits.shown_chars_max) }, place);
    const table = text.includes('(') ? this.#catalogue.namedIn(tokens) : undefined;
    if (!table) return 'next';
    this.#plan = planOf(table, null, table.definition.columns.length);
    this.#apart = { row: null, where };
    return 'open';
  }
}

import type { RawRowWriter, RawSink, ReadProgress } from '../raw.ts';
import type { Limits } from '../../model/limits.ts';
import { undisguise } from './disguise.ts';
import type { Span } from './disguise.ts';
import { fieldForm, RecordScanner } from './record-scanner.ts';
import { lineAfter } from '../byte-window.ts';
import type { ByteWindow } from '../byte-window.ts';

export interface RecordSource {
  readonly window: ByteWindow;
  readonly name: string;
  readonly delimiter: number;
  readonly columns: readonly string[];
  readonly writer: RawRowWriter;
  /** Line of the window's first byte. */
  readonly line: number;
  readonly progress?: ReadProgress | undefined;
  readonly limits: Limits;
}

/** Rows between two waits for the sink to drain. */
const rows_per_drain = 4_096;

/**
 * Reads every record from where the window stands to the end of the file. A record that cannot
 * be is refused line by line from its own first line on, so that whatever it seemed to swallow
 * is read again as what it is.
 */
export async function readRecords(source: RecordSource, sink: RawSink): Promise<void> {
  const { window, limits } = source;
  const rows = new RecordWriter(source);
  const scanner = new RecordScanner(source.delimiter, source.columns.length);
  let line = source.line;
  // After broken quotes a record that could be the inside of a text field does not count, until
  // one does that could not.
  let wary = false;
  let sinceDrain = 0;
  for (;;) {
    const { bytes, position, end, final } = window;
    if (position === end && final) return;
    const tooLong = end - position >= limits.row_bytes_max;
    let scan = position === end ? 'incomplete' : scanner.scan(bytes, position, end, final);
    if (scan === 'incomplete') {
      if (!tooLong) {
        await window.more();
        continue;
      }
      scan = 'broken';
    }
    if (scan === 'blank') {
      window.position = scanner.next;
      line += 1;
      continue;
    }
    const flaw = scan === 'broken' ? scanner.what : rows.flawOf(scanner, bytes, wary);
    if (flaw === null) {
      rows.write(scanner, bytes, line);
      window.position = scanner.next;
      line += scanner.lines;
      wary = false;
    } else {
      const column = scan === 'broken' ? scanner.at - position + 1 : 1;
      rows.refuse(flaw, line, Math.max(1, column), scanner.count);
      await window.skipTo((from) => lineAfter(window.bytes.subarray(0, window.end), from));
      line += 1;
      wary ||= scan === 'broken' || scanner.lines > 1 || scanner.stray;
    }
    sinceDrain += 1;
    if (sinceDrain === rows_per_drain) {
      sinceDrain = 0;
      source.progress?.(window.consumed, rows.count);
      await sink.flushed();
    }
  }
}

type Flaw =
  | 'unclosed_quote'
  | 'text_after_quote'
  | 'too_many_fields'
  | 'too_few_fields'
  | 'too_long';

/** Hands records to the sink, value by value, without making strings of them. */
class RecordWriter {
  count = 0;
  readonly #source: RecordSource;
  readonly #span: Span = { start: 0, end: 0 };
  #scratch = Buffer.alloc(1024);

  constructor(source: RecordSource) {
    this.#source = source;
  }

  /** Why a record that scanned well is none; null when it is one. */
  flawOf(scanner: RecordScanner, bytes: Uint8Array, wary: boolean): Flaw | null {
    if (scanner.count < this.#source.columns.length) return 'too_few_fields';
    if (scanner.stray && (wary || scanner.lines > 1)) return 'text_after_quote';
    const { value_bytes_max } = this.#source.limits;
    for (let i = 0; i < scanner.count; i += 1) {
      if (scanner.ends[i]! - scanner.starts[i]! > value_bytes_max) return 'too_long';
    }
    return bytes.length === 0 ? 'too_few_fields' : null;
  }

  write(scanner: RecordScanner, bytes: Uint8Array, line: number): void {
    const { writer } = this.#source;
    const span = this.#span;
    for (let i = 0; i < scanner.count; i += 1) {
      const form = scanner.forms[i];
      span.start = scanner.starts[i]!;
      span.end = scanner.ends[i]!;
      if (form === fieldForm.plain && span.start === span.end) {
        writer.none();
      } else if (form === fieldForm.doubled) {
        span.end = this.#undouble(bytes, span.start, span.end);
        span.start = 0;
        undisguise(this.#scratch, span);
        writer.bytes(this.#scratch, span.start, span.end);
      } else {
        undisguise(bytes, span);
        writer.bytes(bytes, span.start, span.end);
      }
    }
    writer.end(line);
    this.count += 1;
  }

  refuse(flaw: Flaw, line: number, column: number, fields: number): void {
    const { writer, name, columns } = this.#source;
    const place = { file: name, line, column };
    if (flaw === 'too_few_fields' || flaw === 'too_many_fields') {
      const wanted = columns.length;
      writer.refuse('csv.field_count', { wanted, found: fields }, place);
    } else if (flaw === 'too_long') {
      writer.refuse('csv.value_too_long', {}, place);
    } else {
      writer.refuse('csv.broken_quotes', {}, place);
    }
  }

  /** Copies a field into the scratch buffer with doubled quotes made single; returns its length. */
  #undouble(bytes: Uint8Array, start: number, end: number): number {
    if (this.#scratch.length < end - start) this.#scratch = Buffer.alloc((end - start) * 2);
    const scratch = this.#scratch;
    let length = 0;
    for (let i = start; i < end; i += 1) {
      const byte = bytes[i]!;
      scratch[length] = byte;
      length += 1;
      if (byte === 0x22) i += 1;
    }
    return length;
  }
}

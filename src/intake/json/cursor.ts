import type { Place } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import type { ByteWindow } from '../byte-window.ts';
import type { RawInput, RawSink, ReadProgress } from '../raw.ts';
import { blank, ValueScanner } from './value-scanner.ts';

const lf = 0x0a;
/** Enough to see how a value begins. */
const peek_bytes = 256;
/** Enough to see whether every line is a value of its own. */
const sample_bytes = 64 * 1024;

/** A place in a JSON file that knows its line, and the scanner that looks ahead from it. */
export class JsonCursor {
  readonly input: RawInput;
  readonly sink: RawSink;
  readonly limits: Limits;
  readonly scanner: ValueScanner;
  line = 1;
  readonly #window: ByteWindow;
  readonly #progress: ReadProgress | undefined;
  #lineStart = 0;

  constructor(
    window: ByteWindow,
    input: RawInput,
    sink: RawSink,
    limits: Limits,
    progress: ReadProgress | undefined,
  ) {
    this.#window = window;
    this.input = input;
    this.sink = sink;
    this.limits = limits;
    this.#progress = progress;
    this.scanner = new ValueScanner(limits.columns_max, limits.json_depth_max);
  }

  get bytes(): Buffer {
    const { bytes } = this.#window;
    return Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get position(): number {
    return this.#window.position;
  }

  get end(): number {
    return this.#window.end;
  }

  get final(): boolean {
    return this.#window.final;
  }

  async more(): Promise<void> {
    await this.#window.more();
  }

  /** Next byte that is not white space, standing on it; null at the end. */
  async peek(): Promise<number | null> {
    for (;;) {
      const { bytes, position, end, final } = this.#window;
      this.moveTo(blank(bytes, position, end));
      if (this.#window.position < end) return bytes[this.#window.position]!;
      if (final) return null;
      await this.#window.more();
    }
  }

  /** Whether the text from here on matches; looks at the beginning of it only. */
  async startsWith(pattern: RegExp): Promise<boolean> {
    while (this.end - this.position < peek_bytes && !this.final) await this.more();
    return pattern.test(
      this.bytes.toString('utf8', this.position, Math.min(this.end, this.position + peek_bytes)),
    );
  }

  /** Whole lines from here on, as many as lie in the first bytes. */
  async linesAhead(): Promise<string[]> {
    const lines = (await this.head()).split('\n');
    return this.final && this.end - this.position <= sample_bytes ? lines : lines.slice(0, -1);
  }

  /** The first bytes from here on, as text. */
  async head(): Promise<string> {
    while (this.end - this.position < sample_bytes && !this.final) await this.more();
    const stop = Math.min(this.end, this.position + sample_bytes);
    return this.bytes.toString('utf8', this.position, stop);
  }

  /** Scans the value that begins here, fetching what it needs. */
  async scan(): Promise<'value' | 'broken' | 'too_long'> {
    for (;;) {
      const { bytes, position, end, final } = this.#window;
      const scan = this.scanner.scan(bytes, position, end, final);
      if (scan !== 'incomplete') return scan;
      if (end - position >= this.limits.row_bytes_max) return 'too_long';
      await this.#window.more();
    }
  }

  /** Text of the value just scanned; moves behind it. */
  take(): string {
    const text = this.bytes.toString('utf8', this.position, this.scanner.next);
    this.moveTo(this.scanner.next);
    return text;
  }

  step(): void {
    this.moveTo(this.position + 1);
  }

  /** Moves on, counting the lines passed. */
  moveTo(position: number): void {
    const { bytes } = this.#window;
    let at = bytes.indexOf(lf, this.#window.position);
    while (at >= 0 && at < position) {
      this.line += 1;
      this.#lineStart = this.#window.consumed - this.#window.position + at + 1;
      at = bytes.indexOf(lf, at + 1);
    }
    this.#window.position = position;
  }

  /** Place of the byte `ahead` bytes from here; the line is that of the cursor. */
  place(ahead: number): Place {
    const column = this.#window.consumed + ahead - this.#lineStart + 1;
    return { file: this.input.name, line: this.line, column: Math.max(1, column) };
  }

  progress(rows: number): void {
    this.#progress?.(this.#window.consumed, rows);
  }

  broken(): void {
    this.sink.issue('json.broken', {}, this.place(Math.max(0, this.scanner.at - this.position)));
  }

  truncated(): void {
    this.sink.issue('json.truncated', {}, this.place(0));
  }
}

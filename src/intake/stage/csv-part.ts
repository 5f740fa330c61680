import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { noRoom } from './no-room.ts';
import { writeQuoted } from './write-quoted.ts';
import { repairUtf8 } from './repair-utf8.ts';

const quote = 0x22;
const comma = 0x2c;
const newline = 0x0a;
const first_bytes = 16 * 1024;
const flush_bytes = 1024 * 1024;
/** Digits and punctuation a row ends with, at most. */
const tail_bytes = 48;

export interface PartOptions {
  readonly path: string;
  readonly width: number;
  /** Whether `digest` will be asked for. */
  readonly hashed: boolean;
  /** Called before the part takes memory. */
  readonly onHot: (part: CsvPart) => void;
  /** Called for a row whose bytes were not all UTF-8: U+FFFD stands for those that were not. */
  readonly onRepaired: (line: number) => void;
}

/**
 * Rows of one raw table from one file, as CSV of one width: every value quoted, quotes doubled,
 * NULL an unquoted nothing; then the row's line and its ordinal in the part. Rows go to the file
 * whole, so that nothing of an unfinished row is ever in it; the file is open only meanwhile.
 */
export class CsvPart {
  readonly path: string;
  readonly width: number;
  rows = 0;
  /** Bytes in the file so far. */
  file_bytes = 0;
  /** Bytes of the longest row, which the loader must know. */
  longest = 0;
  readonly #options: PartOptions;
  readonly #hash: Hash | null;
  #buffer = Buffer.alloc(0);
  #at = 0;
  #rowStart = 0;

  constructor(options: PartOptions) {
    this.#options = options;
    this.path = options.path;
    this.width = options.width;
    this.#hash = options.hashed ? createHash('sha256') : null;
  }

  get inRow(): boolean {
    return this.#at > this.#rowStart;
  }

  /** Bytes of the row so far. */
  get rowLength(): number {
    return this.#at - this.#rowStart;
  }

  bytes(source: Uint8Array, start: number, end: number): void {
    this.#reserve(2 * (end - start) + 3);
    const buffer = this.#buffer;
    buffer[this.#at] = quote;
    const at = writeQuoted(source, start, end, buffer, this.#at + 1);
    buffer[at] = quote;
    buffer[at + 1] = comma;
    this.#at = at + 2;
  }

  text(value: string): void {
    const doubled = value.includes('"') ? value.replaceAll('"', '""') : value;
    this.#reserve(3 * doubled.length + 3);
    const buffer = this.#buffer;
    buffer[this.#at] = quote;
    const at = this.#at + 1 + buffer.write(doubled, this.#at + 1, 'utf8');
    buffer[at] = quote;
    buffer[at + 1] = comma;
    this.#at = at + 2;
  }

  none(): void {
    this.#reserve(1);
    this.#buffer[this.#at] = comma;
    this.#at += 1;
  }

  /**
   * Moves the values of the row to where they belong: the value that starts `starts[i]` bytes
   * into the row becomes column `positions[i]`; all other columns are NULL.
   */
  arrange(starts: readonly number[], positions: readonly number[]): void {
    const row = Buffer.from(this.#buffer.subarray(this.#rowStart, this.#at));
    this.#at = this.#rowStart;
    const from = new Map(positions.map((position, i) => [position, i]));
    for (let column = 0; column < this.width; column += 1) {
      const i = from.get(column);
      if (i === undefined) this.none();
      else this.#raw(row.subarray(starts[i], starts[i + 1] ?? row.length));
    }
  }

  end(line: number): void {
    this.#reserve(tail_bytes);
    this.rows += 1;
    this.#at = writeDigits(this.#buffer, this.#at, line);
    this.#buffer[this.#at] = comma;
    this.#at = writeDigits(this.#buffer, this.#at + 1, this.rows);
    this.#buffer[this.#at] = newline;
    this.#at += 1;
    this.longest = Math.max(this.longest, this.#at - this.#rowStart);
    this.#rowStart = this.#at;
    if (this.#at >= flush_bytes) this.#flush();
  }

  /** Forgets the row begun. */
  drop(): void {
    this.#at = this.#rowStart;
  }

  /** Writes out all whole rows and gives the memory back; rows may follow. */
  release(): void {
    this.#flush();
    this.#buffer = Buffer.alloc(0);
  }

  /** SHA-256 of the rows as written, in hexadecimal; ends the part. */
  digest(): string | undefined {
    return this.#hash?.digest('hex');
  }

  #raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #reserve(length: number): void {
    if (this.#at + length <= this.#buffer.length) return;
    if (this.#buffer.length === 0) this.#options.onHot(this);
    if (this.#at + length > flush_bytes) this.#flush();
    const needed = this.#at + length;
    if (needed <= this.#buffer.length) return;
    const size = Math.max(first_bytes, needed, Math.min(2 * this.#buffer.length, 2 * flush_bytes));
    const grown = Buffer.allocUnsafeSlow(size);
    grown.set(this.#buffer.subarray(0, this.#at));
    this.#buffer = grown;
  }

  #flush(): void {
    if (this.#rowStart > 0) {
      let rows: Uint8Array = this.#buffer.subarray(0, this.#rowStart);
      if (!isUtf8(rows)) rows = this.#repaired(rows);
      this.#hash?.update(rows);
      this.#append(rows);
      this.file_bytes += rows.length;
    }
    this.#buffer.copyWithin(0, this.#rowStart, this.#at);
    this.#at -= this.#rowStart;
    this.#rowStart = 0;
    if (this.#buffer.length > 2 * flush_bytes && this.#at <= flush_bytes) {
      this.#buffer = Buffer.from(this.#buffer.subarray(0, this.#at));
    }
  }

  #append(rows: Uint8Array): void {
    try {
      appendFileSync(this.path, rows);
    } catch (error) {
      throw noRoom(error);
    }
  }

  #repaired(rows: Uint8Array): Uint8Array {
    const { bytes, lines, longest } = repairUtf8(rows);
    for (const line of lines) this.#options.onRepaired(line);
    this.longest = Math.max(this.longest, longest);
    return bytes;
  }
}

/** Writes a non-negative integer in decimal; returns where it ends. */
function writeDigits(out: Uint8Array, at: number, value: number): number {
  let digits = 1;
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
  const end = at + digits;
  let rest = value;
  for (let i = end - 1; i >= at; i -= 1) {
    const next = Math.floor(rest / 10);
    out[i] = 0x30 + (rest - 10 * next);
    rest = next;
  }
  return end;
}

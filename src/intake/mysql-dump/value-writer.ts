import { isUtf8 } from 'node:buffer';
import type { RawRowWriter } from '../raw.ts';
import { backslash, doubleQuote, quote, textOf } from './bytes.ts';
import { form } from './row-scanner.ts';

/** What a column's declared type means for literals that are bytes rather than text. */
export const kind = {
  text: 0,
  /** Hexadecimal and binary literals are numbers. */
  numeric: 1,
  /** Strings are big-endian bits too: mysqldump writes a BIT column as raw bytes. */
  bit: 2,
  /** A BIT column too narrow for the codes of '0' and '1', which some tools write. */
  narrow_bit: 3,
  /** A TIMESTAMP written in the offset of the session: the offset goes with the value. */
  instant: 4,
} as const;

function isBits(column: number): boolean {
  return column === kind.bit || column === kind.narrow_bit;
}

/** Decodes literals into the sink, reusing one buffer. */
export class ValueWriter {
  escapes = true;
  /** Offset of TIMESTAMP columns. */
  offset = '';
  #scratch = Buffer.alloc(4096);

  write(
    writer: RawRowWriter,
    bytes: Uint8Array,
    start: number,
    end: number,
    how: number,
    column: number,
  ): void {
    switch (how) {
      case form.number:
        writer.bytes(bytes, start, end);
        return;
      case form.text:
        if (column === kind.instant && this.offset !== '')
          writer.text(this.#instant(textOf(bytes, start, end)));
        else if (isBits(column)) writer.text(bitsOf(bytes, start, end, column));
        else writer.bytes(bytes, start, end);
        return;
      case form.none:
        writer.none();
        return;
      case form.escaped:
        this.#text(writer, this.#unescape(bytes, start, end, bytes[start - 1]!, 0), column);
        return;
      case form.joined:
        this.#text(writer, this.#join(bytes, start, end), column);
        return;
      case form.yes:
        writer.text('1');
        return;
      case form.no:
        writer.text('0');
        return;
      case form.expression:
        this.#expression(writer, textOf(bytes, start, end));
        return;
      default:
        this.#binary(writer, textOf(bytes, start, end), how, column);
    }
  }

  #text(writer: RawRowWriter, length: number, column: number): void {
    if (isBits(column)) writer.text(bitsOf(this.#scratch, 0, length, column));
    else writer.bytes(this.#scratch, 0, length);
  }

  /** A time gets its offset; '0000-00-00 00:00:00' is no time. */
  #instant(text: string): string {
    return /^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?$/.test(text)
      ? text + this.offset
      : text;
  }

  #expression(writer: RawRowWriter, text: string): void {
    // What the column's default was at the time is not in the row.
    if (text.toLowerCase() === 'default') writer.none();
    else writer.text(text);
  }

  /**
   * Copies a string literal's content to the scratch buffer from `length` on, escapes resolved as
   * in the MySQL manual, "String Literals", table 11.1; returns the new length.
   */
  #unescape(bytes: Uint8Array, start: number, end: number, mark: number, length: number): number {
    if (this.#scratch.length < length + end - start) {
      const larger = Buffer.alloc((length + end - start) * 2);
      larger.set(this.#scratch.subarray(0, length));
      this.#scratch = larger;
    }
    const scratch = this.#scratch;
    let to = length;
    for (let at = start; at < end; at += 1) {
      let byte = bytes[at]!;
      if (byte === backslash && this.escapes) {
        at += 1;
        byte = bytes[at]!;
        // Outside patterns \% and \_ stand for themselves, backslash included.
        if (byte === 0x25 || byte === 0x5f) scratch[to++] = backslash;
        else byte = meanings[byte]!;
      } else if (byte === mark) {
        at += 1;
      }
      scratch[to++] = byte;
    }
    return to;
  }

  #join(bytes: Uint8Array, start: number, end: number): number {
    let length = 0;
    for (let at = start; at < end; at += 1) {
      const mark = bytes[at]!;
      if (mark !== quote && mark !== doubleQuote) continue;
      const from = at + 1;
      for (at = from; bytes[at] !== mark || bytes[at + 1] === mark; at += 1) {
        if (bytes[at] === mark || (bytes[at] === backslash && this.escapes)) at += 1;
      }
      length = this.#unescape(bytes, from, at, mark, length);
    }
    return length;
  }

  /** Hexadecimal or binary digits: a number, readable text, or the digits as they are. */
  #binary(writer: RawRowWriter, digits: string, how: number, column: number): void {
    if (digits === '') writer.text('');
    else if (how === form.bits) writer.text(String(BigInt(`0b${digits}`)));
    else if (column !== kind.text) writer.text(String(BigInt(`0x${digits}`)));
    else {
      const even = digits.length % 2 === 0 ? digits : `0${digits}`;
      const content = Buffer.from(even, 'hex');
      if (isUtf8(content) && !content.some(isControl)) writer.bytes(content, 0, content.length);
      else writer.text(`0x${even.toUpperCase()}`);
    }
  }
}

/** What `\` makes of the byte behind it: itself, but for these. */
const meanings = Uint8Array.from({ length: 256 }, (_, byte) => byte);
for (const [letter, code] of [
  ['0', 0x00],
  ['b', 0x08],
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['Z', 0x1a],
] as const) {
  meanings[letter.charCodeAt(0)] = code;
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
}

function bitsOf(bytes: Uint8Array, start: number, end: number, column: number): string {
  const first = bytes[start];
  const digit = end - start === 1 && (first === 0x30 || first === 0x31);
  if (end - start > 8 || (digit && column === kind.narrow_bit)) return textOf(bytes, start, end);
  let value = 0n;
  for (let at = start; at < end; at += 1) value = (value << 8n) | BigInt(bytes[at]!);
  return String(value);
}

import { PolyprismError } from '../../model/issue.ts';

/** Bytes of all texts together: their places are 32-bit numbers. */
export const TEXT_BYTES_MAX = 2 ** 32 - 1;

/** First byte of a text whose characters are not all one byte: code units of two follow. */
const WIDE = 0xff;

/** Numbers of a table in use for each text: a pair, of which three quarters at most are. */
const TABLE_A_TEXT = 8 / 3;

/**
 * Numbers for texts, from 0 up in the order they came. A Map stops at 16.7 million entries and
 * takes ten times the memory; this one is three arrays.
 */
export class TextIndex {
  #bytes: Uint8Array;
  /** Where each text ends; it starts where the one before ends. */
  #ends: Uint32Array;
  /**
   * Number + 1 and hash of a text, side by side so that one wait for memory fetches both. By hash,
   * linear probing; a power of two.
   */
  #table: Int32Array;
  #size = 0;
  /** The text asked for, as it is or would be stored: asking a string is slower each time. */
  #asked = new Uint8Array(64);
  #askedLength = 0;

  constructor(expected = 1024) {
    this.#bytes = new Uint8Array(expected * 12);
    this.#ends = new Uint32Array(expected);
    this.#table = new Int32Array(tableLength(expected));
  }

  get size(): number {
    return this.#size;
  }

  /** Number of a text, NONE (-1) for one that never came. */
  find(text: string): number {
    return this.#table[this.#slot(this.#ask(text))]! - 1;
  }

  /** Number of a text, a new one where it never came before. */
  add(text: string): number {
    const hash = this.#ask(text);
    const slot = this.#slot(hash);
    const table = this.#table;
    if (table[slot] !== 0) return table[slot]! - 1;
    const number = this.#size;
    this.#store();
    table[slot] = number + 1;
    table[slot + 1] = hash;
    if (this.#size * TABLE_A_TEXT > table.length) this.#spread();
    return number;
  }

  textOf(number: number): string {
    const start = number === 0 ? 0 : this.#ends[number - 1]!;
    const end = this.#ends[number]!;
    let text = '';
    if (this.#bytes[start] !== WIDE || start === end) {
      for (let i = start; i < end; i++) text += String.fromCharCode(this.#bytes[i]!);
      return text;
    }
    for (let i = start + 1; i < end; i += 2) {
      text += String.fromCharCode(this.#bytes[i]! | (this.#bytes[i + 1]! << 8));
    }
    return text;
  }

  /** What `fromParts` makes the same index of. */
  parts(): { readonly bytes: Uint8Array; readonly ends: Uint32Array } {
    const used = this.#size === 0 ? 0 : this.#ends[this.#size - 1]!;
    return { bytes: this.#bytes.subarray(0, used), ends: this.#ends.subarray(0, this.#size) };
  }

  static fromParts(bytes: Uint8Array, ends: Uint32Array): TextIndex {
    const index = new TextIndex(Math.max(1, ends.length));
    index.#bytes = bytes.slice();
    index.#ends = ends.slice();
    index.#size = ends.length;
    for (let i = 0; i < ends.length; i++) put(index.#table, i, index.#ask(index.textOf(i)));
    return index;
  }

  /**
   * Keeps a text as bytes to be compared and stored; gives its hash: FNV-1a over the code units,
   * its bits mixed at the end as MurmurHash3 does.
   */
  #ask(text: string): number {
    const { length } = text;
    if (length * 2 + 1 > this.#asked.length) this.#asked = new Uint8Array(length * 4);
    const asked = this.#asked;
    let hash = 0x811c9dc5;
    let wide = 0;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      hash = Math.imul(hash ^ unit, 0x01000193);
      asked[i] = unit;
      // Beyond 0xfe: only then does adding one reach the bits above the byte.
      wide |= (unit + 1) >>> 8;
    }
    this.#askedLength = length;
    if (wide !== 0) this.#askWide(text);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return hash ^ (hash >>> 16);
  }

  #askWide(text: string): void {
    const asked = this.#asked;
    asked[0] = WIDE;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      asked[i * 2 + 1] = unit & 0xff;
      asked[i * 2 + 2] = unit >>> 8;
    }
    this.#askedLength = text.length * 2 + 1;
  }

  /** Where the number of the text asked for is, or where it would go. */
  #slot(hash: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const found = table[slot]! - 1;
      if (found < 0) return slot;
      if (table[slot + 1] === hash && this.#is(found)) return slot;
    }
  }

  #is(number: number): boolean {
    const bytes = this.#bytes;
    const asked = this.#asked;
    const length = this.#askedLength;
    const start = number === 0 ? 0 : this.#ends[number - 1]!;
    if (this.#ends[number]! - start !== length) return false;
    for (let i = 0; i < length; i++) if (bytes[start + i] !== asked[i]) return false;
    return true;
  }

  /** Stores the text asked for under the next number. */
  #store(): void {
    const number = this.#size;
    const start = number === 0 ? 0 : this.#ends[number - 1]!;
    const length = this.#askedLength;
    const end = start + length;
    if (end > TEXT_BYTES_MAX) {
      throw new PolyprismError('network.live_ids_too_long', { limit: TEXT_BYTES_MAX });
    }
    if (end > this.#bytes.length) this.#bytes = copied(this.#bytes, end * 2, Uint8Array);
    if (number === this.#ends.length) this.#ends = copied(this.#ends, number * 2, Uint32Array);
    const bytes = this.#bytes;
    const asked = this.#asked;
    for (let i = 0; i < length; i++) bytes[start + i] = asked[i]!;
    this.#ends[number] = end;
    this.#size++;
  }

  #spread(): void {
    const before = this.#table;
    this.#table = new Int32Array(before.length * 2);
    for (let slot = 0; slot < before.length; slot += 2) {
      const number = before[slot]! - 1;
      if (number >= 0) put(this.#table, number, before[slot + 1]!);
    }
  }
}

/** Puts a number that is not there yet. */
function put(table: Int32Array, number: number, hash: number): void {
  const mask = table.length - 1;
  let slot = (hash << 1) & mask;
  while (table[slot] !== 0) slot = (slot + 2) & mask;
  table[slot] = number + 1;
  table[slot + 1] = hash;
}

/** Numbers of a table in which so many texts fit. */
function tableLength(texts: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, texts + 1) * TABLE_A_TEXT));
}

function copied<T extends Uint8Array | Uint32Array>(
  from: T,
  length: number,
  make: new (length: number) => T,
): T {
  const to = new make(length);
  to.set(from);
  return to;
}

import { PolyprismError } from '../../model/issue.ts';

/** Bytes of all texts together: their places are 32-bit numbers. */
export const TEXT_BYTES_MAX = 2 ** 32 - 1;

/** First byte of a text whose characters are not all one byte: code units of two follow. */
const WIDE = 0xff;

/**
 * Numbers for texts, from 0 up in the order they came. A Map stops at 16.7 million entries and
 * takes ten times the memory; this one is four arrays.
 */
export class TextIndex {
  #bytes: Uint8Array;
  /** Where each text ends; it starts where the one before ends. */
  #ends: Uint32Array;
  #hashes: Int32Array;
  /** Number + 1 by hash, linear probing; a power of two, at most half full. */
  #table: Int32Array;
  #size = 0;

  constructor(expected = 1024) {
    this.#bytes = new Uint8Array(expected * 12);
    this.#ends = new Uint32Array(expected);
    this.#hashes = new Int32Array(expected);
    this.#table = new Int32Array(tableSize(expected));
  }

  get size(): number {
    return this.#size;
  }

  /** Number of a text, NONE (-1) for one that never came. */
  find(text: string): number {
    const slot = this.#slot(text, hashOf(text));
    return this.#table[slot]! - 1;
  }

  /** Number of a text, a new one where it never came before. */
  add(text: string): number {
    const hash = hashOf(text);
    const slot = this.#slot(text, hash);
    if (this.#table[slot] !== 0) return this.#table[slot]! - 1;
    const number = this.#size;
    this.#store(text, hash);
    this.#table[slot] = number + 1;
    if (this.#size * 2 > this.#table.length) this.#spread(this.#table.length * 2);
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
    index.#hashes = new Int32Array(ends.length);
    index.#size = ends.length;
    for (let i = 0; i < ends.length; i++) index.#hashes[i] = hashOf(index.textOf(i));
    index.#spread(tableSize(ends.length));
    return index;
  }

  /** Where a text's number is, or where it would go. */
  #slot(text: string, hash: number): number {
    const mask = this.#table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = this.#table[slot]! - 1;
      if (found < 0) return slot;
      if (this.#hashes[found] === hash && this.#is(found, text)) return slot;
    }
  }

  #is(number: number, text: string): boolean {
    const start = number === 0 ? 0 : this.#ends[number - 1]!;
    const length = this.#ends[number]! - start;
    const bytes = this.#bytes;
    if (length === text.length && (length === 0 || bytes[start] !== WIDE)) {
      for (let i = 0; i < length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
      return true;
    }
    if (length !== text.length * 2 + 1) return false;
    for (let i = 0; i < text.length; i++) {
      const at = start + 1 + i * 2;
      if ((bytes[at]! | (bytes[at + 1]! << 8)) !== text.charCodeAt(i)) return false;
    }
    return true;
  }

  #store(text: string, hash: number): void {
    const number = this.#size;
    let end = number === 0 ? 0 : this.#ends[number - 1]!;
    const most = end + text.length * 2 + 1;
    if (most > TEXT_BYTES_MAX) {
      throw new PolyprismError('network.live_ids_too_long', { limit: TEXT_BYTES_MAX });
    }
    if (most > this.#bytes.length) this.#bytes = copied(this.#bytes, most * 2, Uint8Array);
    if (number === this.#ends.length) {
      this.#ends = copied(this.#ends, number * 2, Uint32Array);
      this.#hashes = copied(this.#hashes, number * 2, Int32Array);
    }
    const bytes = this.#bytes;
    if (isNarrow(text)) {
      for (let i = 0; i < text.length; i++) bytes[end++] = text.charCodeAt(i);
    } else {
      bytes[end++] = WIDE;
      for (let i = 0; i < text.length; i++) {
        bytes[end++] = text.charCodeAt(i) & 0xff;
        bytes[end++] = text.charCodeAt(i) >>> 8;
      }
    }
    this.#ends[number] = end;
    this.#hashes[number] = hash;
    this.#size++;
  }

  #spread(length: number): void {
    this.#table = new Int32Array(length);
    const mask = length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = this.#hashes[number]! & mask;
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
      this.#table[slot] = number + 1;
    }
  }
}

function tableSize(texts: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, texts * 2 + 2)));
}

function copied<T extends Uint8Array | Uint32Array | Int32Array>(
  from: T,
  length: number,
  make: new (length: number) => T,
): T {
  const to = new make(length);
  to.set(from);
  return to;
}

function isNarrow(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= WIDE) return false;
  return true;
}

/** FNV-1a over the code units, its bits mixed at the end as MurmurHash3 does. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

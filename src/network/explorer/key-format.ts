/**
 * Sorted keys in blocks, each key without what it shares with the one before, each with a number.
 * Shared by writer and reader; nothing here needs Node.
 */
export const KEYS_PER_BLOCK = 128;

/** A key as bytes (UTF-8) and the member it leads to. */
export interface KeyEntry {
  readonly key: Uint8Array;
  readonly number: number;
}

/** Appends a number, seven bits a byte, lowest first; the top bit says that more follow. */
export function putVarint(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
}

/** All entries of a block. */
export function readBlock(bytes: Uint8Array): KeyEntry[] {
  const entries: KeyEntry[] = [];
  let at = 0;
  let before: Uint8Array = new Uint8Array();
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  while (at < bytes.length) {
    const shared = varint();
    const length = varint();
    const key = new Uint8Array(shared + length);
    key.set(before.subarray(0, shared));
    key.set(bytes.subarray(at, at + length), shared);
    at += length;
    entries.push({ key, number: view.getUint32(at, true) });
    at += 4;
    before = key;
  }
  return entries;
}

/** Order of bytes; a beginning comes before what it begins. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

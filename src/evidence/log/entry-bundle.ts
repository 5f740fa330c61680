import { limits } from '../../model/limits.ts';
import { concat } from '../bytes.ts';
import { tile_width } from './tile.ts';

/** Entries of one tile as tlog-tiles serves them: each after its length, two bytes big-endian. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length > tile_width) throw new RangeError(`a bundle of ${entries.length} entries`);
  const parts = entries.map((entry) => {
    if (entry.length > limits.log_entry_bytes_max)
      throw new RangeError(`a log entry of ${entry.length} bytes`);
    return concat([Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]);
  });
  return concat(parts);
}

/** The entries of a bundle, or null when the bytes are not exactly that many entries. */
export function readEntryBundle(bytes: Uint8Array, width: number): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bytes.length && entries.length < width) {
    // Both bytes are inside: the loop has looked.
    const length = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
    if (at + 2 + length > bytes.length) return null;
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return at === bytes.length && entries.length === width ? entries : null;
}

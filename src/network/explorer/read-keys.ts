import { compareBytes, KEYS_PER_BLOCK, readBlock } from './key-format.ts';
import type { KeyEntry } from './key-format.ts';
import type { ReadBytes } from './read-columns.ts';

export interface FoundKey {
  readonly key: string;
  readonly number: number;
}

export interface KeyReader {
  readonly count: number;
  /** Keys that begin with a text, in their order, at most that many. */
  readonly search: (prefix: string, most: number) => Promise<FoundKey[]>;
  /** The key at a place among all keys. */
  readonly at: (place: number) => Promise<FoundKey>;
}

export async function keyReader(
  files: { readonly blocks: string; readonly directory: string },
  read: ReadBytes,
): Promise<KeyReader> {
  const bytes = await read(files.directory);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blocks = view.getUint32(0, true);
  const firstKeys = bytes.subarray(8 + blocks * 8);
  const firstOf = (block: number): Uint8Array =>
    firstKeys.subarray(
      block === 0 ? 0 : view.getUint32(12 + (block - 1) * 8, true),
      view.getUint32(12 + block * 8, true),
    );
  const load = async (block: number): Promise<KeyEntry[]> => {
    const to = block + 1 < blocks ? view.getUint32(8 + (block + 1) * 8, true) : undefined;
    return readBlock(await read(files.blocks, view.getUint32(8 + block * 8, true), to));
  };
  /** The last block whose first key comes before a key: what equals the key may begin in it. */
  const blockBefore = (key: Uint8Array): number => {
    let low = 0;
    let high = blocks;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareBytes(firstOf(middle), key) < 0) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
  const decoder = new TextDecoder();
  const shown = ({ key, number }: KeyEntry): FoundKey => ({ key: decoder.decode(key), number });
  return {
    count: view.getUint32(4, true),
    at: async (place) => {
      const entries = await load(Math.floor(place / KEYS_PER_BLOCK));
      return shown(entries[place % KEYS_PER_BLOCK]!);
    },
    search: async (text, most) => {
      const prefix = new TextEncoder().encode(text);
      const found: FoundKey[] = [];
      for (let block = blockBefore(prefix); block < blocks && found.length < most; block++) {
        const entries = await load(block);
        for (const entry of entries) {
          const begins = compareBytes(entry.key.subarray(0, prefix.length), prefix);
          if (begins === 0 && found.length < most) found.push(shown(entry));
          if (begins > 0) return found;
        }
      }
      return found;
    },
  };
}

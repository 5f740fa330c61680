import { KEYS_PER_BLOCK, putVarint } from './key-format.ts';

export interface WrittenKeys {
  /** The blocks, one behind the other. */
  readonly keys: Uint8Array;
  /**
   * Number of blocks and of keys, u32 each; of each block where it begins, and where its first key
   * ends among the first keys, u32 each; then the first keys.
   */
  readonly directory: Uint8Array;
}

export interface KeyWriter {
  /** Keys ascend by their UTF-8 bytes; equal ones by number. */
  readonly add: (key: string, number: number) => void;
  readonly finish: () => WrittenKeys;
}

export function keyWriter(): KeyWriter {
  const encoder = new TextEncoder();
  const blocks: Uint8Array[] = [];
  const firstKeys: Uint8Array[] = [];
  let block: number[] = [];
  let before: Uint8Array = new Uint8Array();
  let count = 0;
  const close = (): void => {
    if (block.length > 0) blocks.push(Uint8Array.from(block));
    block = [];
  };
  return {
    add: (text, number) => {
      const key = encoder.encode(text);
      if (count % KEYS_PER_BLOCK === 0) {
        close();
        firstKeys.push(key);
        before = new Uint8Array();
      }
      count++;
      let shared = 0;
      while (shared < key.length && key[shared] === before[shared]) shared++;
      putVarint(block, shared);
      putVarint(block, key.length - shared);
      for (let i = shared; i < key.length; i++) block.push(key[i]!);
      block.push(number & 0xff, (number >>> 8) & 0xff, (number >>> 16) & 0xff, number >>> 24);
      before = key;
    },
    finish: () => {
      close();
      return { keys: joined(blocks), directory: directoryOf(blocks, firstKeys, count) };
    },
  };
}

function directoryOf(
  blocks: readonly Uint8Array[],
  firstKeys: readonly Uint8Array[],
  count: number,
): Uint8Array {
  const head = new Uint8Array(8 + blocks.length * 8);
  const view = new DataView(head.buffer);
  view.setUint32(0, blocks.length, true);
  view.setUint32(4, count, true);
  let begins = 0;
  let ends = 0;
  blocks.forEach((block, i) => {
    ends += firstKeys[i]!.length;
    view.setUint32(8 + i * 8, begins, true);
    view.setUint32(12 + i * 8, ends, true);
    begins += block.length;
  });
  return joined([head, ...firstKeys]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

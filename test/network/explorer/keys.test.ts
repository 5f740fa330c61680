import { describe, expect, it } from 'vitest';
import { KEYS_PER_BLOCK } from '../../../src/network/explorer/key-format.ts';
import { keyWriter } from '../../../src/network/explorer/key-writer.ts';
import { keyReader } from '../../../src/network/explorer/read-keys.ts';
import type { KeyReader } from '../../../src/network/explorer/read-keys.ts';
import { reading } from './made.ts';

async function readerOf(keys: readonly string[]): Promise<KeyReader> {
  const writer = keyWriter();
  keys.forEach((key, number) => writer.add(key, number));
  const { keys: blocks, directory } = writer.finish();
  const files = new Map([
    ['blocks', blocks],
    ['directory', directory],
  ]);
  return await keyReader({ blocks: 'blocks', directory: 'directory' }, reading(files));
}

describe('sorted keys', () => {
  it('finds every one of many equal keys, wherever blocks begin', async () => {
    for (const before of [0, 1, KEYS_PER_BLOCK - 1, KEYS_PER_BLOCK, KEYS_PER_BLOCK + 1]) {
      const keys = [
        ...Array.from({ length: before }, () => 'a'),
        ...Array.from({ length: 300 }, () => 'b'),
        'c',
      ];
      const reader = await readerOf(keys);
      expect(reader.count).toBe(before + 301);
      const found = await reader.search('b', 1_000);
      expect(found.map(({ number }) => number)).toEqual(
        Array.from({ length: 300 }, (_, i) => before + i),
      );
      expect(await reader.search('b', 2)).toEqual(found.slice(0, 2));
      expect(await reader.at(before + 300)).toEqual({ key: 'c', number: before + 300 });
    }
  });

  it('goes by bytes, keeps long keys and numbers beyond 2^31, and may be empty', async () => {
    const long = `${'长'.repeat(200)}`;
    const writer = keyWriter();
    writer.add('', 0);
    writer.add('é', 2 ** 32 - 1);
    writer.add(long, 2 ** 31);
    // A key of four bytes follows all of three, though its first code unit is smaller.
    writer.add('\u{1f600}', 5);
    const { keys: blocks, directory } = writer.finish();
    const files = new Map([
      ['b', blocks],
      ['d', directory],
    ]);
    const reader = await keyReader({ blocks: 'b', directory: 'd' }, reading(files));
    expect(await reader.search('', 9)).toEqual([
      { key: '', number: 0 },
      { key: 'é', number: 2 ** 32 - 1 },
      { key: long, number: 2 ** 31 },
      { key: '\u{1f600}', number: 5 },
    ]);
    expect(await reader.search('长长', 9)).toEqual([{ key: long, number: 2 ** 31 }]);
    const none = await readerOf([]);
    expect([none.count, await none.search('a', 9)]).toEqual([0, []]);
  });
});

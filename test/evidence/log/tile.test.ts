import { describe, expect, it } from 'vitest';
import { entryBundle, readEntryBundle } from '../../../src/evidence/log/entry-bundle.ts';
import { growingTree } from '../../../src/evidence/log/growing-tree.ts';
import { inclusionProof } from '../../../src/evidence/log/inclusion-proof.ts';
import type { ReadSubtree } from '../../../src/evidence/log/subtree.ts';
import {
  hashInTile,
  newTiles,
  readTilePath,
  tileOf,
  tilePath,
} from '../../../src/evidence/log/tile.ts';
import { limits } from '../../../src/model/limits.ts';
import { MTH, PATH } from '../../oracle/slow-tree.ts';
import { hex, numberedEntries } from './grown-log.ts';

describe('tiles', () => {
  it('are as many and as wide as the example of tlog-tiles says of 70,000 leaves', () => {
    const tiles = newTiles(0, 70_000);
    const of = (level: number, full: boolean): number[] =>
      tiles
        .filter((tile) => tile.level === level && (tile.width === 256) === full)
        .map(({ width }) => width);
    expect(of(0, true)).toHaveLength(273);
    expect([of(0, false), of(1, true), of(1, false), of(2, false)]).toEqual([
      [112],
      [256],
      [17],
      [1],
    ]);
    expect(tiles).toHaveLength(273 + 4);
    expect(newTiles(0, 256).map((tile) => tilePath(tile))).toEqual([
      'tile/0/000',
      'tile/1/000.p/1',
    ]);
  });

  it('are new where the tree has grown, and only there', () => {
    expect(newTiles(255, 258).map((tile) => tilePath(tile))).toEqual([
      'tile/0/000',
      'tile/0/001.p/2',
      'tile/1/000.p/1',
    ]);
    expect(newTiles(256, 257).map((tile) => tilePath(tile))).toEqual(['tile/0/001.p/1']);
    expect(newTiles(257, 257)).toEqual([]);
    expect(newTiles(0, 0)).toEqual([]);
  });

  it.each([
    ['tile/0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['tile/63/000', { level: 63, index: 0, width: 256 }],
    ['tile/1/273.p/112', { level: 1, index: 273, width: 112 }],
  ])('have the path %s', (path, tile) => {
    expect(tilePath(tile)).toBe(path);
    expect(readTilePath(path)).toEqual({ kind: 'hashes', tile });
  });

  it('have the same paths for entry bundles', () => {
    const tile = { level: 0, index: 1_000, width: 3 };
    expect(tilePath(tile, 'entries')).toBe('tile/entries/x001/000.p/3');
    expect(readTilePath('tile/entries/x001/000.p/3')).toEqual({ kind: 'entries', tile });
  });

  it.each([
    'tile/64/000',
    'tile/00/000',
    'tile/0/x000/001',
    'tile/0/0000',
    'tile/0/001/002',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/999',
    'tile/0/../000',
    'tile/-1/000',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/entries/000/',
    '/tile/0/000',
    'tile/0/000\n',
  ])('are not asked for as %j', (path) => {
    expect(readTilePath(path)).toBeNull();
  });

  it('hold all that proofs are made of', () => {
    const size = 700;
    const entries = numberedEntries(size);
    const levels: Buffer[][] = [];
    const tree = growingTree(undefined, ({ level, index }, hash) => {
      if (level % 8 === 0) (levels[level / 8] ??= [])[index] = Buffer.from(hash);
    });
    for (const entry of entries) tree.append(entry);
    const asked = new Set<string>();
    const read: ReadSubtree = (subtree) => {
      const tile = tileOf(subtree, size);
      asked.add(tilePath(tile));
      const from = tile.index * 256;
      return hashInTile(subtree, Buffer.concat(levels[tile.level]!.slice(from, from + tile.width)));
    };
    for (const index of [0, 255, 256, 511, 512, 639, 640, 699])
      expect(inclusionProof(index, size, read).map(hex)).toEqual(PATH(index, entries).map(hex));
    expect([...asked].toSorted()).toEqual([
      'tile/0/000',
      'tile/0/001',
      'tile/0/002.p/188',
      'tile/1/000.p/2',
    ]);
    expect(hex(hashInTile({ level: 7, index: 3 }, Buffer.concat(levels[0]!.slice(256, 512))))).toBe(
      hex(MTH(entries.slice(384, 512))),
    );
  });

  it('are refused when too narrow for what is asked', () => {
    expect(() => hashInTile({ level: 1, index: 1 }, new Uint8Array(3 * 32))).toThrow(RangeError);
    expect(hashInTile({ level: 0, index: 258 }, new Uint8Array(3 * 32))).toHaveLength(32);
  });
});

describe('entry bundles', () => {
  it('put each entry after its length in two bytes', () => {
    const entries = [Buffer.from('ab'), Buffer.alloc(0), Buffer.alloc(258, 7)];
    const bytes = entryBundle(entries);
    expect(hex(bytes.subarray(0, 8))).toBe('0002616200000102');
    expect(bytes).toHaveLength(2 + 2 + 2 + 2 + 258);
    expect(readEntryBundle(bytes, 3)?.map(hex)).toEqual(entries.map(hex));
  });

  it('are refused when cut, padded or of another number', () => {
    const bytes = entryBundle([Buffer.from('ab'), Buffer.from('c')]);
    for (let cut = 0; cut < bytes.length; cut++)
      expect(readEntryBundle(bytes.subarray(0, cut), 2)).toBeNull();
    expect(readEntryBundle(Buffer.concat([bytes, Buffer.of(0)]), 2)).toBeNull();
    expect(readEntryBundle(bytes, 1)).toBeNull();
    expect(readEntryBundle(bytes, 3)).toBeNull();
    expect(readEntryBundle(new Uint8Array(0), 0)).toEqual([]);
  });

  it('take entries up to the limit and 256 of them', () => {
    const most = limits.log_entry_bytes_max;
    for (const length of [most - 1, most])
      expect(readEntryBundle(entryBundle([Buffer.alloc(length)]), 1)?.[0]).toHaveLength(length);
    expect(() => entryBundle([Buffer.alloc(most + 1)])).toThrow(RangeError);
    const many = (count: number): Uint8Array[] => Array.from({ length: count }, () => Buffer.of(1));
    for (const count of [255, 256]) expect(entryBundle(many(count))).toHaveLength(3 * count);
    expect(() => entryBundle(many(257))).toThrow(RangeError);
  });
});

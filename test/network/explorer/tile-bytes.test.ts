import { describe, expect, it } from 'vitest';
import { decodeTile } from '../../../src/network/explorer/read-tiles.ts';
import { testForest } from './forests.ts';
import { made } from './made.ts';

/** Two members, the second recruited by the first a day later. */
const two = [
  { id: 'm1', up: -1, day: 19_000 },
  { id: 'm2', up: 0, day: 19_001 },
];

describe('the bytes of a tile', () => {
  it('are where docs/reference/explorer.md puts them: by hand', async () => {
    const { files } = await made(two);
    const bytes = files.get('tiles/0000.bin')!;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // 32 of the header and 61 for each of two, filled up to a multiple of eight.
    expect(bytes.length).toBe(160);
    expect(String.fromCharCode(...bytes.subarray(0, 4))).toBe('PPXT');
    expect(view.getUint16(4, true)).toBe(1);
    // Whole, both kinds of money known; zoom, column and row 0.
    expect([...bytes.subarray(6, 16)]).toEqual([7, ...Array.from({ length: 9 }, () => 0)]);
    expect([view.getUint32(16, true), view.getUint32(20, true)]).toEqual([2, 160]);
    expect(view.getBigUint64(24, true)).toBe(0n);
    const f64 = (at: number): number[] => [
      view.getFloat64(at, true),
      view.getFloat64(at + 8, true),
    ];
    const u32 = (at: number): number[] => [view.getUint32(at, true), view.getUint32(at + 4, true)];
    const f32 = (at: number): number[] => [
      view.getFloat32(at, true),
      view.getFloat32(at + 4, true),
    ];
    expect(f64(32)).toEqual([9_900, 19_800]);
    expect(f64(48)).toEqual([1_234, 2_468]);
    // first, people, tops, candidates, level, levels
    expect(u32(64)).toEqual([0, 1]);
    expect(u32(72)).toEqual([2, 1]);
    expect(u32(80)).toEqual([1, 0]);
    expect(u32(88)).toEqual([0, 0]);
    expect(u32(96)).toEqual([1, 2]);
    expect(u32(104)).toEqual([2, 1]);
    // The root in the middle; its recruit has the turn from 1/2 to 1: up, 7/16 away.
    expect(u32(112)).toEqual([2 ** 31, 2 ** 31]);
    expect(u32(120)).toEqual([2 ** 31, 2 ** 28]);
    expect(f32(128)).toEqual([0, 0.5]);
    expect(f32(136)).toEqual([0, 0.5]);
    // kind, tenth, line, zooms
    expect([...bytes.subarray(144, 154)]).toEqual([0, 0, 0, 5, 0, 0, 0, 0, 30, 30]);
    const directory = files.get('tiles/directory.bin')!;
    expect([...new Uint32Array(directory.slice().buffer)]).toEqual([256, 0, 0, 0, 160, 2]);
  });

  it('are refused where they are none, and viewports larger than a screen', async () => {
    const { explorer, files } = await made(testForest('random', 30, 3));
    const bytes = files.get('tiles/0000.bin')!;
    expect(decodeTile(bytes.slice().buffer).glyphs).toBeGreaterThan(29);
    for (const at of [0, 4]) {
      const wrong = bytes.slice();
      wrong[at]!++;
      expect(() => decodeTile(wrong.buffer)).toThrow(RangeError);
    }
    const square = (zoom: number, sides: number) =>
      explorer.viewport({ zoom, left: 0, top: 0, right: sides / 2 ** zoom - 1e-9, bottom: 0 });
    expect((await square(13, 4_095)).length).toBe(0);
    expect((await square(13, 4_096)).length).toBe(0);
    await expect(square(13, 4_097)).rejects.toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { neighbourhood } from '../../../src/network/explorer/neighbourhood.ts';
import { collapseRow, expandRow, outlineOf } from '../../../src/network/explorer/outline.ts';
import type { OutlineMember } from '../../../src/network/explorer/outline.ts';
import { testForest } from './forests.ts';
import { made } from './made.ts';

/** 0 tops 1, 4, 6; 1 tops 2, 3; 4 tops 5; 6 tops 7 to 10, 7 tops 11: by joining order. */
const ups = [-1, 0, 1, 1, 0, 4, 0, 6, 6, 6, 6, 7];
const small = ups.map((up, i) => ({ id: `m${100 + i}`, up, day: 19_000 + i }));

describe('a neighbourhood', () => {
  it('is a tidy tree: by hand', async () => {
    const { explorer, ids } = await made(small);
    const shown = await neighbourhood(explorer, (await explorer.numberOf('m100'))!, 3);
    const at = new Map(shown.map(({ number, x, y, more }) => [ids[number], [x, y, more]]));
    // Largest first: 106 with 107 (a recruit of its own), 108, 109 and one more; 101; 104.
    expect(Object.fromEntries(at)).toEqual({
      m107: [0, 2, 1],
      m108: [1, 2, 0],
      m109: [2, 2, 0],
      m106: [1, 1, 1],
      m102: [3, 2, 0],
      m103: [4, 2, 0],
      m101: [3.5, 1, 0],
      m105: [5, 2, 0],
      m104: [5, 1, 0],
      m100: [3, 0, 0],
    });
    const deep = await neighbourhood(explorer, (await explorer.numberOf('m111'))!, 3);
    expect(deep.map(({ number, x, y, more }) => [ids[number], x, y, more])).toEqual([
      ['m100', 0, -3, 2],
      ['m106', 0, -2, 3],
      ['m107', 0, -1, 0],
      ['m111', 0, 0, 0],
    ]);
    expect(deep.map(({ parent }) => (parent === null ? null : ids[parent]))).toEqual([
      null,
      'm100',
      'm106',
      'm107',
    ]);
  });

  it('keeps a level one apart and everybody over the middle of its recruits', async () => {
    const { explorer } = await made(testForest('random', 400, 7));
    for (const start of [0, 1, 5, 40, 399]) {
      const shown = await neighbourhood(explorer, start, 6);
      for (const one of shown) {
        const level = shown.filter(({ y }) => y === one.y && one.y >= 0);
        const near = level.filter(({ x, number }) => {
          return number !== one.number && Math.abs(x - one.x) < 1;
        });
        expect(near).toEqual([]);
        const xs = shown.filter(({ parent }) => parent === one.number).map(({ x }) => x);
        if (xs.length > 0) expect(one.x).toBe((Math.min(...xs) + Math.max(...xs)) / 2);
      }
    }
  });
});

describe('an outline', () => {
  const member = (number: number, people: number, direct: number): OutlineMember => ({
    number,
    people,
    direct,
  });
  const shown = (rows: readonly { number: number; depth: number; shown: number }[]): string =>
    rows.map(({ number, depth, shown: of }) => `${'-'.repeat(depth)}${number}/${of}`).join(' ');

  it('opens page by page and closes with all below', () => {
    // 0 has 9 people: recruits 1 (3 people: 1, 2, 3), 4 (2 people: 4, 5), 6, 7, 8.
    const start = outlineOf([member(0, 9, 5), member(9, 1, 0)]);
    const first = expandRow(start, 0, [member(6, 1, 0), member(1, 3, 2)]);
    const deeper = expandRow(first, 1, [member(2, 1, 0), member(3, 1, 0)]);
    const more = expandRow(deeper, 0, [member(4, 2, 1)]);
    expect(shown(more)).toBe('0/3 -6/0 -1/2 --2/0 --3/0 -4/0 9/0');
    expect(shown(collapseRow(more, 1))).toBe('0/3 -6/0 -1/0 -4/0 9/0');
    expect(shown(collapseRow(more, 0))).toBe('0/0 9/0');
    expect(shown(expandRow(more, 77, []))).toBe(shown(more));
    expect(shown(collapseRow(more, 77))).toBe(shown(more));
  });
});

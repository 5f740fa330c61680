import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../src/model/days.ts';
import { limits } from '../../../src/model/limits.ts';
import { ROOT } from '../../../src/network/forest.ts';
import { monthEnds } from '../../../src/network/growth/month-ends.ts';
import { monthsMost, networkGrowth } from '../../../src/network/growth/network-growth.ts';
import type { DatedTree } from '../../../src/network/history/tie-intervals.ts';

function steady(parent: readonly number[], day: (no: number) => string): DatedTree {
  const joinedDay = Int32Array.from(parent, (_, no) => dayNumber(day(no)));
  const memberNo = joinedDay.map((_, no) => no);
  return {
    parent: Int32Array.from(parent),
    memberNo,
    joinedDay,
    tiedDay: joinedDay,
    history: null,
  };
}

const january = (): string => '2024-01-05';

describe('a network beside chance', () => {
  it('of one who recruits all others is leafier and flatter', () => {
    const star = Array.from({ length: 100 }, (_, no) => (no === 0 ? ROOT : 0));
    const month = networkGrowth(steady(star, january))!.months[0]!;
    // 99 of 100 are leaves, 50 expected, deviation √(100/12) = 2.887: share 0.028868.
    expect(month.leaf_share).toEqual({
      observed: 0.99,
      expected: 0.5,
      deviation: 0.028868,
      reading: 'above',
    });
    // (1 + 99 · 2) / 100; H_100 = 5.187378.
    expect(month.mean_level).toMatchObject({
      observed: 1.99,
      expected: 5.187378,
      reading: 'below',
    });
  });

  it('of a chain is deeper, with nobody but the last a leaf', () => {
    const chain = Array.from({ length: 100 }, (_, no) => no - 1);
    const day = (no: number): string => (no < 40 ? '2024-01-31' : '2024-03-01');
    const growth = networkGrowth(steady(chain, day))!;
    expect(growth.ties_changed).toBe(false);
    expect(
      growth.months.map(({ month, joined, levels, new_levels }) => [
        month,
        joined,
        levels,
        new_levels,
      ]),
    ).toEqual([
      ['2024-01', 40, 40, 40],
      ['2024-02', 0, 40, 0],
      ['2024-03', 60, 100, 60],
    ]);
    expect(growth.months[2]).toMatchObject({
      leaf_share: { observed: 0.01, reading: 'below' },
      mean_level: { observed: 50.5, reading: 'above' },
    });
    expect(growth.levels[40]).toEqual({ level: 41, month: '2024-03', first_on: '2024-03-01' });
  });

  it('says nothing of fewer than thirty recruited', () => {
    const star = (size: number) => Array.from({ length: size }, (_, no) => (no === 0 ? ROOT : 0));
    const reading = (size: number) =>
      networkGrowth(steady(star(size), january))!.months[0]!.leaf_share.reading;
    expect(reading(30)).toBeNull();
    expect(reading(31)).toBe('above');
  });
});

it('looks at the latest months, at most a limit of them', () => {
  const [first, last] = [dayNumber('2014-03-31'), dayNumber('2024-02-01')];
  expect(monthEnds(first, last, 120)).toHaveLength(120);
  expect(monthEnds(first, last, 119)[0]!.month).toBe('2014-04');
  expect(monthEnds(first, first, 120)).toEqual([{ month: '2014-03', last_day: first }]);
  expect(limits.growth_months_max).toBe(120);
  const old = networkGrowth(
    steady([ROOT, 0, 1, 2], (no) => (no < 2 ? '2001-01-01' : '2024-02-29')),
  )!;
  expect(old.months).toHaveLength(120);
  expect(old.months[0]).toMatchObject({ joined: 0, members: 2, levels: 2, new_levels: 0 });
  expect(old.months.at(-1)).toMatchObject({ joined: 2, members: 4, new_levels: 2 });
});

it('lists the first thousand levels', () => {
  const chain = Array.from({ length: limits.growth_levels_max + 1 }, (_, no) => no - 1);
  const listed = (size: number) => networkGrowth(steady(chain.slice(0, size), january))!.levels;
  expect(listed(999)).toHaveLength(999);
  expect(listed(1000)).toHaveLength(1000);
  expect(listed(1001)).toHaveLength(1000);
});

it('looks at fewer months where each takes a pass over very many members', () => {
  expect(monthsMost(30_000_000, true)).toBe(120);
  expect([2_500_000, 2_500_001].map((size) => monthsMost(size, false))).toEqual([120, 119]);
  expect([300_000_000, 300_000_001].map((size) => monthsMost(size, false))).toEqual([1, 1]);
});

it('counts a recruit that stands before its recruiter of the same day', () => {
  const tree = { ...steady([1, ROOT], january), memberNo: Int32Array.of(1, 0) };
  const growth = networkGrowth(tree)!;
  expect(growth.ties_changed).toBe(false);
  expect(growth.months[0]!.leaf_share.observed).toBe(0.5);
  expect(growth.months[0]!.mean_level.observed).toBe(1.5);
});

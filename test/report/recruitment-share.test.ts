import { describe, expect, it } from 'vitest';
import type { FundingSums } from '../../src/model/report-funding.ts';
import { crossingPoint, recruitmentShare } from '../../src/report/facts/recruitment-share.ts';

const sums = (recruitment: number, own_use: number, retail: number, open: number): FundingSums => ({
  id: 'all',
  entries: 1,
  unpriced: 0,
  entry_fee: 0,
  qualifying: 0,
  subsidy: 0,
  unknown: 0,
  recruitment,
  own_use,
  retail,
  open,
  total: recruitment + own_use + retail + open,
  settled: true,
});
const half = { p: 1, q: 2 };

describe('the share of recruitment', () => {
  it('runs from all own use accepted to none, and the open widens it', () => {
    expect(recruitmentShare(sums(20, 40, 30, 10))).toEqual({ low: 0.2, high: 0.7 });
    expect(recruitmentShare({ ...sums(20, 40, 30, 10), settled: false })).toBeNull();
  });

  it('crosses a line where the arithmetic says', () => {
    // (20 + (1 - α) 40) / 100 = 1/2 at α = 1/4; with the open, (30 + (1 - α) 40) / 100 at 1/2.
    expect(crossingPoint(sums(20, 40, 30, 10), half, 'low')).toBe(0.25);
    expect(crossingPoint(sums(20, 40, 30, 10), half, 'high')).toBe(0.5);
  });

  it('is always past a line, or never, whatever is accepted', () => {
    expect(crossingPoint(sums(51, 40, 9, 0), half, 'low')).toBe('always');
    expect(crossingPoint(sums(50, 40, 10, 0), half, 'low')).toBe(1);
    expect(crossingPoint(sums(10, 40, 50, 0), half, 'low')).toBe('never');
    expect(crossingPoint(sums(10, 41, 49, 0), half, 'low')).toBe(0.0243);
    expect(crossingPoint(sums(0, 0, 100, 0), half, 'high')).toBe('never');
  });

  it('stays exact past the numbers a double holds when multiplied', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(crossingPoint({ ...sums(0, 0, 0, 0), own_use: most, total: most }, half, 'low')).toBe(
      0.5,
    );
  });
});

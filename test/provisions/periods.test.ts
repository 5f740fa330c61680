import { describe, expect, it } from 'vitest';
import { constantPeriods, contains } from '../../src/provisions/periods.ts';
import { sample } from './sample-provision.ts';

describe('constantPeriods', () => {
  it('is one when nothing changes', () => {
    expect(constantPeriods(sample)).toEqual([
      { from: '2020-01-01', to: null, parameters: { days_max: 7 } },
    ]);
  });

  it('cuts where any parameter changes, inside the time in force only', () => {
    const value = (from: string, to: string | null, n: number) => ({
      from,
      to,
      value: n,
      cite: 'ours',
    });
    const provision = {
      ...sample,
      in_force: { from: '2020-01-01', to: '2024-12-31' },
      parameters: [
        {
          name: 'a',
          unit: 'day',
          values: [value('2010-01-01', '2020-02-29', 1), value('2020-03-01', null, 2)],
        },
        {
          name: 'b',
          unit: 'day',
          values: [
            value('2019-01-01', '2020-02-29', 3),
            value('2020-03-01', '2023-12-31', 4),
            value('2024-01-01', '2024-12-31', 5),
            value('2025-01-01', null, 6),
          ],
        },
      ],
    };
    expect(constantPeriods(provision)).toEqual([
      { from: '2020-01-01', to: '2020-02-29', parameters: { a: 1, b: 3 } },
      { from: '2020-03-01', to: '2023-12-31', parameters: { a: 2, b: 4 } },
      { from: '2024-01-01', to: '2024-12-31', parameters: { a: 2, b: 5 } },
    ]);
  });
});

describe('contains', () => {
  it.each([
    ['2019-12-31', false],
    ['2020-01-01', true],
    ['2020-12-31', true],
    ['2021-01-01', false],
  ])('%s: %s', (day, expected) => {
    expect(contains({ from: '2020-01-01', to: '2020-12-31' }, day)).toBe(expected);
  });
});

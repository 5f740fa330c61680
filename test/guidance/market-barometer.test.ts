import { describe, expect, it } from 'vitest';
import {
  marketBarometer,
  overMembers,
  overPlatforms,
} from '../../src/guidance/market-barometer.ts';

const figure = { name: 'return', title: { en: '', zh: '' } };

/** `count` months from one on, each with as many cases in 100. */
function run(first: string, count: number, cases: number) {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return Array.from({ length: count }, (_, i) => {
    const at = year * 12 + month - 1 + i;
    const text = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return { month: text, cases, out_of: 100 };
  });
}

describe('a market of several platforms', () => {
  it('holds three months beside the year before over the platforms that know all six', () => {
    const long = run('2024-06', 24, 10);
    const other = [...run('2025-01', 3, 10), ...run('2026-01', 3, 30)];
    const newcomer = run('2026-04', 2, 90);
    const { readings, confidence } = marketBarometer([
      overPlatforms(figure, [long, other, newcomer]),
    ]);
    expect(confidence).toBeCloseTo(0.95, 12);
    const [reading] = readings;
    // To March two know all six months, to May but one: (30 + 90) of 600 beside (30 + 30).
    expect(reading?.quarter).toMatchObject({ last: '2026-03', platforms: 2, movement: 'rose' });
    expect(reading?.quarter.ratio?.ratio).toBeCloseTo(2, 12);
    const may = reading?.months.at(-1);
    expect(may).toMatchObject({
      month: '2026-05',
      all: { platforms: 2, cases: 100, out_of: 200 },
      compared: { platforms: 1, now: { cases: 10 }, year_before: { cases: 10 } },
      movement: 'no_clear_change',
    });
    // June 2024 has no year before it.
    expect(reading?.months[0]).toMatchObject({ compared: null, movement: 'cannot_tell' });
  });

  it('puts months of members together where they are the very same alone', () => {
    const told = [...run('2025-01', 3, 10), ...run('2026-01', 3, 30)].map((one) => ({
      ...one,
      platforms: 6,
      members: 'a',
    }));
    const months = [...told.map(({ month }) => month), '2026-04'];
    const same = marketBarometer([overMembers(figure, months, told)]).readings[0];
    expect(same?.quarter).toMatchObject({ last: '2026-03', platforms: 6, movement: 'rose' });
    expect(same?.months.at(-1)).toMatchObject({ month: '2026-04', all: null, compared: null });
    const one = told.map((month, i) => (i === 4 ? { ...month, members: 'b' } : month));
    const other = marketBarometer([overMembers(figure, months, one)]).readings[0];
    expect(other?.quarter).toEqual({
      last: null,
      platforms: 0,
      ratio: null,
      movement: 'cannot_tell',
    });
    expect(other?.months.filter(({ compared }) => compared !== null)).toHaveLength(2);
  });
});

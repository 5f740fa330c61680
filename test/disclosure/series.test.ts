import { describe, expect, it } from 'vitest';
import type { CountTable } from '../../src/disclosure/suppression/count-table.ts';
import { suppress } from '../../src/disclosure/suppression/suppress.ts';
import type { EarlierTable } from '../../src/disclosure/suppression/suppress.ts';
import { seeded } from '../../src/model/random.ts';
import { attackSeries } from '../oracle/series-attack.ts';
import type { Learnt } from '../oracle/series-attack.ts';

const persons_min = 10;
const months = 12;
const regions = 6;
const kinds = 5;

/** Complaints of a year to date, month by month: some cells few, some none for a while. */
function series(seed: number): number[][] {
  const random = seeded(seed);
  const pace = Array.from({ length: regions * kinds }, () => random.pick([0, 1, 2, 5, 20, 60]));
  const counts = pace.map(() => 0);
  return Array.from({ length: months }, () => {
    for (const [cell, most] of pace.entries()) counts[cell]! += random.below(most + 1);
    return [...counts];
  });
}

const tableOf = (counts: readonly number[]): CountTable => ({
  dimensions: [
    { id: 'region', labels: Array.from({ length: regions }, (_, i) => `region ${i}`) },
    { id: 'kind', labels: Array.from({ length: kinds }, (_, i) => `kind ${i}`) },
  ],
  counts,
});

/** With totals, as it would be if nothing were left out. */
function whole(counts: readonly number[]): number[][] {
  const rows = Array.from({ length: regions }, (_, i) => counts.slice(i * kinds, (i + 1) * kinds));
  const withSums = rows.map((row) => [...row, row.reduce((sum, one) => sum + one, 0)]);
  const last = withSums[0]!.map((_, j) => withSums.reduce((sum, row) => sum + row[j]!, 0));
  return [...withSums, last];
}

const gridOf = (shown: readonly (number | null)[]): (number | null)[][] =>
  Array.from({ length: regions + 1 }, (_, i) =>
    shown.slice(i * (kinds + 1), (i + 1) * (kinds + 1)),
  );

/** The small numbers of a series, a count or what was added between two publications. */
function secret({ later, since, row, column }: Learnt, truth: readonly number[][][]): boolean {
  const value = truth[later]![row]![column]! - (since === null ? 0 : truth[since]![row]![column]!);
  return value > 0 && value < persons_min;
}

async function publishedOf(counts: readonly number[][], cumulative: boolean) {
  const earlier: EarlierTable[] = [];
  for (const now of counts) {
    const table = tableOf(now);
    const { shown } = await suppress(table, { persons_min, earlier: cumulative ? earlier : [] });
    earlier.push({ table, shown });
  }
  return earlier.map(({ shown }) => gridOf(shown));
}

describe('twelve monthly publications of one table', () => {
  const seed = 20_261_201;
  it(`tell an attacker no small number when they count years to date (seed ${seed})`, async () => {
    const counts = series(seed);
    const learnt = attackSeries(await publishedOf(counts, true));
    const secrets = learnt.filter((cell) => secret(cell, counts.map(whole)));
    expect(secrets.length).toBeGreaterThan(300);
    expect(secrets.filter(({ low, high }) => high - low < persons_min)).toEqual([]);
  });

  it.each([seed, seed + 1, seed + 2])('nor when they count each month (seed %i)', async (one) => {
    const upTo = series(one);
    const counts = upTo.map((now, i) =>
      now.map((value, cell) => value - (upTo[i - 1]?.[cell] ?? 0)),
    );
    const truth = counts.map(whole);
    const grids = await publishedOf(counts, false);
    const learnt = grids.flatMap((grid, month) =>
      attackSeries([grid]).map((cell) => ({ ...cell, later: month })),
    );
    const secrets = learnt.filter((cell) => secret(cell, truth));
    expect(secrets.length).toBeGreaterThan(100);
    expect(secrets.filter(({ low, high }) => high - low < persons_min)).toEqual([]);
    const all = grids.flat(2);
    // Something is published all the same.
    expect(all.filter((value) => value !== null).length).toBeGreaterThan(all.length / 4);
  });

  it(`would tell many if only small cells were left out (seed ${seed})`, () => {
    const truth = series(seed).map(whole);
    const naive = truth.map((grid) =>
      grid.map((row) => row.map((value) => (value > 0 && value < persons_min ? null : value))),
    );
    const told = attackSeries(naive).filter(
      (cell) => secret(cell, truth) && cell.low === cell.high,
    );
    expect(told.length).toBeGreaterThan(100);
  });
});

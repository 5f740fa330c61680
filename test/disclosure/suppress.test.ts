import { describe, expect, it } from 'vitest';
import type { CountTable } from '../../src/disclosure/suppression/count-table.ts';
import { suppress } from '../../src/disclosure/suppression/suppress.ts';
import { attack } from '../oracle/table-attack.ts';
import { seeded } from '../../src/model/random.ts';

const persons_min = 10;

function tableOf(rows: readonly (readonly number[])[]): CountTable {
  return {
    dimensions: [
      { id: 'city', labels: rows.map((_, i) => `city ${i}`) },
      { id: 'kind', labels: (rows[0] ?? []).map((_, i) => `kind ${i}`) },
    ],
    counts: rows.flat(),
  };
}

/** Shown cells by rows, with the totals last. */
function gridOf({ sizes, shown }: Awaited<ReturnType<typeof suppress>>): (number | null)[][] {
  const wide = sizes[1] ?? 0;
  return Array.from({ length: sizes[0] ?? 0 }, (_, i) => shown.slice(i * wide, (i + 1) * wide));
}

describe('suppression of small cells', () => {
  it('shows a table without small cells whole, zeros among them', async () => {
    expect(
      gridOf(
        await suppress(
          tableOf([
            [10, 0],
            [25, 40],
          ]),
          { persons_min },
        ),
      ),
    ).toEqual([
      [10, 0, 10],
      [25, 40, 65],
      [35, 40, 75],
    ]);
  });

  it('leaves out a small cell and the three that would tell it', async () => {
    const shown = await suppress(
      tableOf([
        [9, 30, 50],
        [20, 60, 70],
        [80, 90, 95],
      ]),
      { persons_min },
    );
    // 30 is the least of its row, 20 of its column; 60 closes the square.
    expect(gridOf(shown)).toEqual([
      [null, null, 50, 89],
      [null, null, 70, 150],
      [80, 90, 95, 265],
      [109, 180, 215, 504],
    ]);
  });

  it('shows only zeros where the grand total is small', async () => {
    expect(
      gridOf(
        await suppress(
          tableOf([
            [3, 0],
            [4, 1],
          ]),
          { persons_min },
        ),
      ),
    ).toEqual([
      [null, 0, null],
      [null, null, null],
      [null, null, null],
    ]);
  });
});

/** Small numbers, so that every completion can be tried. */
const few = 3;

describe('a reader who tries every completion', () => {
  const seed = 20_261_128;
  it(`learns no small cell of 300 tables (seed ${seed})`, async () => {
    const random = seeded(seed);
    let tried = 0;
    for (let round = 0; round < 300; round += 1) {
      const rows = 2 + random.below(2);
      const columns = 2 + random.below(2);
      const inner = grid(rows, columns, () => random.below(9));
      const shown = gridOf(await suppress(tableOf(inner), { persons_min: few }));
      if (unseenIn([shown]) > 8) continue;
      for (const { row, column } of smallCells(inner)) {
        tried += 1;
        const learnt = attack([shown], { table: 0, row, column }, null, 40);
        expect(Math.max(...learnt) - Math.min(...learnt)).toBeGreaterThanOrEqual(few);
      }
    }
    expect(tried).toBeGreaterThan(100);
  });

  it(`learns no small addition between two tables (seed ${seed})`, async () => {
    const random = seeded(seed + 1);
    let tried = 0;
    for (let round = 0; round < 200; round += 1) {
      const before = grid(2, 2, () => random.below(8));
      const after = before.map((row) => row.map((value) => value + random.below(5)));
      const first = await suppress(tableOf(before), { persons_min: few });
      const second = await suppress(tableOf(after), {
        persons_min: few,
        earlier: [{ table: tableOf(before), shown: first.shown }],
      });
      const shown = [gridOf(first), gridOf(second)];
      if (unseenIn(shown) > 8) continue;
      for (const [row, values] of before.entries()) {
        for (const [column, value] of values.entries()) {
          const added = (after[row]?.[column] ?? 0) - value;
          if (added < 1 || added >= few) continue;
          tried += 1;
          const later = { table: 1, row, column };
          const learnt = attack(shown, later, { ...later, table: 0 }, 24);
          expect(Math.max(...learnt) - Math.min(...learnt)).toBeGreaterThanOrEqual(few);
        }
      }
    }
    expect(tried).toBeGreaterThan(100);
  });
});

/** More than eight unseen cells are too many to try them all. */
const unseenIn = (tables: readonly (readonly (readonly (number | null)[])[])[]): number =>
  tables.flat(2).filter((value) => value === null).length;

function grid(rows: number, columns: number, value: () => number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, value));
}

function smallCells(inner: readonly (readonly number[])[]): { row: number; column: number }[] {
  return inner.flatMap((values, row) =>
    values.flatMap((value, column) => (value > 0 && value < few ? [{ row, column }] : [])),
  );
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numberRanges, readColumns, readInTurn, scatter } from '../../src/engine/columns.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';

let db: DuckDb;
beforeEach(async () => (db = await DuckDb.open({ threads: 1 })));
afterEach(() => db.close());

describe('columns of a query', () => {
  it('arrive whole, however many chunks they come in', async () => {
    let sum = 0;
    let half = 0;
    let count = 0;
    const sql = 'SELECT CAST(i AS INTEGER), CAST(i / 2 AS DOUBLE) FROM range(5000) t(i)';
    await readColumns(db, sql, ['int', 'double'], ([no, value], rows) => {
      count += rows;
      for (let i = 0; i < rows; i++) {
        sum += no![i]!;
        half += value![i]!;
      }
    });
    expect([count, sum, half]).toEqual([5_000, 12_497_500, 6_248_750]);
  });

  it('are visited query after query', async () => {
    const seen: number[] = [];
    const read = (value: number): Parameters<typeof readInTurn>[1][number] => ({
      sql: `SELECT CAST(${value} AS INTEGER)`,
      kinds: ['int'],
      visit: ([one]) => seen.push(one![0]!),
    });
    await readInTurn(db, [read(3), read(1), read(2)]);
    await readInTurn(db, []);
    expect(seen).toEqual([3, 1, 2]);
  });

  it('stop where a visit fails, and leave nothing running', async () => {
    const fails = {
      sql: 'SELECT CAST(1 AS INTEGER)',
      kinds: ['int'] as const,
      visit: (): never => {
        throw new RangeError('enough');
      },
    };
    const wrong = { ...fails, sql: 'SELECT nothing FROM nowhere' };
    await expect(readInTurn(db, [fails, wrong])).rejects.toThrow('enough');
    await expect(readInTurn(db, [wrong, fails])).rejects.toThrow('nowhere');
    expect(await db.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('scatter', () => {
  it.each([
    [
      [2, 3, 4],
      [0, 0, 7, 8, 9],
    ],
    [
      [2, 4, 3],
      [0, 0, 7, 9, 8],
    ],
    [
      [4, 3, 0],
      [9, 0, 0, 8, 7],
    ],
    [
      [0, 1, 3],
      [7, 8, 0, 9, 0],
    ],
  ])('puts values of %j where they belong', (no, expected) => {
    const to = new Int32Array(5);
    scatter(Int32Array.from(no), Int32Array.of(7, 8, 9), to);
    expect([...to]).toEqual(expected);
  });

  it('of nothing does nothing', () => {
    const to = Float64Array.of(1);
    scatter(new Int32Array(), new Float64Array(), to);
    expect([...to]).toEqual([1]);
  });
});

describe('ranges of numbers', () => {
  it('cover everything below the count once', () => {
    expect(numberRanges('n', 0)).toEqual([]);
    expect(numberRanges('n', 1)).toEqual(['n >= 0 AND n < 1']);
    expect(numberRanges('n', 2_000_000)).toEqual(['n >= 0 AND n < 2000000']);
    expect(numberRanges('n', 2_000_001)).toEqual([
      'n >= 0 AND n < 2000000',
      'n >= 2000000 AND n < 2000001',
    ]);
  });
});

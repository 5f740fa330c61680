import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DuckDb } from '../../../src/engine/duckdb.ts';
import { digestTable } from '../../../src/inspect/lake/table-digest.ts';
import { root } from '../../tidy/repository.ts';
import { digestByHand, oddRows, oddRowsSql } from '../../support/table-digest.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-digest-'));
let engine: DuckDb;

beforeAll(async () => {
  engine = await DuckDb.open({ threads: 2 });
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

it('is that of what rows say as texts, of every type, of nothing and of odd values', async () => {
  const { columns, texts } = oddRows;
  const from = { table: 'order', from: oddRowsSql('duckdb'), rows: texts.length } as const;
  const counted = [{ when: `"i" > '2'`, sample: '"i"' }, { when: '"b"' }];
  const found = await digestTable(engine, from, columns, counted);
  expect(found.sha256).toBe(digestByHand('order', columns, texts));
  expect(found.rows).toBe(texts.length);
  expect(found.counts).toEqual([
    { rows: 3, sample: '3' },
    { rows: 1, sample: null },
  ]);
});

it('is another one when a single value, column or table is', async () => {
  const of = async (rows: string, table: 'order' | 'fee' = 'order', name = 'buyer_id') => {
    const from = `(VALUES ${rows}) AS v("i", "t")`;
    const columns = [
      { name: 'order_id', type: 'id', sql: '"i"' },
      { name, type: 'text', sql: '"t"' },
    ] as const;
    return (await digestTable(engine, { table, from, rows: 2 }, columns)).sha256;
  };
  const same = await of(`('1', 'ab'), ('2', NULL)`);
  expect(await of(`('2', NULL), ('1', 'ab')`)).toBe(same);
  const others = await Promise.all([
    of(`('1', 'ac'), ('2', NULL)`),
    of(`('1', 'ab'), ('2', '')`),
    of(`('1a', 'b'), ('2', NULL)`),
    of(`('1', 'ab'), ('2', NULL), ('2', NULL)`),
    of(`('1', 'ab'), ('2', NULL)`, 'fee'),
    of(`('1', 'ab'), ('2', NULL)`, 'order', 'shop_id'),
  ]);
  expect(new Set([same, ...others]).size).toBe(7);
});

it('of many rows is the same in one file and in seven, in whatever order', async () => {
  const rows = 200_001;
  const made = `SELECT CAST(range AS VARCHAR) AS order_id, range * 3 AS amount_minor
    FROM range(${rows})`;
  const [one, seven] = [join(folder, 'one.parquet'), join(folder, 'seven')];
  await engine.run(`COPY (${made}) TO '${one}' (FORMAT parquet)`);
  mkdirSync(seven);
  for (let part = 0; part < 7; part++) {
    await engine.run(`COPY (SELECT * FROM (${made}) WHERE amount_minor // 3 % 7 = ${part}
      ORDER BY hash(order_id)) TO '${seven}/${part}.parquet' (FORMAT parquet)`);
  }
  const columns = [
    { name: 'order_id', type: 'id', sql: 'order_id' },
    { name: 'amount_minor', type: 'money_minor', sql: 'amount_minor' },
  ] as const;
  const of = async (path: string): Promise<string> => {
    const from = `read_parquet('${path}')`;
    return (await digestTable(engine, { table: 'order', from, rows }, columns)).sha256;
  };
  const texts = Array.from({ length: rows }, (_, i) => [String(i), String(i * 3)]);
  const known = digestByHand('order', columns, texts);
  expect([await of(one), await of(`${seven}/*.parquet`)]).toEqual([known, known]);
});

it('of no rows is that of its name and columns', async () => {
  const columns = [{ name: 'order_id', type: 'id', sql: 'i' }] as const;
  const from = `(SELECT '1' AS i WHERE FALSE) AS v`;
  const { sha256, rows } = await digestTable(engine, { table: 'order', from, rows: 0 }, columns);
  const text = 'polyprism.table-digest/1\norder\norder_id id\nrows 0\n';
  expect({ sha256, rows }).toEqual({
    sha256: createHash('sha256').update(text).digest('hex'),
    rows: 0,
  });
});

it('is what the SQL of the documents gives', async () => {
  const page = readFileSync(join(root, 'docs/reference/lake.md'), 'utf8');
  const [, sql = ''] = /```sql\n([^`]*)```/.exec(page) ?? [];
  const file = join(folder, 'fee.parquet');
  await engine.run(`COPY (SELECT * FROM (VALUES
      ('费1', 100, TIMESTAMP '2026-01-07 04:00:00'), ('f2', NULL, NULL)
    ) AS v(fee_id, amount_minor, paid_at)) TO '${file}'`);
  const [row = {}] = await engine.rows(sql.replace('fee.parquet', file));
  const columns = [
    { name: 'fee_id', type: 'id' },
    { name: 'amount_minor', type: 'money_minor' },
    { name: 'paid_at', type: 'instant' },
  ] as const;
  const texts = [
    ['费1', '100', '1767758400000000'],
    ['f2', null, null],
  ];
  expect(Object.values(row)).toEqual([digestByHand('fee', columns, texts)]);
});

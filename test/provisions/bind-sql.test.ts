import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTable } from '../../src/engine/create-table.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { tables } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import { loadPack } from '../../src/packs/load-packs.ts';
import { emptyCalendar } from '../../src/provisions/attach-calendars.ts';
import { bindAll } from '../../src/provisions/sql/bind-sql.ts';
import { expandSql } from '../../src/provisions/sql/expand.ts';
import type { SqlGrounds } from '../../src/provisions/sql/problem.ts';
import { root } from '../tidy/repository.ts';

let engine: DuckDb;
beforeAll(async () => {
  engine = await DuckDb.open({ threads: 1 });
});
afterAll(() => engine.close());

const orders: SqlGrounds = {
  reads: [{ table: 'order', required: ['order_id', 'paid_at'], optional: [] }],
  parameters: {},
};

describe('statements bound without tables', () => {
  it.each(readdirSync(join(root, 'packs')))('have the columns of real tables: %s', async (name) => {
    const { provisions } = await loadPack(join(root, 'packs', name));
    const statements = provisions.flatMap(({ test, cannot_tell, reads, parameters }) => {
      const values = parameters.map(({ name, values }) => [name, values.map((one) => one.value)]);
      const grounds: SqlGrounds = { reads, parameters: Object.fromEntries(values) };
      return [test, cannot_tell].flatMap((sql) => (sql === null ? [] : [{ sql, grounds }]));
    });
    const bound = await bindAll(engine, statements);
    const real = await DuckDb.open({ threads: 1 });
    await real.run(emptyCalendar);
    for (const table of Object.keys(tables) as TableName[]) await createTable(real, table);
    for (const [i, { sql, grounds }] of statements.entries()) {
      const first = Object.entries(grounds.parameters).map(([name, [one]]) => [name, one]);
      const parameters = Object.fromEntries(first) as Record<string, string | number>;
      const values = { as_of: '2026-01-01', time_zone: 'UTC', calendar: 'CN', parameters };
      const rows = await real.rows(`DESCRIBE ${expandSql(sql, 'duckdb', values)}`);
      const columns = rows.map((row) => ({ name: row['column_name'], type: row['column_type'] }));
      expect(bound[i]).toEqual({ columns, problem: null });
    }
    real.close();
  });

  it.each([
    ['a WITH of its own', 'WITH seen AS (SELECT o.order_id AS a FROM orders o) SELECT a FROM seen'],
    [
      'one named as a table',
      'WITH orders AS (SELECT o.order_id AS a FROM orders o) SELECT a FROM orders',
    ],
  ])('may have %s', async (_, sql) => {
    const [bound] = await bindAll(engine, [{ sql, grounds: orders }]);
    expect(bound).toEqual({ columns: [{ name: 'a', type: 'VARCHAR' }], problem: null });
  });

  it('see no column but those declared', async () => {
    const sql = 'SELECT o.order_id AS a,\n  o.paid AS b FROM orders o';
    const [bound] = await bindAll(engine, [{ sql, grounds: orders }]);
    expect(bound?.problem).toMatchObject({ code: 'sql.binding', start: sql.indexOf('o.paid') });
  });

  it('are answered in their order, sound or not', async () => {
    const sqls = [
      'SELECT o.paid FROM orders o',
      'SELECT o.paid_at AS at FROM orders o',
      'SELECT 1 AS n',
    ];
    const bound = await bindAll(
      engine,
      sqls.map((sql) => ({ sql, grounds: orders })),
    );
    expect(bound.map(({ columns }) => columns?.map(({ name }) => name))).toEqual([
      undefined,
      ['at'],
      ['n'],
    ]);
  });
});

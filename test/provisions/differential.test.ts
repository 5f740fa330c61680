import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import type { SqlEngine } from '../../src/engine/sql-engine.ts';
import { expandSql } from '../../src/provisions/sql/expand.ts';
import { lintTree } from '../../src/provisions/sql/lint-tree.ts';
import { lintTokens } from '../../src/provisions/sql/lint-tokens.ts';
import { parseSql } from '../../src/provisions/sql/syntax-tree.ts';
import { openPostgres } from '../support/postgres-engine.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { query } from './random-sql.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_125);
const runs = Number(process.env['POLYPRISM_RUNS'] ?? 1_000);
const values = { as_of: '2024-06-30', time_zone: 'Asia/Shanghai', calendar: 'CN', parameters: {} };

const trial = [
  'CREATE TABLE trial (id BIGINT, k BIGINT, n BIGINT, s VARCHAR, u VARCHAR, d DATE, e DATE,',
  '  t TIMESTAMP, b BOOLEAN)',
].join('\n');
const rows = `INSERT INTO trial VALUES
  (1, 1, 5, 'abc', '微商', '2024-02-29', '2024-03-01', '2024-02-28 16:00:00', TRUE),
  (2, 1, -7, ' Ab ', '', '2023-12-31', NULL, '2024-02-28 15:59:59.999999', FALSE),
  (3, 2, 0, '', 'b.c', '1999-01-31', '2024-02-29', '1991-07-01 15:30:00', NULL),
  (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (5, -3, 9007199254740991, '100%', 'xxy', '2024-08-31', '2024-08-31',
    '1969-12-31 23:59:59.5', TRUE),
  (6, 0, 1, 'c', 'ABC', '2024-01-01', '2023-12-31', '2024-01-01 00:00:00', FALSE),
  (7, 2, 7, 'a\\.c', '商b', '2025-02-28', '2024-02-28', '2038-01-19 03:14:08', TRUE)`;

let server: PostgresServer;
let postgres: Awaited<ReturnType<typeof openPostgres>>;
let duckdb: DuckDb;

beforeAll(async () => {
  server = await startPostgres();
  postgres = await openPostgres(server.url);
  duckdb = await DuckDb.open({ threads: 1 });
  for (const engine of [duckdb, postgres]) {
    await engine.run(trial);
    await engine.run(rows);
  }
});

afterAll(async () => {
  duckdb.close();
  await postgres.end();
  await server.stop();
});

/** The rows as a set, or that there was an error: engines word those differently. */
async function outcome(engine: SqlEngine, sql: string): Promise<string[] | 'error'> {
  try {
    const found = await engine.rows(expandSql(sql, engine.dialect, values));
    return found.map((row) => JSON.stringify(row)).toSorted();
  } catch {
    return 'error';
  }
}

describe('portable SQL', () => {
  it(`gives the same rows on DuckDB and PostgreSQL (seed ${seed}, ${runs} queries)`, async () => {
    let answered = 0;
    const property = fc.asyncProperty(query, async (sql) => {
      const parsed = await parseSql(duckdb, sql);
      expect.assert(parsed.root);
      expect([...lintTokens(sql, new Set()), ...lintTree(sql, parsed.root, {})]).toEqual([]);
      const expected = await outcome(postgres, sql);
      expect(await outcome(duckdb, sql)).toEqual(expected);
      answered += expected === 'error' ? 0 : 1;
    });
    await fc.assert(property, { seed, numRuns: runs });
    expect(answered).toBeGreaterThan(runs * 0.9);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachCalendars } from '../../src/provisions/attach-calendars.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';
import type { SqlEngine } from '../../src/engine/sql-engine.ts';
import type { EvidenceValue } from '../../src/model/provision.ts';
import { expandSql } from '../../src/provisions/sql/expand.ts';
import { portableFunctions } from '../../src/provisions/sql/functions.ts';
import { lintSql } from '../../src/provisions/sql/lint-sql.ts';
import { portableCases, portableValues } from '../support/portable-values.ts';
import { openPostgres } from '../support/postgres-engine.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { PostgresServer } from '../support/postgres-server.ts';

const cases = portableCases;
const values = portableValues;

let postgres: PostgresServer;
let onPostgres: Awaited<ReturnType<typeof openPostgres>>;
let onDuckDb: DuckDb;

beforeAll(async () => {
  postgres = await startPostgres();
  onPostgres = await openPostgres(postgres.url);
  onDuckDb = await DuckDb.open({ threads: 1 });
  const packs = await shippedPacks('cn');
  for (const engine of [onPostgres, onDuckDb]) await attachCalendars(engine, packs);
});

afterAll(async () => {
  onDuckDb.close();
  await onPostgres.end();
  await postgres.stop();
});

async function ask(engine: SqlEngine, sql: string): Promise<EvidenceValue | undefined> {
  const [row] = await engine.rows(`SELECT ${expandSql(sql, engine.dialect, values)} AS answer`);
  return row?.['answer'];
}

describe('portable SQL', () => {
  it('has cases for every function, one of them NULL', () => {
    for (const name of Object.keys(portableFunctions)) {
      const own = cases.filter(({ sql }) => sql.startsWith(`${name}(`));
      expect(own.length, name).toBeGreaterThan(1);
      expect(
        own.some(({ sql, is }) => is === null && sql.includes('NULL')),
        name,
      ).toBe(true);
    }
  });

  it.each(cases)('$sql is allowed', async ({ sql }) => {
    const parameters = Object.fromEntries(
      Object.entries(values.parameters).map(([name, value]) => [name, [value]]),
    );
    const linted = await lintSql(onDuckDb, `SELECT ${sql} AS answer`, { reads: [], parameters });
    expect(linted.problems).toEqual([]);
  });

  it.each(cases)('$sql on DuckDB', async ({ sql, is }) => {
    expect(await ask(onDuckDb, sql)).toBe(is);
  });

  it.each(cases)('$sql on PostgreSQL', async ({ sql, is }) => {
    expect(await ask(onPostgres, sql)).toBe(is);
  });
});

describe('an instant where a date belongs', () => {
  const dated = Object.entries(portableFunctions)
    .filter(([, { arguments: args }]) => args[0]?.kind === 'date')
    .map(([name, { arguments: args }]) => {
      const now = "TIMESTAMP '2024-01-01 20:00:00'";
      return `${name}(${args.map(({ kind }) => (kind === 'date' ? now : '1')).join(', ')})`;
    });

  it.each(dated)('is an error in %s on DuckDB and PostgreSQL, never its UTC day', async (sql) => {
    const compared = sql.startsWith('pp_days') ? `${sql} > 7` : sql;
    await expect(ask(onDuckDb, compared)).rejects.toThrow();
    await expect(ask(onPostgres, compared)).rejects.toThrow();
  });
});

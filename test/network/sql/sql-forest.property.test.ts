import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../../src/engine/duckdb.ts';
import { temporaryTables } from '../../../src/engine/work-tables.ts';
import { figuresBySql, manyForests } from '../../support/many-forests.ts';
import { openPostgres } from '../../support/postgres-engine.ts';
import { startPostgres } from '../../support/postgres-server.ts';
import type { PostgresServer } from '../../support/postgres-server.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_129);

describe('the forest in SQL against the slow forest', () => {
  let duckdb: DuckDb;
  let server: PostgresServer;
  let postgres: Awaited<ReturnType<typeof openPostgres>>;

  beforeAll(async () => {
    duckdb = await DuckDb.open({ threads: 1 });
    server = await startPostgres();
    postgres = await openPostgres(server.url);
  });

  afterAll(async () => {
    duckdb.close();
    await postgres.end();
    await server.stop();
  });

  it(`agrees of every member on DuckDB (seed ${seed}, 500 forests)`, async () => {
    const { members, expected, cycle_members } = manyForests(seed, 475, 25);
    const found = await figuresBySql(temporaryTables(duckdb), members);
    expect(found).toEqual({ rows: expected, cycle_members });
    expect(await duckdb.rows('SELECT * FROM duckdb_tables()')).toEqual([]);
  });

  it(`agrees of every member on PostgreSQL (seed ${seed}, 60 forests)`, async () => {
    const { members, expected, cycle_members } = manyForests(seed, 55, 5);
    const found = await figuresBySql(temporaryTables(postgres), members);
    expect(found).toEqual({ rows: expected, cycle_members });
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { localDate } from '../../src/provisions/sql/local-date.ts';
import { steadyOffset } from '../../src/model/zone-offset.ts';
import { openPostgres } from '../support/postgres-engine.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { PostgresServer } from '../support/postgres-server.ts';

describe('a steady offset', () => {
  it.each([
    // China ended summer time on 1991-09-15, India has had none since 1945.
    ['Asia/Shanghai', { since: '1991-10-01', seconds: 28_800 }],
    ['Asia/Kolkata', { since: '1970-01-01', seconds: 19_800 }],
    ['UTC', { since: '1970-01-01', seconds: 0 }],
    // Summer time, and a change of 2016 (Istanbul).
    ['Europe/Brussels', null],
    ['America/New_York', null],
    ['Europe/Istanbul', null],
  ])('of %s', (zone, expected) => {
    expect(steadyOffset(zone)).toEqual(expected);
  });
});

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_128);

describe(`the local date (seed ${seed})`, () => {
  let duckdb: DuckDb;
  let server: PostgresServer;
  let postgres: Awaited<ReturnType<typeof openPostgres>>;

  beforeAll(async () => {
    duckdb = await DuckDb.open({ threads: 1 });
    server = await startPostgres();
    postgres = await openPostgres(server.url);
    const instants = fc.sample(
      fc.oneof(
        fc.integer({ min: -2_000_000_000, max: 5_000_000_000 }),
        // Around the last change of China, and around local midnights.
        fc.integer({ min: 684_000_000, max: 687_000_000 }),
        fc
          .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -2, max: 2 }))
          .map(([day, s]) => day * 86_400 + 57_600 + s),
      ),
      { numRuns: 20_000, seed },
    );
    const rows = instants.map((s) => `('${new Date(s * 1000).toISOString().slice(0, 19)}')`);
    for (const engine of [duckdb, postgres]) {
      await engine.run(`CREATE TABLE asked AS
        SELECT CAST(s AS TIMESTAMP) AS ts
        FROM (VALUES ${rows.join(', ')}) v(s)`);
    }
  });

  afterAll(async () => {
    duckdb.close();
    await postgres.end();
    await server.stop();
  });

  const zones = [
    'Asia/Shanghai',
    'Asia/Kolkata',
    'America/Argentina/Buenos_Aires',
    'Europe/Brussels',
  ];
  it.each(
    zones.flatMap((zone) => (['duckdb', 'postgres'] as const).map((name) => ({ zone, name }))),
  )('is that of $name itself in $zone', async ({ zone, name }) => {
    const [row] = await { duckdb, postgres }[name].rows(`SELECT count(*) AS n,
          count(*) FILTER (WHERE ${localDate('ts', zone)} IS DISTINCT FROM
            CAST(ts AT TIME ZONE 'UTC' AT TIME ZONE '${zone}' AS DATE)) AS other
        FROM asked`);
    expect(row).toEqual({ n: 20_000, other: 0 });
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../../src/engine/duckdb.ts';
import type { SqlEngine } from '../../../src/engine/sql-engine.ts';
import type { Pack } from '../../../src/model/provision.ts';
import { shippedPacks } from '../../support/shipped-packs.ts';
import { attachCalendars } from '../../../src/provisions/attach-calendars.ts';
import { timesOf } from '../../../src/provisions/row/times.ts';
import { openPostgres } from '../../support/postgres-engine.ts';
import { startPostgres } from '../../support/postgres-server.ts';
import type { PostgresServer } from '../../support/postgres-server.ts';
import { compareAll } from './differential.ts';
import { expressions } from './random-expression.ts';
import { createTrial, insertTrial, rows } from './random-row.ts';

/** A million comparisons: POLYPRISM_COMPARISONS=1000000 npx vitest run test/provisions/row */
const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_125);
const wanted = Number(process.env['POLYPRISM_COMPARISONS'] ?? 100_000);
const rows_of_a_table = 200;
const expressions_at_once = 12;
const zones = ['Asia/Shanghai', 'Europe/Brussels', 'America/New_York'];

let server: PostgresServer;
let postgres: Awaited<ReturnType<typeof openPostgres>>;
let duckdb: DuckDb;
let packs: readonly Pack[];

beforeAll(async () => {
  server = await startPostgres();
  postgres = await openPostgres(server.url);
  duckdb = await DuckDb.open({ threads: 1 });
  packs = await shippedPacks('cn');
  for (const engine of [duckdb, postgres]) await attachCalendars(engine, packs);
});

afterAll(async () => {
  duckdb.close();
  await postgres.end();
  await server.stop();
});

async function differ(engine: SqlEngine, count: number): Promise<string[]> {
  const differences: string[] = [];
  let compared = 0;
  let known = 0;
  let errors = 0;
  for (let round = 0; compared < count; round += 1) {
    const random = { seed: seed + round, numRuns: rows_of_a_table };
    const table = fc.sample(rows(), random).map((row, id) => ({ ...row, id }));
    await engine.run('DROP TABLE IF EXISTS trial');
    await engine.run(createTrial);
    await engine.run(insertTrial(table));
    const sets = fc.sample(expressions(), { seed: seed + round, numRuns: 40 });
    const all = sets.flatMap((one) => Object.values(one));
    const values = {
      as_of: '2024-06-30',
      time_zone: zones[round % zones.length] ?? '',
      calendar: 'CN',
      parameters: { seven: 7, minus: -7, share: 0.25, word: "it's 微商" },
    };
    const times = timesOf(values.time_zone, packs[0]?.calendar ?? []);
    for (let i = 0; i < all.length; i += expressions_at_once) {
      const some = all.slice(i, i + expressions_at_once);
      const one = await compareAll(duckdb, engine, some, table, values, times);
      compared += one.values;
      known += one.known;
      errors += one.errors;
      differences.push(...one.differences);
    }
    if (differences.length > 10) break;
  }
  // Two NULLs, or two errors, say little.
  expect(known / compared).toBeGreaterThan(0.5);
  expect(errors / compared).toBeLessThan(0.01);
  console.log(
    `${engine.name}: ${compared} compared, ${known} not NULL, ${errors} errors, seed ${seed}`,
  );
  return differences;
}

describe('closures', () => {
  it(`say what DuckDB says (seed ${seed}, ${wanted} values)`, { timeout: 600_000 }, async () => {
    expect(await differ(duckdb, wanted)).toEqual([]);
  });

  it('say what PostgreSQL says', { timeout: 600_000 }, async () => {
    expect(await differ(postgres, wanted / 5)).toEqual([]);
  });
});

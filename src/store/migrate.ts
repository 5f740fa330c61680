import type { ClientBase } from 'pg';
import { sha256 } from '../evidence/digest.ts';
import { PolyprismError } from '../model/issue.ts';
import { assertKnown, takenSteps } from './schema-version.ts';
import type { IndexStep, Migration } from './migrations/migration.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { sleep } from './cluster/postmaster.ts';

/**
 * How long a step waits for a table that others use: who comes later waits behind it. Less than
 * `deadlock_timeout` of PostgreSQL, so that of two who wait for each other the step gives way.
 */
const lock_ms_max = 500;
/** Between two tries others have the tables to themselves. */
const pause_ms = 1_000;
/** A backup or a large inspection holds its tables for minutes; then it is told. */
export const patience_ms = 30 * 60_000;

const lock_not_available = '55P03';

/**
 * Brings the schema up to the last of `migrations`, each in a transaction of its own, while no
 * other process does and programs that know the steps before work on. Gives how many were taken.
 * Refused: a database too new for the program, a past migration that differs.
 */
export async function migrate(
  client: ClientBase,
  migrations: readonly Migration[],
): Promise<number> {
  return await oneAtATime(client, async () => {
    await client.query('SET ROLE polyprism_owner');
    try {
      const taken = await takenSteps(client);
      assertKnown(taken, migrations, checksumOf);
      const fresh = migrations.slice(taken.length);
      for (const migration of fresh) await apply(client, migration);
      return fresh.length;
    } finally {
      await client.query('RESET ROLE');
    }
  });
}

export function checksumOf({ sql, indexes = [] }: Migration): string {
  return sha256([sql, ...indexes.map(indexSql)].join('\n'));
}

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  for (const index of migration.indexes ?? []) await buildIndex(client, index);
  for (const until_ms = performance.now() + patience_ms; ; await sleep(pause_ms)) {
    try {
      await step(client, migration);
      return;
    } catch (error) {
      const waits = error instanceof Error && 'code' in error && error.code === lock_not_available;
      if (!waits) throw error;
      const name = `${String(migration.number).padStart(4, '0')}-${migration.name}`;
      if (performance.now() > until_ms) throw new PolyprismError('store.migration_waits', { name });
    }
  }
}

async function step(client: ClientBase, migration: Migration): Promise<void> {
  const { number, name, sql, works_from = number } = migration;
  await client.query('BEGIN');
  try {
    await client.query(
      `SET LOCAL search_path = polyprism; SET LOCAL lock_timeout = ${lock_ms_max}`,
    );
    await client.query(sql);
    await client.query(
      `INSERT INTO polyprism.migration (number, name, checksum, works_from)
        VALUES ($1, $2, $3, $4)`,
      [number, name, checksumOf(migration), works_from],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

function indexSql({ name, of }: IndexStep): string {
  return `CREATE INDEX CONCURRENTLY IF NOT EXISTS ${name} ON polyprism.${of}`;
}

/** One that a killed process left half built is no use, and is built anew. */
async function buildIndex(client: ClientBase, index: IndexStep): Promise<void> {
  const { rows } = await client.query(
    `SELECT FROM pg_index WHERE indexrelid = to_regclass($1) AND NOT indisvalid`,
    [`polyprism.${index.name}`],
  );
  if (rows.length > 0) await client.query(`DROP INDEX CONCURRENTLY polyprism.${index.name}`);
  await client.query(indexSql(index));
}

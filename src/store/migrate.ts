import type { ClientBase } from 'pg';
import { sha256 } from '../evidence/digest.ts';
import { PolyprismError } from '../model/issue.ts';
import type { Migration } from './migrations/migration.ts';

/** Any number will do as long as no other user of the database takes it: "polyprism" as digits. */
const lock = 7_659_776_747;

const done = `CREATE TABLE IF NOT EXISTS polyprism.migration (
  number integer PRIMARY KEY,
  name text NOT NULL,
  checksum text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now()
)`;

/**
 * Brings the schema up to the last of `migrations`, each in a transaction of its own, while no
 * other process does. Refused: a database newer than the program, a past migration that differs.
 */
export async function migrate(
  client: ClientBase,
  migrations: readonly Migration[],
): Promise<number> {
  await client.query('SELECT pg_advisory_lock($1)', [lock]);
  try {
    await client.query('SET ROLE polyprism_owner');
    await client.query(done);
    await client.query('GRANT SELECT ON polyprism.migration TO polyprism_system');
    const known = await assertKnown(client, migrations);
    for (const migration of migrations.slice(known)) await apply(client, migration);
    return migrations.length - known;
  } finally {
    await client.query('RESET ROLE');
    await client.query('SELECT pg_advisory_unlock($1)', [lock]);
  }
}

export function checksumOf(migration: Migration): string {
  return sha256(migration.sql);
}

/** How many of the migrations the database has. */
async function assertKnown(client: ClientBase, migrations: readonly Migration[]): Promise<number> {
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'SELECT number, name, checksum FROM polyprism.migration ORDER BY number',
  );
  for (const row of rows) {
    const migration = migrations[row.number - 1];
    if (migration === undefined) {
      const version = migrations.length;
      throw new PolyprismError('store.newer_database', { found: rows.length, version });
    }
    if (checksumOf(migration) !== row.checksum) {
      const name = `${String(row.number).padStart(4, '0')}-${row.name}`;
      throw new PolyprismError('store.migration_changed', { name });
    }
  }
  return rows.length;
}

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SET LOCAL search_path = polyprism');
    await client.query(migration.sql);
    await client.query(
      'INSERT INTO polyprism.migration (number, name, checksum) VALUES ($1, $2, $3)',
      [migration.number, migration.name, checksumOf(migration)],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

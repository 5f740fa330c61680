import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import { PolyprismError } from '../model/issue.ts';
import type { Migration } from './migrations/migration.ts';
import type { StoreTx } from './store.ts';

/** A step of the schema as the database has it. */
export interface TakenStep {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  /** See `Migration`; null where a version of the program took it that did not say. */
  readonly works_from: number | null;
}

const table = `CREATE TABLE IF NOT EXISTS polyprism.migration (
  number integer PRIMARY KEY,
  name text NOT NULL,
  checksum text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now()
)`;

/** The steps that have been taken, in order; as the owner of the schema. */
export async function takenSteps(client: ClientBase): Promise<TakenStep[]> {
  await client.query(table);
  const column = await client.query(
    `SELECT FROM pg_attribute
      WHERE attrelid = 'polyprism.migration'::regclass AND attname = 'works_from'`,
  );
  if (column.rows.length === 0) {
    await client.query('ALTER TABLE polyprism.migration ADD COLUMN works_from integer');
    await client.query('GRANT SELECT ON polyprism.migration TO polyprism_system');
  }
  const { rows } = await client.query<TakenStep>(
    'SELECT number, name, checksum, works_from FROM polyprism.migration ORDER BY number',
  );
  return rows;
}

/**
 * The program works with a database that has taken steps it does not know, where each of them says
 * so (`works_from`); never with one whose past steps were others.
 */
export function assertKnown(
  taken: readonly TakenStep[],
  migrations: readonly Migration[],
  checksumOf: (migration: Migration) => string,
): void {
  for (const [i, { number, name, checksum }] of taken.entries()) {
    const known = migrations[i];
    if (known === undefined || checksumOf(known) === checksum) continue;
    const step = `${String(number).padStart(4, '0')}-${name}`;
    throw new PolyprismError('store.migration_changed', { name: step });
  }
  const version = migrations.length;
  const least = Math.max(0, ...taken.slice(version).map((one) => one.works_from ?? one.number));
  if (least > version) {
    throw new PolyprismError('store.newer_database', { found: taken.length, version });
  }
}

/** The same of a database that is in use, by whose steps a running program may be left behind. */
export async function assertServed({ db }: StoreTx, version: number): Promise<void> {
  const { rows } = await sql<{ found: number; least: number | null }>`
    SELECT max(number) AS found,
      max(coalesce(works_from, number)) FILTER (WHERE number > ${version}) AS least
    FROM migration`.execute(db);
  const { found = 0, least = null } = rows[0] ?? {};
  if (least !== null && least > version) {
    throw new PolyprismError('store.newer_database', { found, version });
  }
}

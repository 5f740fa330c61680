import type { ClientBase } from 'pg';
import { sleep } from './cluster/postmaster.ts';

/** Any number will do as long as no other user of the database takes it: "polyprism" as digits. */
const lock = 7_659_776_747;
const asked_every_ms = 200;

/**
 * Does `work` on the schema while no other process does. The lock is asked for again and again
 * rather than waited for: a statement that waits would keep an index from being built beside it.
 */
export async function oneAtATime<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS mine',
      [lock],
    );
    if (rows[0]?.mine === true) break;
    await sleep(asked_every_ms);
  }
  try {
    return await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lock]);
  }
}

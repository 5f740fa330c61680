import type { Pool, PoolClient } from 'pg';
import type { Actor } from '../../model/actor.ts';
import { lostConnection } from '../lost-connection.ts';
import { appendValues } from './append-values.ts';
import type { AppendValues, Appended, Appending } from './append-values.ts';

/** Transactions under way at once: one is worked out while the other is flushed to the disk. */
export const lanes = 2;
/** Appends in one transaction. */
const batch_max = 64;

interface Waiting extends AppendValues {
  readonly actor: Actor;
  readonly matter_id: string;
  readonly expected: number;
  /** Null: alone, please, so that it waits and fails for itself. */
  readonly done: (appended: Appended | null) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Appends of many people as few transactions: whoever comes while a lane is busy goes with the
 * next one. Nobody waits for a timer. Connections of `pool` must be pipelined and in the role of
 * people. Gives null where an append has to be done alone: its matter is held by another, or is
 * not as it expects, or something of the batch failed.
 */
export function groupAppends(
  pool: Pool,
): (actor: Actor, appending: Appending) => Promise<Appended | null> {
  let waiting: Waiting[] = [];
  let busy = 0;
  const pump = (): void => {
    while (busy < lanes && waiting.length > 0) {
      const { taken, left } = take(waiting);
      waiting = left;
      busy += 1;
      void run(pool, taken).finally(() => {
        busy -= 1;
        pump();
      });
    }
  };
  return async (actor, appending) => {
    const { matter_id, before } = appending;
    const values = appendValues(appending);
    return await new Promise<Appended | null>((done, failed) => {
      waiting.push({ ...values, actor, matter_id, expected: before?.number ?? 0, done, failed });
      // In the next turn, so that those who come in this one go together.
      setImmediate(pump);
    });
  };
}

/**
 * The next batch, by matter: two batches take what both need in the same order. A matter comes
 * once: whoever opens one may add its parties in that transaction, and nobody else may.
 */
function take(waiting: readonly Waiting[]): { taken: Waiting[]; left: Waiting[] } {
  const taken = new Map<string, Waiting>();
  const left: Waiting[] = [];
  for (const one of waiting) {
    if (taken.size < batch_max && !taken.has(one.matter_id)) taken.set(one.matter_id, one);
    else left.push(one);
  }
  return {
    taken: [...taken.values()].toSorted((a, b) => (a.matter_id < b.matter_id ? -1 : 1)),
    left,
  };
}

async function run(pool: Pool, batch: readonly Waiting[]): Promise<void> {
  const client = await pool.connect().catch(() => null);
  if (client === null) {
    for (const { done } of batch) done(null);
    return;
  }
  try {
    const rows = await send(client, batch);
    client.release();
    for (const [i, { done, after }] of batch.entries()) {
      const positions = rows?.[i] ?? null;
      done(positions === null ? null : { state: after, positions });
    }
  } catch (error) {
    client.release(true);
    // Whether a commit took hold before the connection broke cannot be known: nothing is repeated.
    for (const { failed } of batch) failed(lostConnection(error));
  }
}

/** Everything in one flush. Null where the transaction came to nothing. */
async function send(
  client: PoolClient,
  batch: readonly Waiting[],
): Promise<(readonly number[] | null)[] | null> {
  const begun = client.query('BEGIN');
  const calls = batch.map(async ({ actor, matter_id, expected, values }) =>
    client.query<{ positions: number[] | null }>({
      name: 'append_as',
      text: call,
      values: [
        actor.tenant_id,
        actor.user_id,
        actor.party,
        actor.roles.join(','),
        matter_id,
        expected,
        ...values,
      ],
    }),
  );
  const ended = client.query('COMMIT');
  const results = await Promise.allSettled([begun, ...calls, ended]);
  const broken = results.find((one) => one.status === 'rejected' && isGone(one.reason));
  if (broken?.status === 'rejected') throw broken.reason;
  const last = results.at(-1);
  // COMMIT of a transaction in which something failed answers ROLLBACK.
  if (last?.status !== 'fulfilled' || last.value.command !== 'COMMIT') return null;
  const answers = await Promise.all(calls);
  return answers.map(({ rows }) => rows[0]?.positions ?? null);
}

/** Placeholders: who, which matter, its expected number, and all of `appendValues`. */
const call = `SELECT positions FROM polyprism.append_as(${Array.from(
  { length: 29 },
  (_, i) => `$${i + 1}`,
).join(', ')})`;

function isGone(error: unknown): boolean {
  return lostConnection(error) !== error;
}

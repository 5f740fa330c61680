import { sql } from 'kysely';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { PolyprismError } from '../../model/issue.ts';
import { systemActor } from '../../store/store.ts';
import { unseal } from '../auth/seal.ts';
import { sendOutbound } from '../outbound/send-outbound.ts';
import type { Server } from '../server.ts';
import { nextTry } from './next-try.ts';
import { webhookHeaders } from './sign-webhook.ts';

/** Deliveries under way at once. */
const batch = 20;
/** How long a receiver has to answer; whoever claims a delivery has longer to write it down. */
const answer_ms_max = 15_000;
const claimed_ms = 60_000;

type Delivering = Pick<Server, 'store' | 'sealing_key' | 'now' | 'log' | 'config'>;

interface Due {
  readonly id: string;
  readonly webhook_id: string;
  readonly matter_id: string;
  readonly number: number;
  readonly type: string;
  readonly at: string;
  readonly tries: number;
  readonly url: string;
  readonly secret: string;
}

interface Outcome {
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly status: number | null;
  readonly code: string | null;
  readonly next_at: Date | null;
  /** The receiver says that it is gone: 410. */
  readonly gone: boolean;
}

/**
 * Sends what is due, and puts down what became of it. A claim ends by itself, so that what a
 * killed process had under way is sent again, with the same id. Gives how many there were.
 */
export async function deliverDue(server: Delivering): Promise<number> {
  const due = await claim(server);
  await Promise.all(
    due.map(async (delivery) => await settle(server, delivery, await tried(server, delivery))),
  );
  return due.length;
}

async function claim({ store, now }: Delivering): Promise<readonly Due[]> {
  const at = now();
  const until = new Date(at.getTime() + claimed_ms).toISOString();
  return await store.as(systemActor, async ({ db }) => {
    const { rows } = await sql<Due>`
      UPDATE webhook_delivery d SET tries = d.tries + 1, next_at = ${until}
      FROM webhook w, (SELECT id FROM webhook_delivery
        WHERE state = 'waiting' AND next_at <= ${at.toISOString()}
        ORDER BY next_at, id LIMIT ${batch} FOR UPDATE SKIP LOCKED) due
      WHERE d.id = due.id AND w.id = d.webhook_id AND w.revoked_at IS NULL
      RETURNING d.id, d.webhook_id, d.matter_id, d.number, d.type, d.at, d.tries,
        w.url, w.secret`.execute(db);
    return rows;
  });
}

async function tried(server: Delivering, delivery: Due): Promise<Outcome> {
  const { sealing_key, now, config } = server;
  const { id, webhook_id, matter_id, number, type, at, tries, url } = delivery;
  try {
    const secret = unseal(sealing_key, delivery.secret, `webhook/${webhook_id}`);
    if (secret === null) throw new PolyprismError('serve.bad_key', { path: 'keys/sealing.key' });
    // Ids and kinds alone: who may know more asks for it, and is looked at then.
    const body = canonicalJson({
      type: `matter.${type}`,
      timestamp: at,
      data: { matter_id, number },
    });
    const asked = {
      method: 'POST' as const,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Polyprism',
        ...webhookHeaders(secret, id, now(), body),
      },
      body: Buffer.from(body),
      time_ms_max: answer_ms_max,
    };
    const { status, headers } = await sendOutbound(url, asked, config.outbound);
    if (status >= 200 && status < 300) {
      return { state: 'delivered', status, code: null, next_at: null, gone: false };
    }
    const next_at = nextTry(tries, now(), Math.random(), headers['retry-after']);
    const gone = status === 410;
    const state = next_at === null || gone ? 'dead' : 'waiting';
    return { state, status, code: null, next_at, gone };
  } catch (error) {
    if (!(error instanceof PolyprismError)) throw error;
    const next_at = nextTry(tries, now(), Math.random(), undefined);
    const state = next_at === null ? 'dead' : 'waiting';
    return { state, status: null, code: error.issue.code, next_at, gone: false };
  }
}

async function settle(server: Delivering, delivery: Due, outcome: Outcome): Promise<void> {
  const { store, now, log } = server;
  const { state, status, code, next_at, gone } = outcome;
  const ended_at = state === 'waiting' ? null : now().toISOString();
  await store.as(systemActor, async ({ db }) => {
    await db
      .updateTable('webhook_delivery')
      .set({ state, status, code, ended_at, ...(next_at && { next_at: next_at.toISOString() }) })
      .where('id', '=', delivery.id)
      // Whoever claimed it after us has the last word.
      .where('tries', '=', delivery.tries)
      .where('state', '=', 'waiting')
      .execute();
    if (!gone) return;
    const revoked = { revoked_at: now().toISOString() };
    const hook = db.updateTable('webhook').set(revoked).where('revoked_at', 'is', null);
    await hook.where('id', '=', delivery.webhook_id).execute();
  });
  const { id: delivery_id, webhook_id, tries } = delivery;
  log.info({ delivery_id, webhook_id, tries, state, status, code }, 'webhook');
}

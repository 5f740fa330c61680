import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';

/** Days that what is over is kept: so long it can still explain something. */
export const days_kept = {
  /** After a link has expired, used or not. */
  link: 30,
  /** After a session has expired, ended before that or not. */
  session: 30,
  /** After the last wrong password of a login: waiting lasts a quarter of an hour at most. */
  attempt: 1,
  /** Answers of requests that took hold once. */
  idempotency: 30,
  /** Who signed in: a year and a month. */
  sign_in: 396,
  /** How to follow and reach who complained: its own term is over then. */
  status_link: 0,
} as const;

/** Deletes what nobody needs any more; done by several processes at once it does no harm. */
export async function clearOver(store: Store, now: Date): Promise<void> {
  const before = (days: number): string =>
    new Date(now.getTime() - days * 86_400_000).toISOString();
  const { link, session, attempt, idempotency, sign_in, status_link } = days_kept;
  await store.as(systemActor, async ({ db }) => {
    await db.deleteFrom('link').where('expires_at', '<', before(link)).execute();
    await db.deleteFrom('session').where('expires_at', '<', before(session)).execute();
    await db.deleteFrom('attempt').where('last_at', '<', before(attempt)).execute();
    await db.deleteFrom('idempotency').where('at', '<', before(idempotency)).execute();
    await db.deleteFrom('sign_in').where('at', '<', before(sign_in)).execute();
    await db.deleteFrom('submission').where('kept_until', '<', before(2)).execute();
    await db.deleteFrom('status_link').where('expires_at', '<', before(status_link)).execute();
  });
}

const cleared_every_ms = 3_600_000;

/** Clears now and every hour until it is stopped; what fails is tried again an hour later. */
export function keepCleared(
  clear: () => Promise<void>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let running = Promise.resolve();
  const run = (): void => {
    running = clear().catch(failed);
  };
  run();
  const timer = setInterval(run, cleared_every_ms);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Actor } from '../model/actor.ts';
import { systemActor } from './store.ts';
import type { StoreTx, SystemActor } from './store.ts';
import type { Tables } from './tables/tables.ts';

/** Runs `fn` in a transaction that can see and do what `actor` may: see `Store.as`. */
export async function asActor<T>(
  db: Kysely<Tables>,
  actor: Actor | SystemActor,
  logGrew: () => void,
  fn: (tx: StoreTx) => Promise<T>,
): Promise<T> {
  const actions = new Set<() => void>();
  const result = await db.transaction().execute(async (trx) => {
    await settingsOf(actor).execute(trx);
    return await fn({ db: trx, actor, logGrew, afterCommit: (action) => void actions.add(action) });
  });
  for (const action of actions) action();
  return result;
}

/** Runs `fn` as the program over one state of the database: see `Store.snapshot`. */
export async function asSnapshot<T>(
  db: Kysely<Tables>,
  fn: (tx: StoreTx) => Promise<T>,
): Promise<T> {
  const reading = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return await reading.execute(async (trx) => {
    await settingsOf(systemActor).execute(trx);
    const nothing = (): void => undefined;
    return await fn({ db: trx, actor: systemActor, logGrew: nothing, afterCommit: nothing });
  });
}

/**
 * The role and the names that row security asks for, in one round trip. All are local to the
 * transaction: a connection given back to the pool is nobody's.
 */
function settingsOf(actor: Actor | SystemActor) {
  const person = isSystem(actor) ? null : actor;
  return sql`SELECT
    set_config('role', ${person === null ? 'polyprism_system' : 'polyprism_app'}, true),
    set_config('polyprism.tenant', ${person?.tenant_id ?? ''}, true),
    set_config('polyprism.user', ${person?.user_id ?? ''}, true),
    set_config('polyprism.party', ${person?.party ?? ''}, true),
    set_config('polyprism.roles', ${person?.roles.join(',') ?? ''}, true)`;
}

function isSystem(actor: Actor | SystemActor): actor is SystemActor {
  return actor.party === systemActor.party;
}

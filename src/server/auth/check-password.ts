import { PolyprismError } from '../../model/issue.ts';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { waitAfter } from './backoff.ts';
import { isPassword } from './password.ts';
import { digestOf } from './secret.ts';
import { isSecondFactor } from './second-factor.ts';

export interface Shown {
  readonly user_id: string;
  readonly second_factor: boolean;
}

/**
 * Who has this login, password and, where there is one, second factor. The answer and the time it
 * takes are the same for an unknown login and for a wrong password; after failures it waits.
 */
export async function checkPassword(
  store: Store,
  sealing_key: Uint8Array,
  given: { readonly login: string; readonly password: string; readonly code: string | undefined },
  now: Date,
): Promise<Shown> {
  const tried = digestOf(`login\0${given.login}`);
  const found = await store.as(systemActor, async ({ db }) => {
    const attempt = await db
      .selectFrom('attempt')
      .select(['failures', 'last_at'])
      .where('digest', '=', tried)
      .executeTakeFirst();
    const over_ms = Date.parse(attempt?.last_at ?? '') + waitAfter(attempt?.failures ?? 0) * 1_000;
    if (over_ms > now.getTime()) {
      const wait_s = Math.ceil((over_ms - now.getTime()) / 1_000);
      throw new PolyprismError('auth.wait', { wait_s });
    }
    const user = await db
      .selectFrom('app_user')
      .innerJoin('credential', 'credential.user_id', 'app_user.id')
      .select(['app_user.id', 'secret'])
      .where('login', '=', given.login)
      .where('disabled_at', 'is', null)
      .where('kind', '=', 'password')
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    return user ?? null;
  });
  const right = await isPassword(found?.secret ?? null, given.password);
  const outcome = await store.as(systemActor, async (tx) => {
    if (!right || found === null) {
      await countFailure(tx.db, tried, now);
      return null;
    }
    const factor = await isSecondFactor(tx, sealing_key, found.id, given.code, now);
    if (factor === 'wrong') await countFailure(tx.db, tried, now);
    else if (factor !== 'missing') {
      await tx.db.deleteFrom('attempt').where('digest', '=', tried).execute();
    }
    return factor;
  });
  if (outcome === null || found === null) throw new PolyprismError('auth.wrong');
  if (outcome === 'missing') throw new PolyprismError('auth.second_factor_needed');
  if (outcome === 'wrong') throw new PolyprismError('auth.second_factor_wrong');
  return { user_id: found.id, second_factor: outcome === 'shown' };
}

async function countFailure(
  db: Parameters<Parameters<Store['as']>[1]>[0]['db'],
  digest: Uint8Array,
  now: Date,
): Promise<void> {
  const last_at = now.toISOString();
  await db
    .insertInto('attempt')
    .values({ digest, failures: 1, last_at })
    .onConflict((conflict) =>
      conflict.column('digest').doUpdateSet((set) => ({
        failures: set('attempt.failures', '+', 1),
        last_at,
      })),
    )
    .execute();
}

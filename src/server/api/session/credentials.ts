import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import type { StoreTx } from '../../../store/store.ts';
import { checkPassword } from '../../auth/check-password.ts';
import { newId } from '../../auth/new-id.ts';
import { newTotpSecret, stepOf, totpAddress } from '../../auth/one-time-code.ts';
import { assertNewPassword, hashPassword } from '../../auth/password.ts';
import { newRecoveryCodes } from '../../auth/recovery-codes.ts';
import { seal, unseal } from '../../auth/seal.ts';
import { digestOf } from '../../auth/secret.ts';
import { setPassword } from '../../auth/set-password.ts';
import * as contract from '../../contract/session.ts';
import { handle } from '../../server.ts';
import { recordSignIn } from '../../auth/record-sign-in.ts';
import type { RouteShape } from '../../contract/route.ts';
import type { Call, Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

/** Login and name of a user; consumers have no login, and nothing to change here. */
async function accountOf(
  server: Server,
  user_id: string,
): Promise<{ login: string; name: string }> {
  const found = await server.store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('app_user')
      .select(['login', 'name'])
      .where('id', '=', user_id)
      .executeTakeFirst(),
  );
  if (!found?.login) throw new PolyprismError('http.not_found');
  return { login: found.login, name: found.name };
}

/**
 * The password again, before anything that guards the account is changed; on record, and counted
 * for a while as having shown who this is.
 */
async function sureOf<R extends RouteShape>(
  { server, request, caller }: Call<R>,
  login: string,
  password: string,
  code: string | undefined,
): Promise<void> {
  const { store, sealing_key } = server;
  const now = server.now();
  const note = { who: { login }, way: 'confirm', second_factor: code !== undefined } as const;
  await checkPassword(store, sealing_key, { login, password, code }, now).catch(async (error) => {
    const known = error instanceof PolyprismError ? error.issue.code : null;
    // This session may have shown the second factor already: one from a link has not.
    const shown = code === undefined && caller?.second_factor === true;
    if (known === 'auth.second_factor_needed' && shown) return;
    await recordSignIn(server, request, { ...note, code: known });
    throw error;
  });
  await recordSignIn(server, request, { ...note, code: null });
  const digest = Buffer.from(caller?.by_id ?? '', 'hex');
  await store.as(systemActor, async ({ db }) => {
    const confirmed = { confirmed_at: now.toISOString() };
    await db.updateTable('session').set(confirmed).where('digest', '=', digest).execute();
  });
}

const again = handle(contract.sessionConfirm)(async (call) => {
  const { password, code } = call.asked.body;
  const { login } = await accountOf(call.server, signedIn(call).actor.user_id);
  await sureOf(call, login, password, code);
  return { status: 204 };
});

const change = handle(contract.passwordChange)(async (call) => {
  const { server, asked } = call;
  const { actor, by_id } = signedIn(call);
  const { login, name } = await accountOf(server, actor.user_id);
  await sureOf(call, login, asked.body.current, undefined);
  assertNewPassword(asked.body.new, [login, name], server.config.breached_passwords);
  const hashed = await hashPassword(asked.body.new);
  const keep = Buffer.from(by_id, 'hex');
  await server.store.as(
    systemActor,
    async (tx) => await setPassword(tx, actor.user_id, hashed, keep, server.now()),
  );
  return { status: 204 };
});

const begin = handle(contract.secondFactorBegin)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { login } = await accountOf(server, actor.user_id);
  await sureOf(call, login, asked.body.password, undefined);
  const secret = newTotpSecret();
  // Nothing is kept until a code shows that it was understood.
  const sealed = seal(server.sealing_key, secret, `new\0${actor.user_id}`);
  return { status: 201, body: { secret, address: totpAddress(secret, login), sealed } };
});

const confirm = handle(contract.secondFactorConfirm)(async (call) => {
  const { server, asked } = call;
  const { actor, by_id } = signedIn(call);
  const { user_id } = actor;
  const now = server.now();
  const secret = unseal(server.sealing_key, asked.body.sealed, `new\0${user_id}`);
  const used_step = secret === null ? null : stepOf(secret, asked.body.code, now, null);
  if (secret === null || used_step === null) throw new PolyprismError('auth.second_factor_wrong');
  const recovery_codes = newRecoveryCodes();
  const codes = recovery_codes.map((code) => digestOf(code).toString('hex'));
  await server.store.as(systemActor, async (tx) => {
    await revokeFactors(tx, user_id, now);
    const totp = { kind: 'totp', secret: seal(server.sealing_key, secret, user_id) } as const;
    const rows = codes.map(
      (secret) => ({ id: newId(now), user_id, kind: 'recovery', secret }) as const,
    );
    await tx.db
      .insertInto('credential')
      .values([{ id: newId(now), user_id, used_step, ...totp }, ...rows])
      .execute();
    await tx.db
      .updateTable('session')
      .set({ second_factor_at: now.toISOString() })
      .where('digest', '=', Buffer.from(by_id, 'hex'))
      .execute();
  });
  return { status: 200, body: { recovery_codes } };
});

const remove = handle(contract.secondFactorDelete)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { login } = await accountOf(server, actor.user_id);
  await sureOf(call, login, asked.body.password, asked.body.code);
  const now = server.now();
  await server.store.as(systemActor, async (tx) => {
    await revokeFactors(tx, actor.user_id, now);
    await tx.db
      .updateTable('session')
      .set({ second_factor_at: null })
      .where('user_id', '=', actor.user_id)
      .execute();
  });
  return { status: 204 };
});

async function revokeFactors({ db }: StoreTx, user_id: string, now: Date): Promise<void> {
  await db
    .updateTable('credential')
    .set({ revoked_at: now.toISOString() })
    .where('user_id', '=', user_id)
    .where('kind', 'in', ['totp', 'recovery'])
    .where('revoked_at', 'is', null)
    .execute();
}

/** What guards one's account. */
export const credentials = [again, change, begin, confirm, remove];

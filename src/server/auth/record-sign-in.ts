import { createHmac } from 'node:crypto';
import type { SignInTable } from '../../store/tables/sign-in.ts';
import { systemActor } from '../../store/store.ts';
import type { StoreTx } from '../../store/store.ts';
import type { Call, Server } from '../server.ts';
import type { RouteShape } from '../contract/route.ts';

/** One attempt to sign in, or to confirm who one is, and what came of it. */
export interface SignInAttempt {
  /** By whom: the user, or the login that was tried, which is not kept. */
  readonly who: { readonly user_id: string } | { readonly login: string };
  readonly way: SignInTable['way'];
  readonly second_factor: boolean;
  /** Why it was refused; null where it was not. */
  readonly code: string | null;
}

/** Puts an attempt down, by whom and from where; of the address only what tells equal ones. */
export async function recordSignIn(
  server: Server,
  request: Call<RouteShape>['request'],
  { who, ...what }: SignInAttempt,
): Promise<void> {
  const address = addressDigest(server.sealing_key, request.address);
  const at = server.now().toISOString();
  await server.store.as(systemActor, async (tx) => {
    const user = await userBy(tx, who);
    const row = { at, ...user, ...what, address, request_id: request.id };
    await tx.db.insertInto('sign_in').values(row).execute();
  });
}

/** Half an HMAC-SHA-256: who has not the key cannot try all addresses. */
export function addressDigest(key: Uint8Array, address: string): Buffer {
  return createHmac('sha256', key).update(`address\0${address}`).digest().subarray(0, 16);
}

/** The user and the tenant whose auditor is to see it: of several the first. */
async function userBy(
  { db }: StoreTx,
  who: SignInAttempt['who'],
): Promise<{ user_id: string | null; tenant_id: string | null }> {
  const users = db
    .selectFrom('app_user')
    .leftJoin('membership', 'membership.user_id', 'app_user.id')
    .select(['app_user.id', 'membership.tenant_id'])
    .orderBy('membership.tenant_id')
    .limit(1);
  const found = await (
    'login' in who
      ? users.where('login', '=', who.login)
      : users.where('app_user.id', '=', who.user_id)
  ).executeTakeFirst();
  if (found === undefined) return { user_id: null, tenant_id: null };
  return { user_id: found.id, tenant_id: found.tenant_id ?? 'public' };
}

import { parties } from '../../model/actor.ts';
import type { Actor, Party, Role } from '../../model/actor.ts';
import { systemActor } from '../../store/store.ts';
import type { Store, StoreTx } from '../../store/store.ts';
import type { Caller, Gate } from '../server.ts';
import { knownKeys } from './known-keys.ts';
import type { KnownKey } from './known-keys.ts';
import { digestOf } from './secret.ts';
import { inOrder, rolesOf } from './roles-in.ts';

/** A session not used for so long is over. */
export const idle_ms_max = 2 * 60 * 60 * 1_000;
/** A session is over after so long, however much it is used. */
export const session_ms_max = 12 * 60 * 60 * 1_000;
/** How long it counts as shown who somebody is, for what guards accounts. */
export const confirmed_ms_max = 15 * 60 * 1_000;
/** How often use is noted: every request would be a write. */
const noted_every_ms = 60_000;

/** Who is behind cookies and keys, by what the store knows. */
export function storeGate(store: Store, now: () => Date): Gate {
  return {
    bySession: async (token) =>
      await store.as(systemActor, async (tx) => await bySession(tx, token, now())),
    ...knownKeys(
      async (digest) => await store.as(systemActor, async (tx) => await byKey(tx, digest, now())),
      now,
    ),
    refused: async ({ route, code, caller, request_id }) =>
      await store.as(systemActor, async ({ db }) => {
        const at = now().toISOString();
        const tenant_id = caller?.actor.tenant_id ?? null;
        const user_id = caller?.actor.user_id ?? null;
        const row = { at, tenant_id, user_id, route, code, request_id };
        await db.insertInto('refusal').values(row).execute();
      }),
  };
}

async function bySession(tx: StoreTx, token: string, now: Date): Promise<Caller | null> {
  const digest = digestOf(token);
  const found = await tx.db
    .selectFrom('session')
    .innerJoin('app_user', 'app_user.id', 'session.user_id')
    .innerJoin('tenant', 'tenant.id', 'session.tenant_id')
    .select(['session.user_id', 'session.tenant_id', 'seen_at', 'second_factor_at', 'party'])
    .select(['confirmed_at', rolesOf('session').as('own_roles')])
    .where('digest', '=', digest)
    .where('revoked_at', 'is', null)
    .where('disabled_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
  const idle_ms = now.getTime() - Date.parse(found?.seen_at ?? '');
  if (found === undefined || !(idle_ms < idle_ms_max)) return null;
  if (idle_ms > noted_every_ms) {
    const seen = { seen_at: now.toISOString() };
    await tx.db.updateTable('session').set(seen).where('digest', '=', digest).execute();
  }
  const roles = inOrder(found.own_roles);
  // Whoever was taken out of a tenant has no business with it from this request on.
  if (roles.length === 0 && found.party !== 'consumer') return null;
  return {
    actor: actorOf(found.party, found.tenant_id, found.user_id, roles),
    by: 'session',
    by_id: digest.toString('hex'),
    scopes: [],
    second_factor: found.second_factor_at !== null,
    confirmed_at: found.confirmed_at,
    recent: now.getTime() - Date.parse(found.confirmed_at ?? '') <= confirmed_ms_max,
  };
}

async function byKey(tx: StoreTx, digest: Buffer, now: Date): Promise<KnownKey | null> {
  const found = await tx.db
    .selectFrom('api_key')
    .innerJoin('app_user', 'app_user.id', 'api_key.user_id')
    .innerJoin('tenant', 'tenant.id', 'api_key.tenant_id')
    .select(['api_key.id', 'api_key.user_id', 'api_key.tenant_id', 'roles', 'scopes', 'party'])
    .select(['api_key.expires_at', 'used_at', rolesOf('api_key').as('own_roles')])
    .where('digest', '=', digest)
    .where('revoked_at', 'is', null)
    .where('disabled_at', 'is', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined) return null;
  if (found.expires_at !== null && Date.parse(found.expires_at) <= now.getTime()) return null;
  if (now.getTime() - Date.parse(found.used_at ?? '1970-01-01') > noted_every_ms) {
    const used = { used_at: now.toISOString() };
    await tx.db.updateTable('api_key').set(used).where('id', '=', found.id).execute();
  }
  // A key may never do more than its maker still may.
  const roles = inOrder(found.own_roles).filter((role) => found.roles.includes(role));
  const caller: Caller = {
    actor: actorOf(found.party, found.tenant_id, found.user_id, roles),
    by: 'key',
    by_id: found.id,
    scopes: found.scopes,
    second_factor: true,
  };
  return { caller, expires_at: found.expires_at };
}

function actorOf(party: Party, tenant_id: string, user_id: string, roles: readonly Role[]): Actor {
  const known = parties.find((one) => one === party) ?? 'consumer';
  return { kind: 'person', party: known, tenant_id, user_id, roles };
}

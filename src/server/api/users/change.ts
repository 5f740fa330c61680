import { PolyprismError } from '../../../model/issue.ts';
import type { Actor } from '../../../model/actor.ts';
import { systemActor } from '../../../store/store.ts';
import type { StoreTx } from '../../../store/store.ts';
import { issueLink } from '../../auth/links.ts';
import { newId } from '../../auth/new-id.ts';
import * as contract from '../../contract/users.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { addUser } from './add-user.ts';
import { userOf } from './read-user.ts';

const create = handle(contract.usersCreate)(async (call) => {
  const { server, asked } = call;
  const { tenant_id } = signedIn(call).actor;
  const { login, name, language, sso_subject } = asked.body;
  const now = server.now();
  const body = await server.store.as(systemActor, async (tx) => {
    const user_id = await addUser(tx, { login, name, language }, now);
    const roles = [...new Set(asked.body.roles)];
    const rows = roles.map((role) => ({ user_id, tenant_id, role }));
    await tx.db.insertInto('membership').values(rows).execute();
    const issuer = server.config.oidc?.issuer;
    if (sso_subject !== undefined && issuer !== undefined) {
      const row = { id: newId(now), user_id, kind: 'oidc', secret: '' } as const;
      const who = { ...row, issuer, subject: sso_subject };
      await tx.db.insertInto('credential').values(who).execute();
    }
    const { secret } = await issueLink(tx, 'invitation', { user_id, tenant_id }, now);
    return { user: await userOf(tx, tenant_id, user_id), invitation: secret };
  });
  return { status: 201, body };
});

const invite = handle(contract.usersInvite)(async (call) => {
  const { server, asked } = call;
  const { tenant_id } = signedIn(call).actor;
  const body = await server.store.as(systemActor, async (tx) => {
    const user = await userOf(tx, tenant_id, asked.params.user_id);
    await assertOurs(tx, tenant_id, user.id);
    const to = { user_id: user.id, tenant_id };
    const { secret } = await issueLink(tx, 'invitation', to, server.now());
    return { user, invitation: secret };
  });
  return { status: 201, body };
});

const update = handle(contract.usersUpdate)(async (call) => {
  const { server, asked } = call;
  const { tenant_id } = signedIn(call).actor;
  const { user_id } = asked.params;
  const at = server.now().toISOString();
  const body = await server.store.as(systemActor, async (tx) => {
    await userOf(tx, tenant_id, user_id);
    await assertOurs(tx, tenant_id, user_id);
    const disabled_at = asked.body.disabled ? at : null;
    await tx.db.updateTable('app_user').set({ disabled_at }).where('id', '=', user_id).execute();
    if (asked.body.disabled) {
      await assertAdminLeft(tx, tenant_id);
      const over = tx.db.updateTable('session').set({ revoked_at: at });
      await over.where('user_id', '=', user_id).where('revoked_at', 'is', null).execute();
    }
    return await userOf(tx, tenant_id, user_id);
  });
  return { status: 200, body };
});

/** A user of several tenants goes on in the others. */
const signOut = handle(contract.usersSignOut)(async (call) => {
  const { server, asked } = call;
  const { tenant_id } = signedIn(call).actor;
  const { user_id } = asked.params;
  const revoked_at = server.now().toISOString();
  await server.store.as(systemActor, async (tx) => {
    await userOf(tx, tenant_id, user_id);
    await tx.db
      .updateTable('session')
      .set({ revoked_at })
      .where('user_id', '=', user_id)
      .where('tenant_id', '=', tenant_id)
      .where('revoked_at', 'is', null)
      .execute();
  });
  return { status: 204 };
});

const setRoles = handle(contract.membershipsSet)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { user_id } = asked.params;
  const user = await server.store.as(actor, async (tx) => {
    const before = await userOf(tx, actor.tenant_id, user_id);
    const roles = [...new Set(asked.body.roles)];
    await replaceRoles(tx, actor, user_id, roles);
    return { ...before, roles: before.roles.filter((role) => roles.includes(role)), wanted: roles };
  });
  const { wanted, ...body } = user;
  return { status: 200, body: { ...body, roles: wanted } };
});

async function replaceRoles(
  tx: StoreTx,
  { tenant_id }: Actor,
  user_id: string,
  roles: readonly Actor['roles'][number][],
): Promise<void> {
  const theirs = tx.db.deleteFrom('membership').where('tenant_id', '=', tenant_id);
  await theirs.where('user_id', '=', user_id).execute();
  const rows = roles.map((role) => ({ user_id, tenant_id, role }));
  if (rows.length > 0) await tx.db.insertInto('membership').values(rows).execute();
  await assertAdminLeft(tx, tenant_id);
}

/** Somebody must be able to let people in; of two who take the last away one is refused. */
async function assertAdminLeft({ db }: StoreTx, tenant_id: string): Promise<void> {
  const left = await db
    .selectFrom('membership')
    .innerJoin('app_user', 'app_user.id', 'membership.user_id')
    .select('user_id')
    .where('tenant_id', '=', tenant_id)
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .execute();
  if (left.length === 0) throw new PolyprismError('auth.last_admin');
}

/** A user of several tenants is nobody's to lock out or to let in anew: each takes its roles. */
async function assertOurs({ db }: StoreTx, tenant_id: string, user_id: string): Promise<void> {
  const elsewhere = await db
    .selectFrom('membership')
    .select('tenant_id')
    .where('user_id', '=', user_id)
    .where('tenant_id', '!=', tenant_id)
    .limit(1)
    .execute();
  if (elsewhere.length > 0) throw new PolyprismError('auth.forbidden');
}

const consumer = handle(contract.consumersCreate)(async (call) => {
  const { server, asked } = call;
  const now = server.now();
  const body = await server.store.as(systemActor, async (tx) => {
    const user_id = newId(now);
    await tx.db
      .insertInto('app_user')
      .values({ id: user_id, ...asked.body })
      .execute();
    const { secret, expires_at } = await issueLink(
      tx,
      'consumer',
      { user_id, tenant_id: 'public' },
      now,
    );
    return { user_id, link: secret, expires_at };
  });
  return { status: 201, body };
});

export const changingUsers = [create, invite, update, signOut, setRoles, consumer];

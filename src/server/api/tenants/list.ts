import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import { parties } from '../../../model/actor.ts';
import { issueLink } from '../../auth/links.ts';
import { tenantsCreate, tenantsList, tenantsRead } from '../../contract/tenants.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { hosting } from '../setup/create.ts';
import { addUser } from '../users/add-user.ts';
import { addTenant } from './add-tenant.ts';

const columns = ['id', 'party', 'name', 'time_zone', 'opened_at', 'closed_at'] as const;

const list = handle(tenantsList)(async (call) => {
  const { limit, cursor } = call.asked.query;
  const rows = await call.server.store.as(signedIn(call).actor, async ({ db }) =>
    db
      .selectFrom('tenant')
      .select(columns)
      .where('id', '>', afterOf(cursor))
      .orderBy('id')
      .limit(limit + 1)
      .execute(),
  );
  return { status: 200, body: pageOfRows(rows, limit, ({ id }) => id) };
});

const read = handle(tenantsRead)(async (call) => {
  const { tenant_id } = call.asked.params;
  const row = await call.server.store.as(signedIn(call).actor, async ({ db }) =>
    db.selectFrom('tenant').select(columns).where('id', '=', tenant_id).executeTakeFirst(),
  );
  if (row === undefined) throw new PolyprismError('http.not_found');
  return { status: 200, body: row };
});

const create = handle(tenantsCreate)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { admin, ...wanted } = asked.body;
  const now = server.now();
  const body = await server.store.as(systemActor, async (tx) => {
    const hosts = tx.db.selectFrom('tenant_setting').select('name').where('name', '=', hosting);
    const ours = await hosts.where('tenant_id', '=', actor.tenant_id).execute();
    if (ours.length === 0) throw new PolyprismError('auth.not_hosting');
    const party = parties.find((one) => one === wanted.party) ?? 'operator';
    const tenant_id = await addTenant(tx, { ...wanted, party }, now);
    const user_id = await addUser(tx, { ...admin, language: 'zh' }, now);
    const row = { user_id, tenant_id, role: 'admin' } as const;
    await tx.db.insertInto('membership').values(row).execute();
    const { secret } = await issueLink(tx, 'invitation', { user_id, tenant_id }, now);
    const rows = tx.db.selectFrom('tenant').select(columns).where('id', '=', tenant_id);
    return { tenant: await rows.executeTakeFirstOrThrow(), invitation: secret };
  });
  return { status: 201, body };
});

export const tenantHandlings = [list, read, create];

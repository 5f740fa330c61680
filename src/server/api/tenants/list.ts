import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import type { StoreTx } from '../../../store/store.ts';
import { parties } from '../../../model/actor.ts';
import { issueLink } from '../../auth/links.ts';
import { tenantsCreate, tenantsList, tenantsRead } from '../../contract/tenants.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { hosting } from '../setup/create.ts';
import { addUser } from '../users/add-user.ts';
import { addTenant } from './add-tenant.ts';

const columns = [
  'id',
  'party',
  'name',
  'time_zone',
  'jurisdiction',
  'credit_code',
  'licence_number',
  'licence_url',
  'opened_at',
  'closed_at',
] as const;

const list = handle(tenantsList)(async (call) => {
  const { limit, cursor } = call.asked.query;
  const { store } = call.server;
  const { actor } = signedIn(call);
  const rows = await store.as(actor, async ({ db }) =>
    db
      .selectFrom('tenant')
      .select(columns)
      .where('id', '>', afterOf(cursor))
      .orderBy('id')
      .limit(limit + 1)
      .execute(),
  );
  const isHost = await store.as(systemActor, async (tx) => await hosts(tx, actor.tenant_id));
  return { status: 200, body: { ...pageOfRows(rows, limit, ({ id }) => id), hosting: isHost } };
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
    if (!(await hosts(tx, actor.tenant_id))) throw new PolyprismError('auth.not_hosting');
    const party = parties.find((one) => one === wanted.party) ?? 'operator';
    const tenant_id = await addTenant(tx, server.laws, { ...wanted, party }, now);
    const user_id = await addUser(tx, { ...admin, language: 'zh' }, now);
    const row = { user_id, tenant_id, role: 'admin' } as const;
    await tx.db.insertInto('membership').values(row).execute();
    const { secret } = await issueLink(tx, 'invitation', { user_id, tenant_id }, now);
    const rows = tx.db.selectFrom('tenant').select(columns).where('id', '=', tenant_id);
    return { tenant: await rows.executeTakeFirstOrThrow(), invitation: secret };
  });
  return { status: 201, body };
});

/** Whether a tenant runs the installation. */
async function hosts({ db }: StoreTx, tenant_id: string): Promise<boolean> {
  const setting = db.selectFrom('tenant_setting').select('name').where('name', '=', hosting);
  return (await setting.where('tenant_id', '=', tenant_id).execute()).length > 0;
}

export const tenantHandlings = [list, read, create];

import { sql } from 'kysely';
import type { Actor } from '../../../model/actor.ts';
import { addDays } from '../../../model/days.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { systemActor } from '../../../store/store.ts';
import type { Store, StoreTx } from '../../../store/store.ts';
import { parties } from '../../../model/actor.ts';
import { issueLink } from '../../auth/links.ts';
import {
  tenantsChange,
  tenantsChanges,
  tenantsCreate,
  tenantsList,
  tenantsRead,
} from '../../contract/tenants.ts';
import { jurisdictionOf } from '../../law-of.ts';
import { momentOf } from '../../moment-of.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { hosting } from '../setup/create.ts';
import { addUser } from '../users/add-user.ts';
import { addTenant, assertKnownLaw } from './add-tenant.ts';
import { tenantsNow } from './tenants-now.ts';

const list = handle(tenantsList)(async (call) => {
  const { limit, cursor } = call.asked.query;
  const { store, now } = call.server;
  const { actor } = signedIn(call);
  const rows = await store.as(actor, async (tx) =>
    tenantsNow(tx, now())
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
  const { store, now } = call.server;
  const row = await store.as(signedIn(call).actor, async (tx) =>
    tenantsNow(tx, now()).where('id', '=', tenant_id).executeTakeFirst(),
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
    const rows = tenantsNow(tx, now).where('id', '=', tenant_id);
    return { tenant: await rows.executeTakeFirstOrThrow(), invitation: secret };
  });
  return { status: 201, body };
});

const changes = handle(tenantsChanges)(async (call) => {
  const { store } = call.server;
  const { tenant_id } = call.asked.params;
  const { limit, cursor } = call.asked.query;
  const rows = await asHost(store, signedIn(call).actor, tenant_id, async ({ db }) =>
    db
      .selectFrom('tenant_change')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('number', '>', numberAfter(cursor))
      .orderBy('number')
      .limit(limit + 1)
      .execute(),
  );
  return { status: 200, body: pageOfRows(rows, limit, ({ number }) => String(number)) };
});

/** What a cursor says is the caller's word: where it is no number, the list begins anew. */
function numberAfter(cursor: string | undefined): number {
  const after = afterOf(cursor);
  return /^\d{1,9}$/.test(after) ? Number(after) : 0;
}

const change = handle(tenantsChange)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { tenant_id } = asked.params;
  const now = server.now();
  assertKnownLaw(server.laws, asked.body.jurisdiction);
  const body = await asHost(server.store, actor, tenant_id, async (tx) => {
    // One change after the other: each is judged by what holds when it is made.
    await sql`SELECT FROM tenant WHERE id = ${tenant_id} FOR UPDATE`.execute(tx.db);
    const { on } = await momentOf(tx, tenant_id, now);
    await assertNotRunning(tx, tenant_id, on, asked.body);
    const last = tx.db
      .selectFrom('tenant_change')
      .select(({ fn }) => fn.max<number | null>('number').as('number'))
      .where('tenant_id', '=', tenant_id);
    const number = ((await last.executeTakeFirst())?.number ?? 0) + 1;
    const { user_id } = actor;
    const row = { tenant_id, number, ...asked.body, user_id, at: now.toISOString() };
    return await tx.db
      .insertInto('tenant_change')
      .values(row)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
  return { status: 201, body };
});

/**
 * Matters opened today, and all before, keep the law of their first day: another law holds from
 * tomorrow on at the earliest, where the tenant is; what is shown of a licence from today on.
 */
async function assertNotRunning(
  tx: StoreTx,
  tenant_id: string,
  today: string,
  { from_on, jurisdiction }: { readonly from_on: string; readonly jurisdiction: string },
): Promise<void> {
  const held = await jurisdictionOf(tx, tenant_id, from_on);
  const first = held === jurisdiction ? today : addDays(today, 1);
  if (from_on < first) throw new PolyprismError('auth.change_too_early', { from_on, first });
}

/** Done as the program, for administrators of whoever runs the installation. */
async function asHost<T>(
  store: Store,
  actor: Actor,
  tenant_id: string,
  run: (tx: StoreTx) => Promise<T>,
): Promise<T> {
  return await store.as(systemActor, async (tx) => {
    if (!(await hosts(tx, actor.tenant_id))) throw new PolyprismError('auth.not_hosting');
    const found = tx.db.selectFrom('tenant').select('id').where('id', '=', tenant_id);
    if ((await found.executeTakeFirst()) === undefined) throw new PolyprismError('http.not_found');
    return await run(tx);
  });
}

/** Whether a tenant runs the installation. */
async function hosts({ db }: StoreTx, tenant_id: string): Promise<boolean> {
  const setting = db.selectFrom('tenant_setting').select('name').where('name', '=', hosting);
  return (await setting.where('tenant_id', '=', tenant_id).execute()).length > 0;
}

export const tenantHandlings = [list, read, create, changes, change];

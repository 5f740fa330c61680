import type { z } from '@hono/zod-openapi';
import { PolyprismError } from '../../../model/issue.ts';
import { newId } from '../../auth/new-id.ts';
import { matterQuery } from '../../contract/matters.ts';
import * as contract from '../../contract/matters-views.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

interface ViewRow {
  readonly id: string;
  readonly user_id: string;
  readonly shared: boolean;
  readonly name: string;
  readonly query: unknown;
}

type Views = z.input<(typeof contract.viewsList)['answers'][200]>;

function viewOf({ query, user_id, ...row }: ViewRow, me: string): Views['items'][number] {
  // A view saved before a filter was given up asks for what is left of it: everything.
  return { ...row, own: user_id === me, query: matterQuery.safeParse(query).data ?? {} };
}

const list = handle(contract.viewsList)(async (call) => {
  const { actor } = signedIn(call);
  const rows = await call.server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('saved_view')
      .select(['id', 'user_id', 'shared', 'name', 'query'])
      .where('tenant_id', '=', actor.tenant_id)
      .orderBy('name')
      .orderBy('id')
      .execute(),
  );
  return { status: 200, body: { items: rows.map((row) => viewOf(row, actor.user_id)) } };
});

const create = handle(contract.viewsCreate)(async (call) => {
  const { actor } = signedIn(call);
  const { name, shared, query } = call.asked.body;
  const { tenant_id, user_id } = actor;
  const row = { id: newId(call.server.now()), user_id, name, shared };
  await call.server.store.as(actor, async ({ db }) =>
    db
      .insertInto('saved_view')
      .values({ ...row, tenant_id, query: JSON.stringify(query) })
      .execute(),
  );
  return { status: 201, body: viewOf({ ...row, query }, user_id) };
});

const update = handle(contract.viewsUpdate)(async (call) => {
  const { actor } = signedIn(call);
  const { name, shared, query } = call.asked.body;
  const { view_id } = call.asked.params;
  const changed = await call.server.store.as(actor, async ({ db }) =>
    db
      .updateTable('saved_view')
      .set({ name, shared, query: JSON.stringify(query) })
      .where('id', '=', view_id)
      .where('tenant_id', '=', actor.tenant_id)
      .where('user_id', '=', actor.user_id)
      .executeTakeFirst(),
  );
  if (changed.numUpdatedRows === 0n) throw new PolyprismError('http.not_found');
  const row = { id: view_id, user_id: actor.user_id, name, shared, query };
  return { status: 200, body: viewOf(row, actor.user_id) };
});

const remove = handle(contract.viewsDelete)(async (call) => {
  const { actor } = signedIn(call);
  const gone = await call.server.store.as(actor, async ({ db }) =>
    db
      .deleteFrom('saved_view')
      .where('id', '=', call.asked.params.view_id)
      .where('tenant_id', '=', actor.tenant_id)
      .where('user_id', '=', actor.user_id)
      .executeTakeFirst(),
  );
  if (gone.numDeletedRows === 0n) throw new PolyprismError('http.not_found');
  return { status: 204 };
});

export const viewHandlings = [list, create, update, remove];

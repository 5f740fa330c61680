import { integrityShow, integrityShown } from '../../contract/publications.ts';
import { lowestClass, showsIntegrity as name } from '../../publications/known-operators.ts';
import { handle } from '../../server.ts';
import type { Caller, Server } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

async function shownOf({ store }: Pick<Server, 'store'>, { actor }: Caller) {
  const { tenant_id } = actor;
  const row = await store.as(actor, async ({ db }) =>
    db
      .selectFrom('tenant')
      .leftJoin('tenant_setting', (join) =>
        join
          .onRef('tenant_setting.tenant_id', '=', 'tenant.id')
          .on('tenant_setting.name', '=', name),
      )
      .select(['credit_code', 'value'])
      .where('tenant.id', '=', tenant_id)
      .executeTakeFirstOrThrow(),
  );
  const { credit_code, value } = row;
  return { shown: value === true, class: await lowestClass(store, tenant_id), credit_code };
}

const read = handle(integrityShown)(async (call) => ({
  status: 200,
  body: await shownOf(call.server, signedIn(call)),
}));

const show = handle(integrityShow)(async (call) => {
  const caller = signedIn(call);
  const { actor } = caller;
  const { tenant_id } = actor;
  const { shown } = call.asked.body;
  const value = JSON.stringify(shown);
  await call.server.store.as(actor, async ({ db }) =>
    db
      .insertInto('tenant_setting')
      .values({ tenant_id, name, value })
      .onConflict((clash) => clash.columns(['tenant_id', 'name']).doUpdateSet({ value }))
      .execute(),
  );
  return { status: 200, body: await shownOf(call.server, caller) };
});

export const showingIntegrity = [read, show];

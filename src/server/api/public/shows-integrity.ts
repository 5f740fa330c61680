import { integrityShow } from '../../contract/publications.ts';
import { showsIntegrity as name } from '../../publications/known-operators.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

const show = handle(integrityShow)(async (call) => {
  const { actor } = signedIn(call);
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
  return { status: 200, body: { shown } };
});

export const showingIntegrity = [show];

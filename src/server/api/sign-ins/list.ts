import { signInsList } from '../../contract/sign-ins.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

const list = handle(signInsList)(async (call) => {
  const { actor } = signedIn(call);
  const { limit, cursor } = call.asked.query;
  const before = Number(afterOf(cursor) || Number.MAX_SAFE_INTEGER);
  const rows = await call.server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('sign_in')
      .select(['number', 'at', 'user_id', 'way', 'second_factor', 'code', 'address', 'request_id'])
      .where('tenant_id', '=', actor.tenant_id)
      .where('number', '<', Number.isSafeInteger(before) ? before : 0)
      .orderBy('number', 'desc')
      .limit(limit + 1)
      .execute(),
  );
  const shown = rows.map(({ address, ...row }) => ({
    ...row,
    address: Buffer.from(address).toString('hex'),
  }));
  return { status: 200, body: pageOfRows(shown, limit, ({ number }) => String(number)) };
});

export const signInHandlings = [list];

import { refusalsList } from '../../contract/refusals.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

const list = handle(refusalsList)(async (call) => {
  const { actor } = signedIn(call);
  const { limit, cursor } = call.asked.query;
  const before = Number(afterOf(cursor) || Number.MAX_SAFE_INTEGER);
  const rows = await call.server.store.as(actor, async ({ db }) =>
    db
      .selectFrom('refusal')
      .select(['number', 'at', 'user_id', 'route', 'code', 'request_id'])
      .where('tenant_id', '=', actor.tenant_id)
      .where('number', '<', Number.isSafeInteger(before) ? before : 0)
      .orderBy('number', 'desc')
      .limit(limit + 1)
      .execute(),
  );
  return { status: 200, body: pageOfRows(rows, limit, ({ number }) => String(number)) };
});

export const refusalHandlings = [list];

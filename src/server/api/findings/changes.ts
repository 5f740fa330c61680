import { PolyprismError } from '../../../model/issue.ts';
import { inspectionsChanges } from '../../contract/changes.ts';
import { assertPair, changesBetween } from '../../findings/changes-between.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

const changes = handle(inspectionsChanges)(async (call) => {
  const { limit, cursor, since } = call.asked.query;
  const pair = { earlier: since, later: call.asked.params.inspection_id };
  const from = Number(afterOf(cursor) || 0);
  if (!Number.isSafeInteger(from)) throw new PolyprismError('http.not_found');
  const { actor } = signedIn(call);
  const rows = await call.server.store.as(actor, async (tx) => {
    await assertPair(tx, actor, pair);
    return await changesBetween(tx, pair, from, limit + 1);
  });
  const page = pageOfRows(rows, limit, () => String(from + limit));
  const items = page.items.map((row) => ({ ...row, finding_ids: [...row.finding_ids] }));
  return { status: 200, body: { ...page, items } };
});

export const changeHandlings = [changes];

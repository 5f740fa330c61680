import { sql } from 'kysely';
import { keptFilesList, keptTermRead, keptTermSet } from '../../contract/kept-files.ts';
import { keptMonths, keptTermSetting } from '../../files/kept-term.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

interface FileRow {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly user_id: string;
  readonly at: string;
  readonly keep_until: string;
  readonly matter_id: string | null;
  readonly removed_at: string | null;
}

/** Those due first come first; of those that are gone the record stays. Each once, by its bytes. */
const list = handle(keptFilesList)(async (call) => {
  const { actor } = signedIn(call);
  const { limit, cursor } = call.asked.query;
  const [day = '', sha256 = ''] = afterOf(cursor).split('_');
  const after = /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : '-infinity';
  const rows = await call.server.store.as(actor, async ({ db }) => {
    const found = sql<FileRow>`
      SELECT * FROM (SELECT sha256, max(bytes) AS bytes, min(at) AS at,
          (array_agg(name ORDER BY at, user_id))[1] AS name,
          (array_agg(user_id ORDER BY at, user_id))[1] AS user_id,
          max(keep_until) AS keep_until, max(coalesce(locked_for, matter_id)) AS matter_id,
          CASE WHEN bool_and(removed_at IS NOT NULL) THEN max(removed_at) END AS removed_at
        FROM file WHERE tenant_id = ${actor.tenant_id} GROUP BY sha256) kept
      WHERE (keep_until, sha256) > (${after}::date, ${sha256})
      ORDER BY keep_until, sha256 LIMIT ${limit + 1}`;
    return (await found.execute(db)).rows;
  });
  const key = ({ keep_until, sha256: of }: FileRow): string => `${keep_until}_${of}`;
  return { status: 200, body: pageOfRows(rows, limit, key) };
});

const read = handle(keptTermRead)(async (call) => {
  const { actor } = signedIn(call);
  const months = await call.server.store.as(actor, async (tx) => keptMonths(tx, actor.tenant_id));
  return { status: 200, body: { months } };
});

const set = handle(keptTermSet)(async (call) => {
  const { actor } = signedIn(call);
  const { months } = call.asked.body;
  const value = JSON.stringify({ months });
  const { tenant_id } = actor;
  await call.server.store.as(actor, async ({ db }) =>
    db
      .insertInto('tenant_setting')
      .values({ tenant_id, name: keptTermSetting, value })
      .onConflict((clash) => clash.columns(['tenant_id', 'name']).doUpdateSet({ value }))
      .execute(),
  );
  return { status: 200, body: { months } };
});

export const keptFileHandlings = [list, read, set];

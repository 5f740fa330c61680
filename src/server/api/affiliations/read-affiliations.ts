import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../../model/actor.ts';
import type { StoreTx } from '../../../store/store.ts';
import { affiliationKinds, kindNames } from './kinds.ts';
import type { AffiliationKindName } from './kinds.ts';

export interface AffiliationView {
  readonly id: string;
  readonly kind: AffiliationKindName;
  readonly over_id: string;
  readonly under_id: string;
  readonly account: string | null;
  readonly status: 'proposed' | 'confirmed' | 'refused' | 'ended';
  readonly proposed_by: string | null;
  readonly since: string;
  readonly until: string | null;
}

/** Of three tables one list: what one's tenant is a side of. */
export async function readAffiliations(
  { db }: StoreTx,
  { tenant_id }: Actor,
  where: RawBuilder<boolean>,
  limit: number,
): Promise<AffiliationView[]> {
  const parts = kindNames.map((kind) => {
    const { table, over, under } = affiliationKinds[kind];
    const account = sql.raw(kind === 'claim' ? 'account' : 'NULL');
    return sql`SELECT id, ${kind}::text AS kind, ${sql.ref(over)} AS over_id,
      ${sql.ref(under)} AS under_id, ${account} AS account, status, proposed_by, since, until
      FROM ${sql.table(table)}`;
  });
  const all = sql.join(parts, sql` UNION ALL `);
  const rows = sql<AffiliationView>`SELECT * FROM (${all}) a
    WHERE ${tenant_id} IN (over_id, under_id) AND ${where}
    ORDER BY id COLLATE "C" LIMIT ${limit}`;
  return (await rows.execute(db)).rows;
}

export async function readAffiliation(
  tx: StoreTx,
  actor: Actor,
  id: string,
): Promise<AffiliationView | undefined> {
  const [found] = await readAffiliations(tx, actor, sql`id = ${id}`, 1);
  return found;
}

import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../model/actor.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { StoreTx } from '../../store/store.ts';
import { inspectionSeenBy } from './seen-by.ts';

/**
 * What became of a breach between two inspections of one platform. `gone` only where the later one
 * could check the provision on every row; where it could not, nobody can tell.
 */
export const outcomes = ['new', 'still', 'gone', 'cannot_tell', 'not_checked_before'] as const;

export interface Change {
  readonly outcome: (typeof outcomes)[number];
  readonly provision: string;
  readonly subject_table: string;
  readonly subject_id: string;
  /** Numbers of the first finding of it in either inspection. */
  readonly before: number | null;
  readonly after: number | null;
  /** SHA-256 of the earlier one's statements. */
  readonly finding_ids: readonly string[];
}

export interface Pair {
  readonly earlier: string;
  readonly later: string;
}

/**
 * Findings of two inspections by provision and subject: an id of a finding is bound to its data and
 * changes with them. In order of provision and subject, from a place on.
 */
export async function changesBetween(
  { db }: StoreTx,
  pair: Pair,
  from: number,
  limit: number,
): Promise<Change[]> {
  const page = sql`LIMIT ${limit} OFFSET ${from}`;
  return (await changesWhere(pair, sql`true`, page).execute(db)).rows;
}

/** What became of the findings of these ids of the earlier inspection, all of them at once. */
export async function becameOf(
  { db }: StoreTx,
  pair: Pair,
  finding_ids: readonly string[],
): Promise<Change[]> {
  const named = sql`b.ids && ${finding_ids}::text[]`;
  return (await changesWhere(pair, named, sql``).execute(db)).rows;
}

function changesWhere(
  { earlier, later }: Pair,
  where: RawBuilder<unknown>,
  page: RawBuilder<unknown>,
): RawBuilder<Change> {
  const of = (inspection: string) => sql`SELECT provision_id, subject_kind, subject_id,
    min(number) AS number, array_agg(detail ->> 'id' ORDER BY number) AS ids
    FROM finding WHERE inspection_id = ${inspection} GROUP BY 1, 2, 3`;
  const judged = (inspection: string) => sql`SELECT provision_id FROM inspection_provision
    WHERE inspection_id = ${inspection} AND verdict <> 'cannot_tell'
      AND (detail ->> 'undecided')::integer = 0`;
  return sql<Change>`
    WITH b AS (${of(earlier)}), a AS (${of(later)}),
      was AS (${judged(earlier)}), now AS (${judged(later)})
    SELECT provision_id AS provision, subject_kind AS subject_table, subject_id,
      CASE WHEN b.number IS NOT NULL AND a.number IS NOT NULL THEN 'still'
        WHEN b.number IS NULL AND provision_id IN (SELECT provision_id FROM was) THEN 'new'
        WHEN b.number IS NULL THEN 'not_checked_before'
        WHEN provision_id IN (SELECT provision_id FROM now) THEN 'gone'
        ELSE 'cannot_tell' END AS outcome,
      b.number AS before, a.number AS after, coalesce(b.ids, '{}') AS finding_ids
    FROM b FULL JOIN a USING (provision_id, subject_kind, subject_id)
    WHERE ${where} ORDER BY provision_id, subject_kind, subject_id ${page}`;
}

/** Both must be seen, be of one platform, and the later one judge a later day, or the same. */
export async function assertPair(tx: StoreTx, actor: Actor, pair: Pair): Promise<void> {
  const rows = await tx.db
    .selectFrom('inspection')
    .select(['id', 'tenant_id', 'platform_id', 'as_of'])
    .where('id', 'in', [pair.earlier, pair.later])
    .where(inspectionSeenBy(actor))
    .execute();
  const [before, after] = [pair.earlier, pair.later].map((id) => rows.find((r) => r.id === id));
  if (before === undefined || after === undefined) throw new PolyprismError('http.not_found');
  const whose = (row: typeof before): string => row.platform_id ?? row.tenant_id;
  if (before.id === after.id || whose(before) !== whose(after) || before.as_of > after.as_of) {
    throw new PolyprismError('findings.no_pair');
  }
}

import { sql } from 'kysely';
import type { StoreTx } from '../../store/store.ts';
import type { Pair } from './changes-between.ts';

/** Of how many subjects became what between two inspections: see `outcomes`. */
export interface ChangeCounts {
  readonly new: number;
  readonly still: number;
  readonly gone: number;
  readonly cannot_tell: number;
  readonly not_checked_before: number;
}

/** Provisions of which an inspection could tell on every row. */
export interface Judged {
  readonly earlier: ReadonlySet<string>;
  readonly later: ReadonlySet<string>;
}

export const noChanges: ChangeCounts = {
  new: 0,
  still: 0,
  gone: 0,
  cannot_tell: 0,
  not_checked_before: 0,
};

/** What `changesBetween` lists, counted by provision; about one account where one is named. */
export async function changeCounts(
  { db }: StoreTx,
  { earlier, later }: Pair,
  judged: Judged,
  account: string | null,
): Promise<ReadonlyMap<string, ChangeCounts>> {
  const found = await sql<{ provision_id: string; both: number; before: number; after: number }>`
    SELECT provision_id, count(*) FILTER (WHERE b AND a) AS both,
      count(*) FILTER (WHERE b AND NOT a) AS before, count(*) FILTER (WHERE a AND NOT b) AS after
    FROM (SELECT provision_id, subject_kind, subject_id,
        bool_or(inspection_id = ${earlier}) AS b, bool_or(inspection_id = ${later}) AS a
      FROM finding
      WHERE inspection_id IN (${earlier}, ${later})
        AND (${account}::text IS NULL OR operator_id = ${account})
      GROUP BY 1, 2, 3) s
    GROUP BY 1`.execute(db);
  return new Map(
    found.rows.map(({ provision_id, both, before, after }) => {
      const was = judged.earlier.has(provision_id);
      const is = judged.later.has(provision_id);
      const counts = {
        new: was ? after : 0,
        still: both,
        gone: is ? before : 0,
        cannot_tell: is ? 0 : before,
        not_checked_before: was ? 0 : after,
      };
      return [provision_id, counts];
    }),
  );
}

/** The provisions an inspection in the store could tell of on every row. */
export async function judgedBy(
  { db }: StoreTx,
  inspection_id: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('inspection_provision')
    .select('provision_id')
    .where('inspection_id', '=', inspection_id)
    .where('verdict', '<>', 'cannot_tell')
    .where(sql<boolean>`(detail ->> 'undecided')::integer = 0`)
    .execute();
  return new Set(rows.map(({ provision_id }) => provision_id));
}

/** Both counts together. */
export function addChanges(a: ChangeCounts, b: ChangeCounts): ChangeCounts {
  return {
    new: a.new + b.new,
    still: a.still + b.still,
    gone: a.gone + b.gone,
    cannot_tell: a.cannot_tell + b.cannot_tell,
    not_checked_before: a.not_checked_before + b.not_checked_before,
  };
}

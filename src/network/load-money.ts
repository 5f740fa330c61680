import type { DuckDb } from '../engine/duckdb.ts';
import { readColumns, scatter } from '../engine/columns.ts';

/** Minor units per member_no; null where the data have no such table. */
export interface MemberMoney {
  readonly paidIn: Float64Array | null;
  readonly earned: Float64Array | null;
}

/** What each member paid in (fees that were paid) and earned (commission that was not reversed). */
export async function loadMoney(engine: DuckDb, count: number): Promise<MemberMoney> {
  return {
    paidIn: await sumByMember(
      engine,
      count,
      'fee',
      'member_id',
      `paid_at IS NOT NULL
      OR NOT EXISTS (SELECT 1 FROM fee WHERE paid_at IS NOT NULL)`,
    ),
    earned: await sumByMember(
      engine,
      count,
      'commission',
      'beneficiary_id',
      `amount_minor > 0
      AND status IS DISTINCT FROM 'reversed'`,
    ),
  };
}

async function sumByMember(
  engine: DuckDb,
  count: number,
  table: 'fee' | 'commission',
  owner: string,
  where: string,
): Promise<Float64Array | null> {
  const [any] = await engine.rows(`SELECT 1 AS one FROM ${table} LIMIT 1`);
  if (!any) return null;
  const sums = new Float64Array(count);
  await readColumns(
    engine,
    `SELECT CAST(m.member_no AS INTEGER), CAST(s.amount AS DOUBLE)
     FROM (
       SELECT ${owner} AS member_id, sum(amount_minor) AS amount FROM ${table}
       WHERE amount_minor IS NOT NULL AND (${where}) GROUP BY ${owner}
     ) s
     JOIN member m ON m.member_id = s.member_id`,
    ['int', 'double'],
    ([no, amount]) => scatter(no!, amount!, sums),
  );
  return sums;
}

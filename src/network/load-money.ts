import type { DuckDb } from '../engine/duckdb.ts';
import { readInTurn, scatter } from '../engine/columns.ts';
import type { ColumnRead } from '../engine/columns.ts';

/** Minor units per member_no; null where the data have no such table. */
export interface MemberMoney {
  readonly paidIn: Float64Array | null;
  readonly earned: Float64Array | null;
}

/** What each member paid in (fees that were paid) and earned (commission that was not reversed). */
export async function loadMoney(engine: DuckDb, count: number): Promise<MemberMoney> {
  const paidIn = await sumsFor(engine, count, 'fee');
  const earned = await sumsFor(engine, count, 'commission');
  const reads: ColumnRead[] = [];
  if (paidIn) {
    const paid = `paid_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM fee WHERE paid_at IS NOT NULL)`;
    reads.push(sumByMember('fee', 'member_id', paid, paidIn));
  }
  if (earned) {
    const kept = `amount_minor > 0 AND status IS DISTINCT FROM 'reversed'`;
    reads.push(sumByMember('commission', 'beneficiary_id', kept, earned));
  }
  await readInTurn(engine, reads);
  return { paidIn, earned };
}

/** Zero for every member; null where the table says nothing of anybody. */
async function sumsFor(
  engine: DuckDb,
  count: number,
  table: 'fee' | 'commission',
): Promise<Float64Array | null> {
  const [any] = await engine.rows(`SELECT 1 AS one FROM ${table} LIMIT 1`);
  return any ? new Float64Array(count) : null;
}

function sumByMember(
  table: 'fee' | 'commission',
  owner: string,
  where: string,
  sums: Float64Array,
): ColumnRead {
  return {
    sql: `SELECT CAST(m.member_no AS INTEGER), CAST(s.amount AS DOUBLE)
     FROM (
       SELECT ${owner} AS member_id, sum(amount_minor) AS amount FROM ${table}
       WHERE amount_minor IS NOT NULL AND (${where}) GROUP BY ${owner}
     ) s
     JOIN member m ON m.member_id = s.member_id`,
    kinds: ['int', 'double'],
    visit: ([no, amount]) => scatter(no!, amount!, sums),
  };
}

import type { DuckDb } from '../engine/duckdb.ts';
import { readInTurn, scatter } from '../engine/columns.ts';
import type { ColumnRead } from '../engine/columns.ts';
import type { ScanSite } from '../engine/scan-site.ts';

/** Minor units per member_no; null where the data have no such table. */
export interface MemberMoney {
  readonly paidIn: Float64Array | null;
  readonly earned: Float64Array | null;
}

/** What each member paid in (fees that were paid) and earned (commission that was not reversed). */
export async function loadMoney(
  engine: DuckDb,
  site: ScanSite,
  count: number,
): Promise<MemberMoney> {
  const paidIn = await sumsFor(site, count, 'fee');
  const earned = await sumsFor(site, count, 'commission');
  const reads: ColumnRead[] = [];
  if (paidIn) {
    const paid = `paid_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM fee WHERE paid_at IS NOT NULL)`;
    reads.push(await sumByMember(site, 'fee', 'member_id', paid, paidIn));
  }
  if (earned) {
    const kept = `amount_minor > 0 AND status IS DISTINCT FROM 'reversed'`;
    reads.push(await sumByMember(site, 'commission', 'beneficiary_id', kept, earned));
  }
  await readInTurn(engine, reads);
  await site.clear('pp_sum_');
  return { paidIn, earned };
}

/** Zero for every member; null where the table says nothing of anybody. */
async function sumsFor(
  { engine }: ScanSite,
  count: number,
  table: 'fee' | 'commission',
): Promise<Float64Array | null> {
  const [any] = await engine.rows(`SELECT 1 AS one FROM ${table} LIMIT 1`);
  return any ? new Float64Array(count) : null;
}

async function sumByMember(
  site: ScanSite,
  table: 'fee' | 'commission',
  owner: string,
  where: string,
  sums: Float64Array,
): Promise<ColumnRead> {
  const owned = await site.reduce(
    `pp_sum_${table}`,
    `SELECT ${owner} AS member_id, sum(amount_minor) AS amount FROM ${table}
     WHERE amount_minor IS NOT NULL AND (${where}) GROUP BY ${owner}`,
  );
  return {
    sql: `SELECT CAST(m.member_no AS INTEGER), CAST(s.amount AS DOUBLE) FROM ${owned} s
     JOIN member m ON m.member_id = s.member_id`,
    kinds: ['int', 'double'],
    visit: ([no, amount]) => scatter(no!, amount!, sums),
  };
}

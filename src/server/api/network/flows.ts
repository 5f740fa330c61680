import { join } from 'node:path';
import { sqlText } from '../../../engine/duckdb.ts';
import type { DuckDbPool } from '../../../engine/duckdb-pool.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { networkFlows } from '../../contract/network.ts';
import { seenInspection } from '../../inspections/seen-inspection.ts';
import { amountIn, textIn } from '../../network/member-rows.ts';
import { explorerOf, readLeftNetwork } from '../../network/network-folder.ts';
import { handle } from '../../server.ts';

const flows = handle(networkFlows)(async (call) => {
  const { inspection_id, tree, member_id } = call.asked.params;
  const seen = await seenInspection(call, inspection_id);
  const number = await (await explorerOf(seen, tree)).numberOf(member_id);
  if (number === null) throw new PolyprismError('http.not_found');
  const { currency } = await readLeftNetwork(seen);
  const side = async (own: string, other: string) =>
    await sideOf(call.server.tables, seen.out, { own, other, member_id }, call.asked.query.limit);
  const [earned, caused] = await Promise.all([
    side('beneficiary_id', 'source_member_id'),
    side('source_member_id', 'beneficiary_id'),
  ]);
  return { status: 200, body: { member_id, currency, earned, caused } };
});

interface Side {
  /** Column that is the member. */
  readonly own: string;
  /** Column of those on the other end of the edges. */
  readonly other: string;
  readonly member_id: string;
}

/** What was earned and kept, as the report sums it: by whom on the other end, and by level. */
async function sideOf(
  pool: DuckDbPool,
  out: string,
  { own, other, member_id }: Side,
  most: number,
) {
  const entries = `(SELECT * FROM read_parquet(${sqlText(
    join(out, 'snapshot', 'commission.parquet'),
  )}) WHERE ${own} = ${sqlText(member_id)} AND amount_minor > 0
    AND status IS DISTINCT FROM 'reversed')`;
  const sums = 'count(*) AS entries, CAST(coalesce(sum(amount_minor), 0) AS HUGEINT) AS sum_minor';
  const [whole, levels, top] = await Promise.all([
    pool.rows(`SELECT ${sums}, count(DISTINCT ${other}) AS members FROM ${entries}`),
    pool.rows(`SELECT level, ${sums} FROM ${entries} GROUP BY level
      ORDER BY level NULLS LAST LIMIT 100`),
    pool.rows(`SELECT ${other} AS member_id, ${sums}, count(DISTINCT order_id) AS orders
      FROM ${entries} GROUP BY ${other}
      ORDER BY sum(amount_minor) DESC, ${other} NULLS LAST LIMIT ${most}`),
  ]);
  const summed = (row: (typeof whole)[number] | undefined) => ({
    entries: Number(row?.['entries'] ?? 0),
    sum_minor: (row && amountIn(row, 'sum_minor')) ?? 0,
  });
  return {
    ...summed(whole[0]),
    members: Number(whole[0]?.['members'] ?? 0),
    by_level: levels.map((row) => {
      const level = row['level'] ?? null;
      return { level: level === null ? null : Number(level), ...summed(row) };
    }),
    top: top.map((row) => ({
      member_id: textIn(row, 'member_id'),
      ...summed(row),
      orders: Number(row['orders']),
    })),
  };
}

export const flowHandlings = [flows];

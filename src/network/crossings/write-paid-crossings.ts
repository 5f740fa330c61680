import { writeColumns } from '../../engine/columns.ts';
import { createTable } from '../../engine/create-table.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import type { ScanSite } from '../../engine/scan-site.ts';
import { UNKNOWN_DAY } from '../forest.ts';
import type { NamedTree } from '../history/tie-intervals.ts';
import { loadPayments } from './load-payments.ts';
import type { LoadedPayments } from './load-payments.ts';
import { paidDays, sumsBelow } from './paid-days.ts';
import type { PaidDays } from './paid-days.ts';

/**
 * Money paid in by participants that makes organising and leading a pyramid scheme serious: 2.5
 * million yuan, received directly or indirectly, cumulated (2013 opinions on pyramid-selling
 * cases, art. 4 (2)). That the money of whoever stood below a member was received by it indirectly
 * is our reading; what was paid before its payer was moved below the member is counted from then.
 */
export const serious_paid_minor = 250_000_000;

/** Fills `network_paid_crossing`; nothing stands in it where the data know of no payment's date. */
export async function writePaidCrossings(
  engine: DuckDb,
  trees: readonly NamedTree[],
  options: {
    readonly time_zone: string;
    readonly site: ScanSite;
    readonly threshold_minor: number;
  },
): Promise<void> {
  await createTable(engine, 'network_paid_crossing');
  const payments = await loadPayments(engine, options.site, options.time_zone);
  if (payments === null) return;
  for (const tree of trees) {
    const days = paidDays(tree, payments, options.threshold_minor);
    await write(engine, tree, payments, days, options.threshold_minor);
  }
}

async function write(
  engine: DuckDb,
  tree: NamedTree,
  payments: LoadedPayments,
  { member, grossDay, netDay }: PaidDays,
  threshold: number,
): Promise<void> {
  const gross = sumsBelow(tree, payments, payments.gross);
  const net = sumsBelow(tree, payments, payments.net);
  await writeColumns(engine, 'network_paid_days', {
    member_no: member,
    gross: Float64Array.from(member, (no) => gross[no]!),
    net: Float64Array.from(member, (no) => net[no]!),
    gross_on: grossDay,
    net_on: netDay,
  });
  const known = (value: string): string => (payments.refunds_known ? value : 'NULL');
  const date = (day: string): string => `DATE '1970-01-01' + nullif(${day}, ${UNKNOWN_DAY})`;
  await engine.run(`INSERT INTO network_paid_crossing
    SELECT '${tree.name}', m.member_id, ${threshold}, CAST(d.gross AS BIGINT),
      CAST(${known('d.net')} AS BIGINT), ${date('d.gross_on')},
      ${known(date('d.net_on'))}, ${known(`d.net >= ${threshold}`)}
    FROM network_paid_days d JOIN member m ON m.member_no = d.member_no
    WHERE d.gross >= ${threshold} OR d.gross_on <> ${UNKNOWN_DAY}
    ORDER BY m.member_id`);
  await engine.run('DROP TABLE network_paid_days');
}

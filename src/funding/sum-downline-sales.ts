import { readColumns, writeColumns } from '../engine/columns.ts';
import { createTable } from '../engine/create-table.ts';
import { sqlText } from '../engine/duckdb.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import { PolyprismError } from '../model/issue.ts';
import { columnsOf } from '../model/tables.ts';
import { localDay } from '../network/local-day.ts';
import { readTree, sumUpward } from './tree-order.ts';
import type { TreeOrder } from './tree-order.ts';
import type { FundingScope } from './scope.ts';
import { isWhole } from './stage-orders.ts';

const amounts = ['sales', 'outside', 'unknown'] as const;

/**
 * `downline_sales`: for every member and month with pay, the sales in the member's subtree. An
 * order stands with its buyer; an outsider's with the promoter credited, where one is.
 */
export async function sumDownlineSales(
  engine: DuckDb,
  site: ScanSite,
  scope: FundingScope,
): Promise<void> {
  await createTable(engine, 'downline_sales');
  await stageMonths(engine, site, scope);
  const months = await engine.rows('SELECT DISTINCT month FROM pp_fund_pay ORDER BY month');
  if (months.length === 0) return;
  const tree = await readTree(engine);
  for (const row of months) await oneMonth(engine, tree, String(row['month']));
}

/** By member and month: read month by month, so they come here as tables. */
async function stageMonths(
  engine: DuckDb,
  site: ScanSite,
  { time_zone, words }: FundingScope,
): Promise<void> {
  const bring = async (name: string, query: string): Promise<void> => {
    const found = await site.reduce(`${name}_sums`, query);
    await engine.run(`CREATE OR REPLACE TEMP TABLE ${name} AS SELECT * FROM ${found}`);
  };
  await bring(
    'pp_fund_pay',
    `SELECT m.member_no, any_value(m.member_id) AS member_id,
      ${words.month('accrued_on')} AS month,
      max(accrued_on) AS last_on, CAST(sum(amount_minor) AS BIGINT) AS pay_minor
    FROM commission_funding c JOIN member m ON m.member_id = c.beneficiary_id
    WHERE accrued_on IS NOT NULL GROUP BY m.member_no, 3 HAVING sum(amount_minor) > 0`,
  );
  const day = await localDay(site.engine, 'pp_fund_order', ['bought_at'], time_zone);
  await bring(
    'pp_fund_sale',
    `SELECT CAST(m.member_no AS INTEGER) AS member_no,
      ${words.month(day('o.bought_at'))} AS month,
      CAST(sum(kept_minor) AS DOUBLE) AS sales,
      CAST(coalesce(sum(kept_minor) FILTER (WHERE funding = 'outside_retail'), 0) AS DOUBLE)
        AS outside,
      CAST(coalesce(sum(kept_minor) FILTER (WHERE funding = 'unknown'), 0) AS DOUBLE) AS unknown
    FROM pp_fund_order o
    JOIN member m ON m.member_id = CASE WHEN funding = 'outside_retail' OR o.buyer_id IS NULL
      THEN coalesce(o.promoter_id, o.buyer_id) ELSE o.buyer_id END
    WHERE kept_minor > 0 AND o.bought_at IS NOT NULL
      AND ${isWhole('o')}
    GROUP BY 1, 2`,
  );
}

async function oneMonth(engine: DuckDb, tree: TreeOrder, month: string): Promise<void> {
  const sums = amounts.map(() => new Float64Array(tree.count));
  let all = 0;
  await readColumns(
    engine,
    `SELECT member_no, ${amounts.join(', ')} FROM pp_fund_sale WHERE month = ${sqlText(month)}`,
    ['int', 'double', 'double', 'double'],
    ([no, ...columns]) => {
      columns.forEach((column, i) => {
        for (let row = 0; row < column.length; row++) sums[i]![no![row]!]! += column[row]!;
      });
      for (const one of columns[0]!) all += one;
    },
  );
  if (all > Number.MAX_SAFE_INTEGER) {
    throw new PolyprismError('network.sum_too_large', { limit: Number.MAX_SAFE_INTEGER });
  }
  for (const amount of sums) sumUpward(tree, amount);
  const paid = await paidIn(engine, month);
  await writeColumns(engine, 'pp_fund_month', {
    member_no: paid,
    ...Object.fromEntries(
      amounts.map((name, i) => [name, Float64Array.from(paid, (no) => sums[i]![no]!)]),
    ),
  });
  const columns = [...columnsOf('downline_sales').keys()].join(', ');
  await engine.run(`INSERT INTO downline_sales (${columns})
    SELECT p.member_id, p.month, p.last_on, p.pay_minor,
      ${amounts.map((name) => `CAST(s.${name} AS BIGINT)`).join(', ')}
    FROM pp_fund_pay p JOIN pp_fund_month s ON s.member_no = p.member_no
    WHERE p.month = ${sqlText(month)} ORDER BY p.member_id`);
  await engine.run('DROP TABLE pp_fund_month');
}

/** Numbers of the members with pay in the month. */
async function paidIn(engine: DuckDb, month: string): Promise<Int32Array> {
  const rows: number[] = [];
  await readColumns(
    engine,
    `SELECT CAST(member_no AS INTEGER) FROM pp_fund_pay WHERE month = ${sqlText(month)}`,
    ['int'],
    ([no]) => {
      for (const one of no!) rows.push(one);
    },
  );
  return Int32Array.from(rows);
}

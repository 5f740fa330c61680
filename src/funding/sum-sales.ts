import { createTable } from '../engine/create-table.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import { columnsOf } from '../model/tables.ts';
import { localDay } from '../network/local-day.ts';
import type { FundingScope } from './scope.ts';
import { isWhole } from './stage-orders.ts';

/** `sales_month`: a month's sales by what they are. Orders that were split count by their parts. */
export async function sumSales(
  engine: DuckDb,
  site: ScanSite,
  { time_zone, words }: FundingScope,
): Promise<void> {
  await createTable(engine, 'sales_month');
  const day = await localDay(site.engine, 'pp_fund_order', ['bought_at'], time_zone);
  const columns = [...columnsOf('sales_month').keys()].join(', ');
  const of = (where: string): string =>
    `CAST(coalesce(sum(kept_minor) FILTER (WHERE ${where}), 0) AS BIGINT)`;
  const months = await site.reduce(
    'pp_fund_sales',
    `SELECT ${words.month('bought_on')} AS month, max(bought_on) AS last_on,
      ${of('TRUE')} AS sales, ${of("funding = 'outside_retail'")} AS outside,
      ${of("funding = 'own_use'")} AS own_use,
      ${of("funding IN ('qualifying_purchase', 'entry_fee')")} AS qualifying,
      ${of("funding = 'unknown'")} AS unknown,
      count(*) FILTER (WHERE kept_minor IS NULL) AS unpriced
    FROM (
      SELECT ${day('bought_at')} AS bought_on, funding, kept_minor FROM pp_fund_order o
      WHERE bought_at IS NOT NULL AND ${isWhole('o')}
    ) GROUP BY 1`,
  );
  await engine.run(`INSERT INTO sales_month (${columns}) SELECT * FROM ${months} ORDER BY 1`);
}

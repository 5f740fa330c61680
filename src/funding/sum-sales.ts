import { createTable } from '../engine/create-table.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import { columnsOf } from '../model/tables.ts';
import { localDay } from '../network/local-day.ts';
import type { FundingScope } from './scope.ts';

/** `sales_month`: a month's sales by what they are. Orders that were split count by their parts. */
export async function sumSales(engine: DuckDb, { time_zone }: FundingScope): Promise<void> {
  await createTable(engine, 'sales_month');
  const day = await localDay(engine, 'pp_fund_order', ['bought_at'], time_zone);
  const columns = [...columnsOf('sales_month').keys()].join(', ');
  const of = (where: string): string =>
    `CAST(coalesce(sum(kept_minor) FILTER (WHERE ${where}), 0) AS BIGINT)`;
  await engine.run(`INSERT INTO sales_month (${columns})
    SELECT strftime(bought_on, '%Y-%m'), max(bought_on), ${of('TRUE')},
      ${of("funding = 'outside_retail'")}, ${of("funding = 'own_use'")},
      ${of("funding IN ('qualifying_purchase', 'entry_fee')")}, ${of("funding = 'unknown'")},
      count(*) FILTER (WHERE kept_minor IS NULL)
    FROM (
      SELECT ${day('bought_at')} AS bought_on, funding, kept_minor FROM pp_fund_order
      WHERE bought_at IS NOT NULL AND order_id NOT IN (SELECT parent_order_id FROM pp_fund_order
        WHERE parent_order_id IS NOT NULL)
    ) GROUP BY 1 ORDER BY 1`);
}

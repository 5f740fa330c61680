import type { DuckDb } from '../engine/duckdb.ts';
import type { TableName } from '../model/tables.ts';
import { scopeOf } from './scope.ts';
import type { FundingOptions } from './scope.ts';
import { stageEntries } from './stage-entries.ts';
import { stageOrders } from './stage-orders.ts';
import { stageParticipants } from './stage-participants.ts';
import { stagePayments } from './stage-payments.ts';
import { sumBands } from './sum-bands.ts';
import { sumDownlineSales } from './sum-downline-sales.ts';
import { sumGains } from './sum-gains.ts';
import { sumSales } from './sum-sales.ts';
import { traceCommissions } from './trace-commissions.ts';

/**
 * Makes `commission_funding`, `funding_band`, `sales_month`, `downline_sales` and `member_gain` of
 * `commission`, `fee`, `order`, `after_sale`, `member`, `plan`, `plan_rule`, `withdrawal` and
 * `network_member`. Those supplied stay as they are; those nobody wants are left out.
 * Leaves nothing else behind.
 */
export async function deriveFunding(engine: DuckDb, options: FundingOptions): Promise<void> {
  const scope = scopeOf(options);
  const { wanted } = options;
  try {
    await stagePayments(engine, scope);
    await stageParticipants(engine, scope);
    await stageOrders(engine, scope);
    await stageEntries(engine, scope);
    const due = (table: TableName, ...needing: TableName[]): boolean =>
      !scope.has(table) && [table, ...needing].some((one) => wanted?.has(one) ?? true);
    if (due('commission_funding', 'funding_band', 'downline_sales')) {
      await traceCommissions(engine, scope);
    }
    if (due('funding_band')) await sumBands(engine);
    if (due('sales_month')) await sumSales(engine, scope);
    if (due('downline_sales')) await sumDownlineSales(engine, scope);
    if (due('member_gain')) await sumGains(engine, scope);
  } finally {
    await clear(engine);
  }
}

/** Drops the working tables. */
async function clear(engine: DuckDb): Promise<void> {
  const rows = await engine.rows(`SELECT table_name FROM duckdb_tables()
    WHERE temporary AND starts_with(table_name, 'pp_fund_') ORDER BY table_name`);
  for (const row of rows) await engine.run(`DROP TABLE IF EXISTS ${String(row['table_name'])}`);
}

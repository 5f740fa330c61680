import type { DuckDb } from '../engine/duckdb.ts';
import { scansHere } from '../engine/scan-site.ts';
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
 * Leaves nothing else behind. What is a row for each order or commission stays where it is scanned;
 * sums by member and month come here.
 */
export async function deriveFunding(engine: DuckDb, options: FundingOptions): Promise<void> {
  const scope = scopeOf(options);
  const { wanted, site = scansHere(engine) } = options;
  try {
    await stagePayments(site, scope);
    await stageParticipants(site, scope);
    await stageOrders(site, scope);
    await stageEntries(site, scope);
    const due = (table: TableName, ...needing: TableName[]): boolean =>
      !scope.has(table) && [table, ...needing].some((one) => wanted?.has(one) ?? true);
    if (due('commission_funding', 'funding_band', 'downline_sales')) {
      await traceCommissions(site, scope);
    }
    if (due('funding_band')) await sumBands(engine, site, scope);
    if (due('sales_month')) await sumSales(engine, site, scope);
    if (due('downline_sales')) await sumDownlineSales(engine, site, scope);
    if (due('member_gain')) await sumGains(engine, site, scope);
  } finally {
    await site.clear('pp_fund_');
  }
}

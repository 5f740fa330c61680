import type { ScanSite } from '../engine/scan-site.ts';
import type { SqlRow } from '../engine/sql-engine.ts';
import type { FundingCash } from '../model/report-funding.ts';
import { exactMinor } from './exact-minor.ts';
import { scopeOf } from './scope.ts';
import type { FundingOptions, FundingScope } from './scope.ts';
import { isWhole } from './stage-orders.ts';
import { stagePayments } from './stage-payments.ts';

/**
 * Commission that stands beside what came in. Unpaid commission is more than what is left exactly
 * where commission is more than what came in, however much of it has been paid: both sides lose
 * the same sum.
 */
export async function compareCash(site: ScanSite, options: FundingOptions): Promise<FundingCash> {
  const scope = scopeOf({ ...options, site });
  await stagePayments(site, scope);
  const [came = {}] = await site.engine.rows(cameInSql());
  await site.clear('pp_fund_');
  const [owed = {}] = await site.engine.rows(`
    SELECT CAST(coalesce(sum(amount_minor), 0) AS BIGINT) AS accrued,
      CAST(coalesce(sum(amount_minor) FILTER (WHERE status = 'paid'), 0) AS BIGINT) AS paid,
      count(*) FILTER (WHERE amount_minor IS NULL) AS unpriced
    FROM commission WHERE status IS DISTINCT FROM 'reversed'
      AND (accrued_at IS NULL OR accrued_at < ${scope.before})`);
  const fees = exactMinor(came['fees']);
  const orders = exactMinor(came['orders']);
  const cash_in = exactMinor(fees + orders);
  const stored = exactMinor(came['stored']);
  const unnamed = exactMinor(came['unnamed']);
  const unpriced = exactMinor(came['fees_unpriced']) + exactMinor(came['orders_unpriced']);
  const accrued = exactMinor(owed['accrued']);
  const paid = scope.has('commission.status') ? exactMinor(owed['paid']) : null;
  const more = accrued > cash_in;
  const needs = more
    ? missingCash(scope, came, accrued <= cash_in + unnamed)
    : exactMinor(owed['unpriced']) > 0
      ? ['commission.amount_minor']
      : [];
  return {
    fees,
    orders,
    cash_in,
    stored,
    unnamed,
    unpriced,
    accrued,
    paid,
    unpaid: paid === null ? null : accrued - paid,
    left: paid === null ? null : cash_in - paid,
    exceeds: needs.length > 0 ? null : more,
    needs,
  };
}

/** What more could have come in than the data say. */
function missingCash(scope: FundingScope, came: SqlRow, kind_decides: boolean): string[] {
  const priced = (table: 'fee' | 'order'): boolean =>
    scope.has(table) && Number(came[`${table}s_unpriced`]) === 0;
  return [
    ...(kind_decides ? ['fee.kind'] : []),
    ...(priced('fee') ? [] : ['fee.amount_minor']),
    ...(priced('order') ? [] : ['order.paid_minor']),
  ];
}

/** An order that was split counts by its parts, one paid as a fee as the fee. */
function cameInSql(): string {
  const sum = (where: string): string =>
    `CAST(coalesce(sum(kept_minor) FILTER (WHERE ${where}), 0) AS BIGINT)`;
  return `WITH payments AS (
      SELECT CASE WHEN f.funding <> 'unknown' THEN 'fees' WHEN f.kind = 'recharge' THEN 'stored'
          ELSE 'unnamed' END AS what,
        coalesce(f.kept_minor, o.kept_minor) AS kept_minor
      FROM pp_fund_fee f LEFT JOIN pp_fund_paid o ON o.fee_id = f.fee_id
      UNION ALL
      SELECT 'orders', kept_minor FROM pp_fund_paid o
      WHERE fee_id IS NULL AND ${isWhole('o', 'pp_fund_paid')}
    )
    SELECT ${sum("what = 'fees'")} AS fees, ${sum("what = 'orders'")} AS orders,
      ${sum("what = 'stored'")} AS stored, ${sum("what = 'unnamed'")} AS unnamed,
      count(*) FILTER (WHERE kept_minor IS NULL AND what IN ('fees', 'unnamed')) AS fees_unpriced,
      count(*) FILTER (WHERE kept_minor IS NULL AND what = 'orders') AS orders_unpriced
    FROM payments`;
}

import type { PartSql } from './owed-report.ts';

/**
 * Order 37 art. 8: above this sum a year (100,000 yuan, in fen) small trade has to be registered.
 * Rolling twelve months and gross, as provision cn.order37.art8 reads it.
 */
const turnover_max_minor = 10_000_000;

/** Whether an operator `o` was there at the end of the reference date; null `entered_at` counts. */
export function isThere({ on, day }: PartSql): string {
  return `coalesce(o.deleted, FALSE) = FALSE AND coalesce(o.status, 'active') <> 'closed'
    AND (o.entered_at IS NULL OR ${day('o.entered_at')} <= ${on})`;
}

/** A code, or a form that only registration gives. */
export const isRegistered = `coalesce(nullif(trim(o.credit_code), '') IS NOT NULL
    OR o.kind IN ('company', 'individual_business'), FALSE)`;

/** A person, or who declares to be exempt, without either. */
export const isUnregistered = `(NOT ${isRegistered}
    AND (coalesce(o.kind = 'person', FALSE) OR coalesce(o.registration_exempt, FALSE)))`;

/** The tables do not say which. */
export const isUntold = `(NOT ${isRegistered} AND NOT ${isUnregistered})`;

/** Names of the shops of each operator of these kinds that are open on the reference date. */
export function shopNames({ on, day }: PartSql, kinds: string): string {
  return `SELECT s.operator_id, string_agg(s.name, '；' ORDER BY s.shop_id) AS names
    FROM shop s
    WHERE ${kinds} AND nullif(trim(s.name), '') IS NOT NULL
      AND (s.opened_at IS NULL OR ${day('s.opened_at')} <= ${on})
      AND (s.closed_at IS NULL OR ${day('s.closed_at')} > ${on})
    GROUP BY s.operator_id`;
}

/** Paid orders of the twelve months up to the reference date, by operator. */
export function soldInYear({ on, day }: PartSql): string {
  return `SELECT od.operator_id, sum(CAST(od.paid_minor AS HUGEINT)) AS sold_minor
    FROM orders od
    WHERE ${day('od.paid_at')} <= ${on}
      AND ${day('od.paid_at')} > CAST(${on} - INTERVAL 12 MONTH AS DATE)
    GROUP BY od.operator_id`;
}

/** 'yes' where either figure passes the line, 'no' only where the source states the turnover. */
export const overLine = `CASE
    WHEN o.turnover_year_minor > ${turnover_max_minor} OR t.sold_minor > ${turnover_max_minor}
      THEN 'yes'
    WHEN o.turnover_year_minor IS NOT NULL THEN 'no' END`;

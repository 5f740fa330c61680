/** What the SQL of facts is written with. */
export interface FactsSql {
  /** The day facts are counted up to, 'YYYY-MM-DD'. */
  readonly as_of: string;
  /** SQL for the calendar date, in the zone of the data, of an instant. */
  readonly day: (instant: string) => string;
}

/** Columns without which a part cannot be told, by the part's name. */
export const factNeeds: Readonly<Record<string, readonly string[]>> = {
  penalty: ['penalty_case.operator_id', 'penalty_case.decided_at'],
  measure: ['measure.operator_id', 'measure.kind', 'measure.decided_at'],
  complaint: ['order.order_id', 'order.operator_id', 'order.ordered_at', 'complaint.order_id'],
  return: ['order.order_id', 'order.operator_id', 'order.ordered_at', 'after_sale.order_id'],
};

/** Rows `operator_id`: everybody a sheet is made for. */
export function operatorsSql(): string {
  return `SELECT operator_id FROM operator
    WHERE operator_id IS NOT NULL AND coalesce(deleted, FALSE) = FALSE
      AND coalesce(status, 'active') <> 'closed' ORDER BY operator_id`;
}

/** Rows `part, operator_id, "on", ref`: dated events, in full order. */
export function eventsSql({ day, as_of }: FactsSql): string {
  return `SELECT part, operator_id, CAST(on_day AS VARCHAR) AS "on", ref FROM (
      SELECT 'penalty' AS part, operator_id, ${day('decided_at')} AS on_day, case_id AS ref
      FROM penalty_case
      UNION ALL
      SELECT 'measure', operator_id, ${day('decided_at')}, measure_id FROM measure
      WHERE kind NOT IN ('warning', 'none')
    ) e
    WHERE operator_id IS NOT NULL AND on_day <= DATE '${as_of}'
    ORDER BY part, operator_id, on_day, ref`;
}

/** Orders asked to be given back: not exchanged or repaired, and not withdrawn. */
export const isReturn = `coalesce(kind, 'return') IN ('refund_only', 'return')
    AND coalesce(status, 'open') <> 'withdrawn'`;

/**
 * Rows `operator_id, out_of, complaint, return`: orders of the twelve months up to the day, and
 * those among them with a complaint or a return.
 */
export function sharesSql({ day, as_of }: FactsSql): string {
  return `WITH complained AS (SELECT DISTINCT order_id FROM complaint WHERE order_id IS NOT NULL),
    returned AS (SELECT DISTINCT order_id FROM after_sale
      WHERE order_id IS NOT NULL AND ${isReturn})
    SELECT o.operator_id, count(*) AS out_of, count(c.order_id) AS complaint,
      count(r.order_id) AS "return"
    FROM orders o
    LEFT JOIN complained c ON c.order_id = o.order_id
    LEFT JOIN returned r ON r.order_id = o.order_id
    WHERE o.operator_id IS NOT NULL AND ${day('o.ordered_at')} <= DATE '${as_of}'
      AND ${day('o.ordered_at')} > CAST(DATE '${as_of}' - INTERVAL 12 MONTH AS DATE)
    GROUP BY o.operator_id ORDER BY o.operator_id`;
}

import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { TableName } from '../../model/tables.ts';
import { sqlName } from '../../engine/duckdb.ts';
import { loadedRelation } from './loaded-relation.ts';

/** Columns that record something that happened; expiry dates and plans for later are not here. */
const events: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  member: ['joined_at', 'bound_at'],
  fee: ['paid_at'],
  commission: ['accrued_at', 'paid_at'],
  withdrawal: ['requested_at', 'paid_at'],
  listing: ['listed_at'],
  content: ['published_at'],
  order: ['ordered_at', 'paid_at', 'shipped_at', 'delivered_at'],
  shipment: ['shipped_at', 'delivered_at'],
  after_sale: ['requested_at', 'answered_at', 'received_back_at', 'refunded_at'],
  review: ['created_at', 'deleted_at'],
  complaint: ['received_at', 'answered_at', 'closed_at'],
  quality_event: ['at'],
  verification: ['checked_at'],
  measure: ['decided_at', 'notified_at'],
  submission: ['submitted_at'],
};

/**
 * From here on an instant is a sentinel: the end of 32-bit time and the year 2099 stand for
 * "never" in real data, also in columns of events.
 */
const sentinelFrom = '2038-01-01';

/** The last instant an event happened, ISO 8601 UTC; null when no event has a date. */
export async function dataUntil(
  engine: SqlEngine,
  of: (table: TableName) => string = loadedRelation,
): Promise<string | null> {
  const parts = Object.entries(events).map(([table, columns]) => {
    const instants = columns.map(
      (column) => `max(${sqlName(column)}) FILTER (WHERE ${sqlName(column)} < '${sentinelFrom}')`,
    );
    const relation = of(table as TableName);
    const last = instants.length === 1 ? instants[0] : `greatest(${instants.join(', ')})`;
    return `SELECT ${last} AS last_at FROM ${relation}`;
  });
  const [row] = await engine.rows(
    `SELECT max(last_at) AS last_at FROM (${parts.join(' UNION ALL ')})`,
  );
  return row === undefined || row['last_at'] === null ? null : String(row['last_at']);
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sqlText } from '../../engine/duckdb.ts';
import type { DuckDbPool } from '../../engine/duckdb-pool.ts';
import type { SqlRow } from '../../engine/sql-engine.ts';
import { importedTables, shapeOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';

/** Rows of one table shown of one order; whoever has more is told so. */
const rows_max = 200;

export interface OrderRow {
  readonly table: TableName;
  readonly id: string;
  readonly row: SqlRow;
}

export interface OrderRows {
  readonly rows: readonly OrderRow[];
  /** Tables of which there are more rows than are told. */
  readonly cut: readonly TableName[];
}

/** A table of a snapshot as SQL reads it; null where an older snapshot has no such table. */
export function snapshotTable(out: string, table: TableName): string | null {
  const path = join(out, 'snapshot', `${table}.parquet`);
  return existsSync(path) ? `read_parquet(${sqlText(path)})` : null;
}

/**
 * An order with all rows that name it, and those it names: listings by its lines, the content and
 * the live session it came from, its operator, its group buy. Null where there is no such order.
 */
export async function orderRows(
  pool: DuckDbPool,
  out: string,
  order_id: string,
): Promise<OrderRows | null> {
  const cut: TableName[] = [];
  const ask = async (table: TableName, column: string, ids: Iterable<unknown>) => {
    const from = snapshotTable(out, table);
    const { key } = shapeOf(table);
    const wanted = [...new Set(ids)].filter((id) => id !== null && id !== undefined).map(String);
    if (from === null || key === null || wanted.length === 0) return [];
    const rows = await pool.rows(`SELECT * FROM ${from}
      WHERE ${column} IN (${wanted.map(sqlText).join(', ')})
      ORDER BY ${key} LIMIT ${rows_max + 1}`);
    if (rows.length > rows_max) cut.push(table);
    return rows.slice(0, rows_max).map((row): OrderRow => ({ table, id: String(row[key]), row }));
  };
  const [order] = await ask('order', 'order_id', [order_id]);
  if (order === undefined) return null;
  const own = tablesOfOrders.map(async (table) => await ask(table, 'order_id', [order_id]));
  const ofOrder = (await Promise.all(own)).flat();
  const lines = ofOrder.filter(({ table }) => table === 'order_line');
  const content = await ask('content', 'content_id', [order.row['content_id']]);
  const sessions = [order, ...content].map(({ row }) => row['live_session_id']);
  const named = await Promise.all([
    ask(
      'listing',
      'listing_id',
      lines.map(({ row }) => row['listing_id']),
    ),
    ask('live_session', 'live_session_id', sessions),
    ask('operator', 'operator_id', [order.row['operator_id']]),
    ask('shop', 'shop_id', [order.row['shop_id']]),
    ask('group_buy', 'group_buy_id', [order.row['group_buy_id']]),
    ask('share', 'share_id', [order.row['share_id']]),
  ]);
  return { rows: [...named.flat(), ...content, order, ...ofOrder], cut: cut.toSorted() };
}

/** Imported tables whose rows belong to an order. */
const tablesOfOrders = importedTables().filter(
  (table) => table !== 'order' && Object.hasOwn(shapeOf(table).columns, 'order_id'),
);

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sqlText } from '../../../engine/duckdb.ts';
import { addDays } from '../../../model/days.ts';
import { ordersList } from '../../contract/orders.ts';
import { readInspection } from '../../inspections/inspection-folder.ts';
import { seenInspection } from '../../inspections/seen-inspection.ts';
import { amountIn, textIn } from '../../network/member-rows.ts';
import { offsetOf, pageOfOffset } from '../../network/page-of-offset.ts';
import { dayStart } from '../../orders/day-start.ts';
import { snapshotTable } from '../../orders/order-rows.ts';
import { snapshotOf } from '../../orders/snapshot-of.ts';
import { handle } from '../../server.ts';

const list = handle(ordersList)(async (call) => {
  const { limit, cursor, with_findings, ...asked } = call.asked.query;
  const from = offsetOf(cursor);
  const seen = await seenInspection(call, call.asked.params.inspection_id);
  const { time_zone, currency } = await snapshotOf(seen);
  const place = { workspace: call.server.workspace, tenant_id: seen.tenant_id };
  const { packs } = await readInspection(place, seen.id);
  // Whoever lists orders reads one next: what judges its rows is made ready meanwhile.
  call.server.row_checks({ packs, as_of: seen.as_of, currency }).catch(() => undefined);
  const orders = snapshotTable(seen.out, 'order');
  if (orders === null) return { status: 200, body: { items: [], next: null } };
  const path = join(seen.out, 'orders', 'found.parquet');
  // Inspections of older versions did not count them by order.
  const found = existsSync(path)
    ? `read_parquet(${sqlText(path)})`
    : '(SELECT NULL::VARCHAR AS order_id, 0 AS findings WHERE false)';
  const tests = testsOf(asked, time_zone, snapshotTable(seen.out, 'order_line'));
  if (with_findings === 'true') tests.push(`o.order_id IN (SELECT order_id FROM ${found})`);
  const rows = await call.server.tables.rows(`
    SELECT o.*, coalesce(f.findings, 0) AS findings FROM (
      SELECT order_id, order_no, buyer_id, operator_id, promoter_id, paid_minor, status, ordered_at
      FROM ${orders} o WHERE ${tests.join(' AND ')}
      ORDER BY ordered_at DESC NULLS LAST, order_id LIMIT ${limit + 1} OFFSET ${from}) o
    LEFT JOIN ${found} f ON f.order_id = o.order_id
    ORDER BY ordered_at DESC NULLS LAST, o.order_id`);
  const page = pageOfOffset(rows, from, limit);
  const items = page.items.map((row) => ({
    order_id: String(row['order_id']),
    order_no: textIn(row, 'order_no'),
    buyer_id: textIn(row, 'buyer_id'),
    operator_id: textIn(row, 'operator_id'),
    promoter_id: textIn(row, 'promoter_id'),
    paid_minor: amountIn(row, 'paid_minor'),
    status: textIn(row, 'status'),
    ordered_at: textIn(row, 'ordered_at'),
    findings: Number(row['findings']),
  }));
  return { status: 200, body: { items, next: page.next } };
});

interface Asked {
  readonly order?: string | undefined;
  readonly buyer_id?: string | undefined;
  readonly promoter_id?: string | undefined;
  readonly operator_id?: string | undefined;
  readonly listing_id?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function testsOf(asked: Asked, time_zone: string, lines: string | null): string[] {
  const tests = ['true'];
  for (const column of ['buyer_id', 'promoter_id', 'operator_id'] as const) {
    const value = asked[column];
    if (value !== undefined) tests.push(`o.${column} = ${sqlText(value)}`);
  }
  const { order, listing_id, from, to } = asked;
  if (order !== undefined) {
    tests.push(`(o.order_id = ${sqlText(order)} OR o.order_no = ${sqlText(order)})`);
  }
  if (listing_id !== undefined) {
    tests.push(
      lines === null
        ? 'false'
        : `o.order_id IN (SELECT order_id FROM ${lines} WHERE listing_id = ${sqlText(listing_id)})`,
    );
  }
  const moment = (day: string): string => `TIMESTAMP ${sqlText(dayStart(time_zone, day))}`;
  if (from !== undefined) tests.push(`o.ordered_at >= ${moment(from)}`);
  if (to !== undefined) tests.push(`o.ordered_at < ${moment(addDays(to, 1))}`);
  return tests;
}

export const orderListHandlings = [list];

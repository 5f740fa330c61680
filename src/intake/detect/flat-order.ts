import { assignColumns, traceAssignment } from './assign-columns.ts';
import type { AssignedRole } from './assign-roles.ts';
import type { Draft, MoneyColumn } from './draft.ts';
import { moneyColumn } from './draft-role.ts';
import type { ColumnMapping } from '../mapping.ts';
import { readColumn } from './read-column.ts';
import type { SurveyedTable } from './survey.ts';
import type { Tracer } from './trace.ts';

/**
 * Exports of Shopify, TikTok Shop, Taobao and Douyin hold one row per order line, order columns
 * repeated or on the first row only: the same raw table feeds `order_line` too.
 */
export async function flatOrderLines(
  source: SurveyedTable,
  order: Draft,
  assigned: readonly AssignedRole[],
  tracer: Tracer,
): Promise<Draft[]> {
  const file = source.table.primary_key.length === 0;
  if (!file || assigned.some((one) => one.table === 'order_line')) return [];
  const profiles = await source.profiles();
  const key = order.mapping.columns['order_id'];
  if (typeof key?.column !== 'string') return [];
  const reasons = [{ en: 'names the order of this row', zh: '本行所属订单' }];
  const taken = new Map([['order_id', { raw: key.column, score: 1, reasons }]]);
  const { chosen, candidates } = assignColumns('order_line', source, profiles, taken);
  const has = (column: string): boolean => (chosen.get(column)?.score ?? 0) >= 0.6;
  if (!has('title') || !has('quantity')) return [];
  const columns: Record<string, ColumnMapping> = {};
  const money: MoneyColumn[] = [];
  for (const column of [
    'listing_id',
    'title',
    'quantity',
    'price_minor',
    'reference_price_minor',
  ]) {
    const one = chosen.get(column);
    if (one === undefined) continue;
    const read = readColumn('order_line', column, one.raw, source, profiles.get(one.raw));
    if (read !== null) columns[column] = read;
    if (column.endsWith('_minor')) money.push(moneyColumn(source, column, one.raw, profiles));
  }
  traceAssignment(tracer, 'order_line', source.table.name, chosen, candidates);
  const from = source.table.name;
  return [
    { mapping: { table: 'order_line', from, columns: { order_id: key, ...columns } }, money },
  ];
}

import { sqlName } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { Assignment, Candidate } from './assign-columns.ts';
import { matchColumn } from './match-column.ts';
import { uniqueColumns } from './reference-tests.ts';
import type { SurveyedTable } from './survey.ts';
import { called } from './synonym-types.ts';

const subOrder = called(
  `
    sub order id, sub order no, sub order sn, suborder id, child order id, child order no,
    order item id, order line id, oid, 子订单编号, 子订单号, 子订单id, 子单号`,
);

/**
 * An export with one row per sub-order, each with an amount of its own, holds as many orders as
 * rows: taking the first amount of each main order would lose the others. Where the amount
 * repeats on every row of an order, the order is one.
 */
export async function splitOrders(
  engine: SqlEngine,
  source: SurveyedTable,
  chosen: Assignment,
): Promise<Assignment> {
  const main = chosen.get('order_id');
  const amount = chosen.get('amount_minor') ?? chosen.get('paid_minor');
  if (main === undefined || amount === undefined || source.table.primary_key.length > 0)
    return chosen;
  const named = source.table.columns
    .filter(({ name }) => name !== main.raw)
    .map((column) => ({
      raw: column.name,
      score: matchColumn(column, subOrder, source.strip).score,
    }))
    .filter(({ score }) => score >= 0.6)
    .toSorted((a, b) => b.score - a.score);
  const unique = await uniqueColumns(
    engine,
    source.table,
    named.map(({ raw }) => raw),
  );
  const sub = named.find(({ raw }) => unique.includes(raw));
  if (sub === undefined || !(await differs(engine, source, main.raw, amount.raw))) return chosen;
  const reasons = [
    {
      en: 'names every row, while the amounts of one main order differ from row to row',
      zh: '逐行唯一，而同一主订单各行金额不同',
    },
  ];
  const own: Candidate = { ...sub, reasons };
  return new Map(chosen).set('order_id', own).set('parent_order_id', main);
}

async function differs(
  engine: SqlEngine,
  source: SurveyedTable,
  main: string,
  amount: string,
): Promise<boolean> {
  const [row] = await engine.rows(`
    SELECT count_if(n > 1) AS repeated, count_if(kinds > 1) AS different FROM (
      SELECT count(*) AS n, count(DISTINCT ${sqlName(amount)}) AS kinds
      FROM ${sqlName(source.table.relation)} GROUP BY ${sqlName(main)})`);
  return Number(row?.['different'] ?? 0) > 0.02 * Number(row?.['repeated'] ?? 0);
}

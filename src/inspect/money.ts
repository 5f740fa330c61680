import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import { minorUnitsOf } from '../model/money-units.ts';
import type { ReportMoney } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { relationOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';

/** Sums what the snapshot says of money; null where it says nothing, never zero by default. */
export async function sumMoney(engine: SqlEngine, snapshot: Snapshot): Promise<ReportMoney> {
  const ask = (table: TableName, needs: readonly string[], select: string): Promise<SqlRow> =>
    askTable(engine, snapshot, table, needs, select);

  const fees = await ask(
    'fee',
    ['amount_minor'],
    `sum(amount_minor) FILTER (WHERE paid_at IS NOT NULL OR NOT ${hasPaidAt(snapshot)}) AS total,
     count(*) FILTER (WHERE paid_at IS NOT NULL OR NOT ${hasPaidAt(snapshot)}) AS n`,
  );
  const commissions = await ask(
    'commission',
    ['amount_minor'],
    `sum(amount_minor) FILTER (WHERE amount_minor > 0 AND status IS DISTINCT FROM 'reversed')
       AS total, count(*) AS n`,
  );
  const withdrawals = await ask(
    'withdrawal',
    ['amount_minor'],
    `sum(amount_minor) FILTER (WHERE status IS DISTINCT FROM 'refused') AS total, count(*) AS n`,
  );
  const due = await ask('order', ['amount_minor'], 'sum(amount_minor) AS total');
  const orders = await ask('order', [], 'count(*) AS n');
  const paid = await ask(
    'order',
    ['paid'],
    'sum(coalesce(paid_minor, amount_minor)) FILTER (WHERE paid) AS total, count_if(paid) AS n',
  );
  const refundState = await ask(
    'order',
    ['refund_status'],
    `count_if(refund_status IS NOT NULL AND refund_status <> 'none') AS n`,
  );
  return {
    currency: snapshot.currency,
    minor_units: minorUnitsOf(snapshot.currency),
    fees: number(fees['total']),
    commissions: number(commissions['total']),
    withdrawals: number(withdrawals['total']),
    orders_paid: number(paid['total']),
    orders: number(due['total']),
    refunds: await sumRefunds(ask),
    counts: {
      orders: number(orders['n']),
      orders_paid: number(paid['n']),
      orders_with_refund_status: number(refundState['n']),
      fees: number(fees['n']),
      commissions: number(commissions['n']),
      withdrawals: number(withdrawals['n']),
    },
  };
}

type Ask = (table: TableName, needs: readonly string[], select: string) => Promise<SqlRow>;

/** Refunds stand on the after-sale record where there is one, else on the order. */
async function sumRefunds(ask: Ask): Promise<number | null> {
  const fromAfterSale = await ask('after_sale', ['refunded_minor'], 'sum(refunded_minor) AS total');
  const fromOrders = await ask('order', ['refunded_minor'], 'sum(refunded_minor) AS total');
  return number(fromAfterSale['total']) ?? number(fromOrders['total']);
}

/** One aggregate row of a table; empty when the table or a needed column was not supplied. */
async function askTable(
  engine: SqlEngine,
  snapshot: Snapshot,
  table: TableName,
  needs: readonly string[],
  select: string,
): Promise<SqlRow> {
  const account = snapshot.tables[table];
  if (!account || !needs.every((column) => account.columns_present.includes(column))) return {};
  const [row] = await engine.rows(`SELECT ${select} FROM ${relationOf(table)}`);
  // A sum over no rows is NULL in SQL; over a table that is there and empty it is a known zero.
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, value ?? 0]));
}

function hasPaidAt(snapshot: Snapshot): boolean {
  return snapshot.tables.fee?.columns_present.includes('paid_at') ?? false;
}

function number(value: SqlRow[string] | undefined): number | null {
  return value === undefined || value === null ? null : Number(value);
}

import type { TableName } from '../model/tables.ts';
import { moneyOf } from '../network/live/live-forest.ts';
import type { DataEvent } from './data-event.ts';
import type { LiveState } from './live-state.ts';
import { moneyTables } from './network-events.ts';
import { keyOfRow, tableRows } from './row-store.ts';

type Amount = ReturnType<(typeof moneyTables)['fee']['amountOf']>;

const nothing: Amount = { member: null, amount_minor: 0 };

/** What a row of money counted for before an event; null where its table holds none. */
export function amountBefore(state: LiveState, table: TableName, key: string): Amount | null {
  if (table !== 'fee' && table !== 'commission') return null;
  const row = tableRows(state.rows, table).rows.get(key);
  return row ? moneyTables[table].amountOf(row) : nothing;
}

/** Whether sums over the network might not be exact any more if the event counted. */
export function sumTooLarge(state: LiveState, { rows }: DataEvent): boolean {
  return (['fee', 'commission'] as const).some((table, kind) => {
    const list = rows[table];
    if (!list) return false;
    const { magnitude } = moneyOf(state.network.forest, kind === 0 ? 0 : 1);
    const sum = list.reduce((total, row) => {
      const before = amountBefore(state, table, keyOfRow(table, row))?.amount_minor ?? 0;
      const stated = row['amount_minor'] ?? before;
      return total + Math.abs(before) + Math.abs(Number(stated));
    }, magnitude);
    return sum > Number.MAX_SAFE_INTEGER;
  });
}

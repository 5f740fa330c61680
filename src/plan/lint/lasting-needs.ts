import { isTableName } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { Supply } from '../../provisions/needs.ts';
import { columnsOfRuns } from '../rows/run-rows.ts';

/** Whether no network of the plan could have told it: 'table.column', 'currency EUR'. */
export function isLasting(need: string): boolean {
  const [table = '', column] = need.split('.');
  if (need.startsWith('currency ') || table === 'platform') return true;
  if (column === undefined || !isTableName(table)) return false;
  const columns: readonly string[] = filled[table] ?? [];
  return filled[table] !== undefined && !columns.includes(column);
}

const filled: Readonly<Partial<Record<TableName, readonly string[]>>> = columnsOfRuns;

/** All that the records of a run supply, the plan's own words left out. */
export function suppliedByRuns(currency: string): Supply {
  const { plan: _plan, plan_rule: _rules, ...records } = columnsOfRuns;
  const accounts = Object.entries(records).map(([table, columns_present]) => [
    table,
    { read: 1, refused: 0, columns_present },
  ]);
  return { tables: Object.fromEntries(accounts) as Supply['tables'], currency };
}

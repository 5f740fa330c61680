import type { Provision } from '../../model/provision.ts';
import { isDerived } from '../../model/tables.ts';
import type { RowTables } from '../rows/run-rows.ts';

/**
 * Rows as a provision sees them: only the columns it reads, in any order. Two data sets that are
 * the same in this are the same to it. A table worked out of others is read through all of them.
 */
export function asRead({ reads }: Provision, tables: RowTables): string {
  if (reads.some(({ table }) => isDerived(table))) return JSON.stringify(tables);
  const parts = reads.map(({ table, required, optional }) => {
    const columns = [...required, ...optional];
    const rows = (tables[table] ?? []).map((row) => columns.map((name) => row[name] ?? null));
    return `${table}:${rows
      .map((row) => JSON.stringify(row))
      .toSorted()
      .join()}`;
  });
  return parts.join('\n');
}

import type { Provision } from '../../model/provision.ts';
import { isDerived } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { RowTables } from '../rows/run-rows.ts';

/**
 * Rows as a provision sees them: only the columns it reads, in any order. Two data sets that are
 * the same in this are the same to it. The network is read as who stands under whom and the money
 * of each; any other table worked out of others is read through all of them.
 */
export function asRead({ reads }: Provision, tables: RowTables): string {
  const parts = reads.flatMap(({ table, required, optional }) => {
    if (table === 'network_member' || table === 'network_tree') return network(tables);
    if (isDerived(table)) return [JSON.stringify(tables)];
    return [project(tables, table, [...required, ...optional])];
  });
  return [...new Set(parts)].join('\n');
}

function network(tables: RowTables): string[] {
  return [
    project(tables, 'member', ['member_id', 'recruiter_id', 'placement_id']),
    project(tables, 'fee', ['member_id', 'amount_minor', 'refunded_minor']),
    project(tables, 'commission', ['beneficiary_id', 'amount_minor', 'status']),
  ];
}

function project(tables: RowTables, table: TableName, columns: readonly string[]): string {
  const rows = (tables[table] ?? []).map((row) => columns.map((name) => row[name] ?? null));
  return `${table}:${rows
    .map((row) => JSON.stringify(row))
    .toSorted()
    .join()}`;
}

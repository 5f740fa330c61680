import type { Provision } from '../../model/provision.ts';
import type { RowTables } from '../rows/run-rows.ts';

/**
 * Rows as a provision sees them: only the columns it reads, in any order. Two data sets that are
 * the same in this are the same to it. What is derived from members is read through them.
 */
export function asRead({ reads }: Provision, tables: RowTables): string {
  const parts = reads.map(({ table, required, optional }) => {
    const derived = table === 'network_member' || table === 'network_tree';
    const rows = tables[derived ? 'member' : table] ?? [];
    const columns = derived
      ? ['member_id', 'recruiter_id', 'placement_id']
      : [...required, ...optional];
    const texts = rows.map((row) => columns.map((name) => row[name] ?? null));
    return `${table}:${texts
      .map((row) => JSON.stringify(row))
      .toSorted()
      .join()}`;
  });
  const money = reads.some(({ table }) => table === 'network_member');
  return [...parts, money ? JSON.stringify([tables.fee, tables.commission]) : ''].join('\n');
}

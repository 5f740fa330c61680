import { compareText } from '../model/issue.ts';
import type { Provision } from '../model/provision.ts';
import type { RecordPack } from '../model/record-check.ts';
import { importedTables, isDerived } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';

/** By table: the provisions that have to be asked of the whole data set when a row changes. */
export type SetProvisions = ReadonlyMap<TableName, readonly string[]>;

/**
 * What one row cannot decide is run again on the engine once rows it may read have changed. A
 * derived table is worked out of whatever its maker reads: all but two count as made of every
 * imported table, so that too much is run again rather than too little.
 */
export function setProvisions(packs: readonly RecordPack[]): SetProvisions {
  const all = packs.flatMap(({ provisions }) => provisions);
  const facts = all.filter(({ finds }) => finds === 'fact');
  const factTables = new Set(facts.flatMap(({ reads }) => reads.map(({ table }) => table)));
  const sets = all.filter(({ finds, row }) => finds !== 'fact' && row === null);
  const byTable = new Map<TableName, Set<string>>();
  for (const one of sets) {
    for (const table of sourcesOf(one, factTables)) {
      const known = byTable.get(table) ?? new Set();
      byTable.set(table, known.add(one.id));
    }
  }
  return new Map([...byTable].map(([table, ids]) => [table, [...ids].toSorted(compareText)]));
}

function sourcesOf({ reads }: Provision, factTables: ReadonlySet<TableName>): TableName[] {
  return reads.flatMap(({ table }) => {
    if (!isDerived(table)) return [table];
    if (table === 'screening_hit') return ['listing', 'content'];
    return table === 'classification' ? [...factTables] : importedTables();
  });
}

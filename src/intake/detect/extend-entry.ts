import { columnsOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { ColumnMapping, TableMapping } from '../mapping.ts';
import { rawColumnsOf } from './adapter-columns.ts';
import { candidatesFor } from './assign-columns.ts';
import { readColumn } from './read-column.ts';
import type { Survey } from './survey.ts';
import { synonyms } from './synonyms.ts';

/** Tables operators add columns to; elsewhere an adapter's silence is deliberate. */
const extended = new Set<TableName>(['member', 'order', 'listing']);
const safe = new Set(['instant', 'date', 'int', 'bool']);

/**
 * Adds columns an installation has and the adapter does not read, where a name leaves no doubt
 * and nothing is lost by an error: no ids, no money, no codes.
 */
export async function extendEntry(survey: Survey, entry: TableMapping): Promise<TableMapping> {
  const source = survey.get(entry.from);
  if (!extended.has(entry.table) || source === undefined) return entry;
  const profiles = await source.profiles();
  const read = new Set(rawColumnsOf(entry));
  const added: Record<string, ColumnMapping> = {};
  for (const column of Object.keys(synonyms[entry.table] ?? {})) {
    const shape = columnsOf(entry.table).get(column);
    if (column in entry.columns || shape === undefined || !safe.has(shape.type)) continue;
    const best = candidatesFor(entry.table, column, source, profiles).find(
      ({ raw, score }) => !read.has(raw) && score >= 0.95,
    );
    if (best === undefined) continue;
    const mapping = readColumn(entry.table, column, best.raw, source, profiles.get(best.raw));
    if (mapping === null) continue;
    added[column] = mapping;
    read.add(best.raw);
  }
  return { ...entry, columns: { ...entry.columns, ...added } };
}

import {
  columnsOf,
  isDerived,
  isTableName,
  locatorColumns,
  shapeOf,
  statedNone,
} from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { Column } from '../../model/table-shape.ts';
import { canonicalFamily } from '../../model/snapshot.ts';
import type { Software } from '../../model/snapshot.ts';
import type { ColumnMapping, TableMapping } from '../mapping.ts';
import type { DetectTable } from './staged.ts';

export const canonicalSoftware: Software = {
  name: 'canonical tables',
  family: canonicalFamily,
  score: 1,
  reasons: [
    {
      en: 'every table and every column has the name of a canonical one',
      zh: '所有表名与列名均为标准表的名称',
    },
  ],
};

/** Columns that hold people or what ties them together: pseudonyms from the import on. */
export const personalColumns: ReadonlySet<string> = new Set(['contact', 'person_key', 'link_key']);

/**
 * The mapping of an export that uses the canonical names throughout, so that nothing has to be
 * guessed: each table one to one, amounts in minor units. Null when a single name is another's.
 */
export function canonicalExport(raw: readonly DetectTable[]): readonly TableMapping[] | null {
  const entries = raw.map(entryOf);
  const fitting = entries.filter((entry) => entry !== null);
  return fitting.length > 0 && fitting.length === raw.length ? fitting : null;
}

function entryOf(raw: DetectTable): TableMapping | null {
  const table = tableOf(raw.name);
  if (table === null) return null;
  const known = columnsOf(table);
  const columns: Record<string, ColumnMapping> = {};
  for (const { name } of raw.columns) {
    const shape = known.get(name);
    if (shape === undefined || name in locatorColumns) return null;
    columns[name] = columnOf(name, shape);
  }
  const { key } = shapeOf(table);
  if (key !== null && !(key in columns)) return null;
  return { table, from: raw.name, columns };
}

/** `orders` is what `order` is called in SQL. */
function tableOf(name: string): TableName | null {
  const table = name === 'orders' ? 'order' : name;
  return isTableName(table) && !isDerived(table) ? table : null;
}

function columnOf(name: string, { type, values }: Column): ColumnMapping {
  if (personalColumns.has(name)) return { column: name, as: 'pseudonym' };
  if (type === 'money_minor') return { column: name, as: 'money_minor' };
  if (type === 'text' && values === undefined) return { column: name, blank: [statedNone] };
  return { column: name };
}

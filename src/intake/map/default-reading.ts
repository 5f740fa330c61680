import { columnsOf, tables } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { ColumnType } from '../../model/table-shape.ts';
import type { ColumnMapping, Reading } from '../mapping.ts';

/** Readings each column type takes; the first is what a mapping gets without saying. */
const readings: Readonly<Record<ColumnType, readonly [Reading, ...Reading[]]>> = {
  id: ['id', 'text', 'pseudonym'],
  text: ['text', 'id', 'code', 'pseudonym'],
  int: ['int'],
  money_minor: ['money_major', 'money_minor'],
  instant: ['datetime', 'unix_s', 'unix_ms', 'month_first', 'day_first'],
  date: ['datetime', 'unix_s', 'unix_ms', 'month_first', 'day_first'],
  bool: ['bool', 'code'],
  double: ['ratio', 'percent'],
};

export function readingsOf(type: ColumnType): readonly Reading[] {
  return readings[type];
}

/** The reading of a mapped column: its own, else what the canonical column's type asks for. */
export function readingOf(
  table: TableName,
  column: string,
  mapping: Pick<ColumnMapping, 'as'>,
): Reading {
  if (mapping.as !== undefined) return mapping.as;
  const shape = columnsOf(table).get(column);
  if (shape?.values !== undefined) return 'code';
  return readings[shape?.type ?? 'text'][0];
}

/**
 * Raw values that mean "none": what the mapping lists, else '0' and a spelled-out NULL for ids
 * that refer to something. A table's own key may be 0.
 */
export function noneOf(
  table: TableName,
  column: string,
  mapping: Pick<ColumnMapping, 'as' | 'none'>,
): string[] {
  if (mapping.none !== undefined) return [...mapping.none];
  if (tables[table].key === column) return [];
  return readingOf(table, column, mapping) === 'id' ? ['0', 'NULL', 'null'] : [];
}

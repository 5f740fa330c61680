import type { Localised } from '../../../../src/model/localised.ts';
import { columnsOf, isTableName } from '../../../../src/model/tables.ts';
import type { Column } from '../../../../src/model/table-shape.ts';

export function columnOf(table: string, column: string): Column | null {
  return isTableName(table) ? (columnsOf(table).get(column) ?? null) : null;
}

/** What a column is called; its own name where nobody knows it. */
export function columnText(table: string, column: string): Localised {
  return columnOf(table, column)?.doc ?? { en: column, zh: column };
}

/** A need of a provision in words: `order.deliver_by`, or a table. */
export function needText(need: string, language: keyof Localised): string {
  const [table = '', column] = need.split('.');
  if (column === undefined || columnOf(table, column) === null) return need;
  return `${columnText(table, column)[language]} (${need})`;
}

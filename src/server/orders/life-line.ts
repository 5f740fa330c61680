import { compareText } from '../../model/issue.ts';
import { legalDay } from '../../model/legal-day.ts';
import type { Localised } from '../../model/localised.ts';
import { shapeOf } from '../../model/tables.ts';
import type { OrderRow } from './order-rows.ts';

/** A moment a row speaks of. */
export interface Moment {
  readonly at: string;
  /** Its legal day. */
  readonly on: string;
  readonly column: string;
  readonly what: Localised;
}

/** Columns that say by when something is promised, not when it happened. */
const promised: ReadonlySet<string> = new Set(['ship_by', 'deliver_by']);

/** The moments of a row, first first; of one instant in the order of the table's columns. */
export function momentsOf({ table, row }: OrderRow, time_zone: string): Moment[] {
  const { columns, doc } = shapeOf(table);
  return Object.entries(columns)
    .flatMap(([column, shape]): Moment[] => {
      const at = row[column] ?? null;
      if (shape.type !== 'instant' || typeof at !== 'string' || promised.has(column)) return [];
      const what = {
        en: `${doc.en}: ${shape.doc.en}`,
        zh: `${doc.zh}：${shape.doc.zh}`,
      };
      return [{ at, on: legalDay(time_zone, new Date(at)), column, what }];
    })
    .toSorted((a, b) => compareText(a.at, b.at));
}

/** All moments of an order on one line, and the rows that speak of none, by place. */
export function lifeLine(rows: readonly OrderRow[], time_zone: string) {
  const moments = rows.map((row) => momentsOf(row, time_zone));
  const line = moments
    .flatMap((own, row) => own.map((moment) => ({ ...moment, row })))
    .toSorted((a, b) => compareText(a.at, b.at) || a.row - b.row);
  const undated = moments.flatMap((own, row) => (own.length === 0 ? [row] : []));
  return { line, undated };
}

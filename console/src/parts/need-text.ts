import type { Localised } from '../../../src/model/localised.ts';
import { isTableName, shapeOf } from '../../../src/model/tables.ts';

/** What a provision needs and is not there, `table.column`, in words; as it is where unknown. */
export function needText(need: string): Localised {
  const [table = '', column = ''] = need.split('.');
  const shape = isTableName(table) ? shapeOf(table).columns[column] : undefined;
  if (shape === undefined) return { zh: need, en: need };
  return { zh: columnLabel(shape.doc.zh), en: columnLabel(shape.doc.en) };
}

/** What a column is, as a label: without the list of its values, its first letter large. */
export function columnLabel(text: string): string {
  const bare = text.split(/[:：]/)[0] ?? text;
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

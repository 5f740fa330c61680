import { columnsOf, locatorColumns, statedNone } from '../../model/tables.ts';
import type { Column } from '../../model/table-shape.ts';
import type { PlatformWriter } from '../platform-writer.ts';
import type { AnyRow, FilledTable, Value } from './row.ts';
import { clockOf } from './time.ts';

const FLUSH_CHARS = 256 * 1024;

/** Columns the import computes, whatever a source says. */
const computed = new Set([
  'member_no',
  'recruiter_no',
  'placement_no',
  ...Object.keys(locatorColumns),
]);

/** The columns of a table that a source can fill. */
export function filledColumns(table: FilledTable): [name: string, shape: Column][] {
  return [...columnsOf(table)].filter(([name]) => !computed.has(name));
}

/** Writes a canonical table as CSV, row by row; returns how many there were. */
export async function writeRows(
  writer: PlatformWriter,
  table: FilledTable,
  rows: Iterable<AnyRow>,
): Promise<number> {
  const columns = filledColumns(table);
  const file = writer.file(`${table}.csv`);
  let text = `${columns.map(([name]) => name).join(',')}\r\n`;
  let count = 0;
  for (const row of rows) {
    for (const [i, [name, { type }]] of columns.entries()) {
      if (i > 0) text += ',';
      const value = row[name];
      if (value !== null && value !== undefined) text += field(value, type);
    }
    text += '\r\n';
    count++;
    if (text.length > FLUSH_CHARS) {
      await file.write(text);
      text = '';
    }
  }
  await file.write(text);
  await file.end();
  return count;
}

function field(value: Value, type: Column['type']): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return type === 'instant' ? clockOf(value) : String(value);
  if (value === '') return statedNone;
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { columnsOf, locatorColumns, statedNone } from '../../model/tables.ts';
import type { Column } from '../../model/table-shape.ts';
import type { PlatformWriter } from '../platform-writer.ts';
import { csvField, writeCsvLines } from '../csv.ts';
import type { AnyRow, FilledTable, Value } from './row.ts';
import { clockIn, utcText } from './clock.ts';
import type { World } from './world.ts';

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

/** Writes a canonical table as CSV, row by row, times as told; returns how many there were. */
export async function writeRows(
  writer: PlatformWriter,
  table: FilledTable,
  rows: Iterable<AnyRow>,
  timeText = clockIn('Asia/Shanghai').text,
): Promise<number> {
  const columns = filledColumns(table);
  const first = columns.map(([name]) => name).join(',');
  return await writeCsvLines(writer, `${table}.csv`, first, rows, (row) =>
    lineOf(row, columns, timeText),
  );
}

/** By the wall clock where that is never ambiguous, in UTC elsewhere. */
export function timeTextOf({ market, clock }: World): (seconds: number) => string {
  if (!market.utc) return clock.text;
  return utcText;
}

function lineOf(
  row: AnyRow,
  columns: readonly [name: string, shape: Column][],
  timeText: (seconds: number) => string,
): string {
  let line = '';
  let first = true;
  for (const [name, { type }] of columns) {
    const value = row[name];
    if (first) first = false;
    else line += ',';
    if (value !== null && value !== undefined) line += field(value, type, timeText);
  }
  return line;
}

function field(value: Value, type: Column['type'], timeText: (seconds: number) => string): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return type === 'instant' ? timeText(value) : String(value);
  if (value === '') return statedNone;
  return csvField(String(value));
}

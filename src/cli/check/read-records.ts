import { PolyprismError, nowhere } from '../../model/issue.ts';
import type { Issue } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { isDerived, isTableName } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { readText } from '../read-text.ts';

/** A record of a file, or why there is none at its place. */
export type ReadRecord =
  | { readonly line: number; readonly issue: Issue }
  | {
      readonly line: number;
      readonly table: TableName;
      readonly record: Readonly<Record<string, unknown>>;
      readonly issue: null;
    };

/**
 * The records of a JSON file, or of the standard input for `-`: an object, an array of them, or
 * one on each line. `table` is that of records that name none. A record that cannot be read is
 * told, and the rest is read.
 */
export async function readRecords(path: string, table: string | undefined): Promise<ReadRecord[]> {
  return recordsIn(await readText(path, limits.records_bytes_max), path, table);
}

/** The records a text holds; `file` is where it is from. */
export function recordsIn(text: string, file: string, table: string | undefined): ReadRecord[] {
  const whole = parse(text);
  if (whole !== undefined) {
    const values = Array.isArray(whole) ? whole : [whole];
    return values.map((value, i) => recordOf(value, i + 1, file, table));
  }
  const lines = text.split('\n').map((one, i) => ({ value: parse(one), line: i + 1, text: one }));
  const told = lines.filter((one) => one.text.trim() !== '');
  // Otherwise it is one broken value over many lines.
  if (told[0]?.value === undefined) throw new PolyprismError('check.no_record', seen(text));
  return told.map(({ value, line, text: one }) =>
    value === undefined
      ? { line, issue: issueAt('check.no_record', seen(one), file, line) }
      : recordOf(value, line, file, table),
  );
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function seen(text: string): { readonly seen: string } {
  return { seen: text.trim().slice(0, limits.shown_chars_max) };
}

function recordOf(
  value: unknown,
  line: number,
  file: string,
  otherwise: string | undefined,
): ReadRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const shown = seen(JSON.stringify(value));
    return { line, issue: issueAt('check.no_record', shown, file, line) };
  }
  const { table = otherwise, ...record } = value as Readonly<Record<string, unknown>>;
  if (table === undefined) return { line, issue: issueAt('check.no_table', {}, file, line) };
  const name = String(table);
  if (!isTableName(name) || isDerived(name)) {
    const params = { table: name.slice(0, limits.shown_chars_max) };
    return { line, issue: issueAt('check.unknown_table', params, file, line) };
  }
  return { line, table: name, record, issue: null };
}

function issueAt(
  code: 'check.no_record' | 'check.no_table' | 'check.unknown_table',
  params: Issue['params'],
  file: string,
  line: number,
): Issue {
  return { code, params, count: 1, ...nowhere, file, line };
}

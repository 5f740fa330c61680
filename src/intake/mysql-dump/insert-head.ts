import {
  backslash,
  backtick,
  doubleQuote,
  isBlank,
  isWord,
  lf,
  close,
  open,
  quote,
  semicolon,
} from './bytes.ts';
import { skipBlanks, spells, textOf } from './bytes.ts';
import { needMore } from './gaps.ts';
import type { Stretch } from './gaps.ts';
import type { RowScanner } from './row-scanner.ts';
import { opensLine } from './statement-end.ts';
import { splitAtCommas, TokenReader, tokensOf } from './tokens.ts';
import type { TableName } from './tokens.ts';

/** What stands before the rows of an INSERT. */
export interface InsertHead {
  readonly name: TableName;
  /** Its column list; null without one. */
  readonly columns: readonly string[] | null;
}

/** More than 4,096 names of 64 characters need. */
const head_bytes_max = 2 * 1024 * 1024;
/** A quoted name longer than this has lost its closing quote. */
const name_bytes_max = 1024;

/**
 * Offset of the first row's parenthesis in the INSERT at `from`: the one behind VALUES, or if that
 * word is damaged the first that a row can be read from. Null where there are no rows.
 */
export function findRows(stretch: Stretch, from: number, scanner: RowScanner): number | null {
  const rows = behindValues(stretch, from);
  return rows === null ? behindDamage(stretch, from, scanner) : rows;
}

function behindDamage(stretch: Stretch, from: number, scanner: RowScanner): number | null {
  const { bytes, to } = stretch;
  const limit = Math.min(to, from + 64 * 1024);
  for (let at = from; at < limit && !endsHead(stretch, at); at += 1) {
    if (spells(bytes, at, to, 'select') || spells(bytes, at, to, 'set')) return null;
    if (bytes[at] !== open) continue;
    if (scanner.scan(bytes, at, to) === 'row' && scanner.count > 0) return at;
  }
  return null;
}

/** Whether the statement ends at `at`, or another begins on the next line. */
function endsHead(stretch: Stretch, at: number): boolean {
  const byte = stretch.bytes[at];
  return byte === semicolon || (byte === lf && at + 1 < stretch.to && opensLine(stretch, at + 1));
}

/** Offset of what stands behind VALUES, which in a damaged statement may be no parenthesis. */
function behindValues(stretch: Stretch, from: number): number | null {
  const { bytes, to, final } = stretch;
  const limit = Math.min(to, from + head_bytes_max);
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const byte = bytes[at]!;
    if (endsHead(stretch, at)) return null;
    if (byte === open) depth += 1;
    else if (byte === close) depth -= 1;
    else if (byte === backtick || byte === quote || byte === doubleQuote) {
      at = closing(bytes, at, limit);
      if (at < 0) return limit === to && !final ? needMore : null;
    } else if (isWord(byte)) {
      const start = at;
      while (at + 1 < limit && isWord(bytes[at + 1]!)) at += 1;
      if (depth > 0) continue;
      if (spells(bytes, start, to, 'values') || spells(bytes, start, to, 'value')) {
        const row = skipBlanks(bytes, at + 1, to);
        return row >= to && !final ? needMore : row;
      }
      if (spells(bytes, start, to, 'select') || spells(bytes, start, to, 'set')) return null;
    }
  }
  return limit === to && !final ? needMore : null;
}

function closing(bytes: Uint8Array, start: number, limit: number): number {
  const mark = bytes[start]!;
  for (let at = start + 1; at < Math.min(limit, start + name_bytes_max); at += 1) {
    if (bytes[at] === mark) return at;
    if (bytes[at] === backslash && mark !== backtick) at += 1;
  }
  return -1;
}

/** Whether the statement at `at` puts rows into a table, even if its first word is damaged. */
export function isInsert({ bytes, to }: Stretch, at: number): boolean {
  if (spells(bytes, at, to, 'insert') || spells(bytes, at, to, 'replace')) return true;
  let second = at;
  while (second < to && second - at < 32 && !isBlank(bytes[second]!)) second += 1;
  return spells(bytes, skipBlanks(bytes, second, to), to, 'into');
}

/**
 * Reads the head between the offsets. The table is the name before the first parenthesis, whatever
 * words stand before it: LOW_PRIORITY, IGNORE, INTO, or a damaged one.
 */
export function readHead(bytes: Uint8Array, from: number, rows: number): InsertHead | null {
  const tokens = tokensOf(textOf(bytes, from, rows));
  if (tokens.at(-1)?.type !== 'mark') tokens.pop();
  const reader = new TokenReader(tokens);
  let end = tokens.findIndex(({ type, value }) => type === 'mark' && value === '(');
  if (end < 0) end = tokens.length;
  reader.at = end;
  const partition = tokens[end - 1]?.value.toUpperCase() === 'PARTITION';
  if (partition) {
    reader.group();
    end -= 1;
  }
  const columns = reader.is('(') ? splitAtCommas(reader.group()).map((part) => part[0]!) : null;
  if (columns?.some(({ type }) => type === 'mark')) return null;
  reader.at = end >= 3 && tokens[end - 2]?.value === '.' ? end - 3 : end - 1;
  const name = reader.at > 0 ? reader.tableName() : null;
  return name && { name, columns: columns?.map(({ value }) => value) ?? null };
}

/** `INSERT INTO t SET a = 1, b = 'x'` as a head and one row in parentheses; null for others. */
export function readInsertSet(statement: string): { head: InsertHead; row: string } | null {
  const tokens = tokensOf(statement);
  const set = tokens.findIndex(({ type, value }) => type === 'word' && /^set$/i.test(value));
  const tail = tokens.findIndex(({ value }, i) => i > set && /^on$/i.test(value));
  if (set < 2) return null;
  const reader = new TokenReader(tokens);
  reader.at = tokens[set - 2]?.value === '.' ? set - 3 : set - 1;
  const name = reader.tableName();
  const columns: string[] = [];
  const values: string[] = [];
  for (const part of splitAtCommas(tokens.slice(set + 1, tail < 0 ? undefined : tail))) {
    const equals = part.findIndex(({ type, value }) => type === 'mark' && value === '=');
    const first = part[equals + 1];
    if (equals < 1 || !first) return null;
    columns.push(part[equals - 1]!.value);
    values.push(statement.slice(first.start, part.at(-1)!.end));
  }
  return name && { head: { name, columns }, row: `(${values.join(',')})` };
}

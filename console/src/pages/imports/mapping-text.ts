import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, YAMLMap } from 'yaml';

/** Which canonical column of which raw table is meant. */
export interface Role {
  readonly table: string;
  readonly column: string;
  readonly raw_table: string;
}

/** One mapping for all files: the first with the tables of the others behind its own. */
export function mergedMapping(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  if (others.length === 0) return first;
  const whole = parseDocument(first);
  const tables = whole.get('tables');
  for (const text of others) {
    const further = parseDocument(text).get('tables');
    if (isSeq(tables) && isSeq(further)) tables.items.push(...further.items);
  }
  return written(whole);
}

/** The raw column a role is read from in a mapping; null where it is not, or from several. */
export function columnOf(text: string, role: Role): string | null {
  const columns = columnsOf(parseDocument(text), role);
  const entry: unknown = columns?.get(role.column, true);
  const said = isMap(entry) ? entry.get('column') : isScalar(entry) ? entry.value : null;
  return typeof said === 'string' ? said : null;
}

/** The mapping with a role read from another raw column; null: from none. */
export function withColumn(text: string, role: Role, raw_column: string | null): string {
  const whole = parseDocument(text);
  const columns = columnsOf(whole, role);
  if (columns === undefined) return text;
  const entry: unknown = columns.get(role.column, true);
  if (raw_column === null) columns.delete(role.column);
  else if (isMap(entry)) entry.set('column', raw_column);
  else columns.set(role.column, raw_column);
  return written(whole);
}

export interface Fault {
  readonly line: number;
  readonly column: number;
  /** Of the YAML reader. */
  readonly code: string;
}

/** Where a text is no YAML. */
export function faultsIn(text: string): readonly Fault[] {
  const lines = new LineCounter();
  return parseDocument(text, { lineCounter: lines }).errors.map(({ code, pos: [at] }) => {
    const { line, col } = lines.linePos(at);
    return { line, column: col, code };
  });
}

/** Columns of the entry for a raw table; of several entries the one that has the column. */
function columnsOf(whole: Document, { table, column, raw_table }: Role): YAMLMap | undefined {
  const tables = whole.get('tables');
  if (!isSeq(tables)) return undefined;
  const all = tables.items
    .filter((item) => isMap(item))
    .filter((item) => item.get('table') === table && item.get('from') === raw_table)
    .map((item) => item.get('columns'))
    .filter((columns) => isMap(columns));
  return all.find((columns) => columns.has(column)) ?? all[0];
}

function written(whole: Document): string {
  return whole.toString({ lineWidth: 0 });
}

import { nowhere } from '../../model/issue.ts';
import type { IssueLog } from '../../model/issue.ts';
import { tables } from '../../model/tables.ts';
import type { ColumnMapping, JoinMapping, TableMapping } from '../mapping.ts';
import type { StagedSource } from './staged-input.ts';

/** A table mapping whose raw tables and columns all exist. */
export interface ResolvedEntry {
  readonly mapping: TableMapping;
  readonly source: StagedSource;
  readonly joins: readonly ResolvedJoin[];
  /** Canonical column → its mapping, raw columns that are not there taken out. */
  readonly columns: ReadonlyMap<string, ColumnMapping>;
}

export interface ResolvedJoin {
  readonly mapping: JoinMapping;
  readonly source: StagedSource;
}

/**
 * Holds a mapping against what was staged. Editions of a mall differ by columns, so a missing
 * raw column leaves its canonical column unknown and is recorded; only a missing table, key,
 * required or filter column stops the entry. Null then.
 */
export function resolveEntry(
  mapping: TableMapping,
  staged: ReadonlyMap<string, StagedSource>,
  log: IssueLog,
): ResolvedEntry | null {
  const source = staged.get(mapping.from);
  if (source === undefined) {
    log.add('mapping.table_missing', { table: mapping.from, to: mapping.table }, nowhere);
    return null;
  }
  const joins = resolveJoins(mapping, source, staged, log);
  const has = (reference: string): boolean => isThere(reference, source, joins);
  for (const condition of mapping.where ?? []) {
    if (!has(condition.column)) {
      missing(log, mapping, condition.column, mapping.table);
      return null;
    }
  }
  const columns = new Map<string, ColumnMapping>();
  for (const [name, column] of Object.entries(mapping.columns)) {
    const kept = withPresentColumns(column, has);
    if (kept !== null) columns.set(name, kept);
    else missing(log, mapping, listOf(column.column).join(' / '), `${mapping.table}.${name}`);
  }
  const key = tables[mapping.table].key;
  const needed = [...(mapping.requires ?? []), ...(key === null ? [] : [key])];
  if (needed.some((name) => name in mapping.columns && !columns.has(name))) return null;
  return { mapping, source, joins, columns };
}

/** `column` as a list: none, one or several alternatives. */
export function listOf(column: ColumnMapping['column']): readonly string[] {
  if (column === undefined) return [];
  return typeof column === 'string' ? [column] : column;
}

/** 'alias.column' → its two parts; the alias is null for a column of the row itself. */
export function splitReference(reference: string, aliases: ReadonlySet<string>): Reference {
  const dot = reference.indexOf('.');
  const alias = dot < 0 ? '' : reference.slice(0, dot);
  return aliases.has(alias)
    ? { alias, column: reference.slice(dot + 1) }
    : { alias: null, column: reference };
}

export interface Reference {
  readonly alias: string | null;
  readonly column: string;
}

function resolveJoins(
  mapping: TableMapping,
  source: StagedSource,
  staged: ReadonlyMap<string, StagedSource>,
  log: IssueLog,
): ResolvedJoin[] {
  const joins: ResolvedJoin[] = [];
  for (const join of mapping.join ?? []) {
    const table = staged.get(join.table);
    const own = [...Object.keys(join.on), ...(join.where ?? []).map(({ column }) => column)];
    if (table === undefined) {
      log.add('mapping.table_missing', { table: join.table, to: mapping.table }, nowhere);
    } else if (
      own.every((column) => hasColumn(table, column)) &&
      Object.values(join.on).every((reference) => isThere(reference, source, joins))
    ) {
      joins.push({ mapping: join, source: table });
    } else missing(log, mapping, [...own, ...Object.values(join.on)].join(', '), join.alias);
  }
  return joins;
}

function isThere(reference: string, source: StagedSource, joins: readonly ResolvedJoin[]): boolean {
  const aliases = new Set(joins.map((join) => join.mapping.alias));
  const { alias, column } = splitReference(reference, aliases);
  const table = joins.find((join) => join.mapping.alias === alias)?.source ?? source;
  return hasColumn(table, column);
}

function hasColumn(table: StagedSource, column: string): boolean {
  return table.columns.some(({ name }) => name === column);
}

function withPresentColumns(
  mapping: ColumnMapping,
  has: (reference: string) => boolean,
): ColumnMapping | null {
  if (mapping.when?.every((condition) => has(condition.column)) === false) return null;
  if (mapping.value !== undefined) return mapping;
  const column = listOf(mapping.column).filter(has);
  // Codes stand for all parts together; a text is as long as what there is of it.
  const whole = mapping.combine !== undefined && mapping.codes !== undefined;
  const short = whole && column.length < listOf(mapping.column).length;
  if (column.length === 0 || short) return null;
  const { plus, ...rest } = mapping;
  return { ...rest, column, ...(plus !== undefined && { plus: plus.filter(has) }) };
}

function missing(log: IssueLog, mapping: TableMapping, column: string, to: string): void {
  log.add('mapping.column_missing', { table: mapping.from, column, to }, nowhere);
}

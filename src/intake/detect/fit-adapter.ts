import { tables as canonical } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { TableShape } from '../../model/table-shape.ts';
import type { IssueLog } from '../../model/issue.ts';
import { applyPrefix } from '../adapters/apply-prefix.ts';
import type { ColumnMapping, TableMapping } from '../mapping.ts';
import { referencesOf } from './adapter-columns.ts';
import type { Recognition } from './recognise-software.ts';
import type { Survey } from './survey.ts';

export interface FittedAdapter {
  readonly entries: readonly TableMapping[];
  /** Canonical tables the adapter serves; the others are left to generic detection. */
  readonly served: ReadonlySet<TableName>;
  /** Raw tables the adapter uses, or knows and leaves out on purpose. */
  readonly raw: ReadonlySet<string>;
}

/** Columns without which an adapter's entry is of no use and generic detection does better. */
const vital: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  member: ['member_id', 'recruiter_id'],
  order: ['order_id', 'buyer_id'],
  commission: ['beneficiary_id', 'amount_minor'],
  withdrawal: ['member_id', 'amount_minor'],
};

/** Brings an adapter to the tables and columns that are really there, and reports the rest. */
export function fitAdapter(
  survey: Survey,
  { adapter, prefix }: Recognition,
  log: IssueLog,
): FittedAdapter {
  const { mapping } = applyPrefix(adapter, prefix);
  const entries: TableMapping[] = [];
  const given_up = new Set<TableName>();
  const freed = new Set<string>();
  for (const entry of mapping.tables) {
    const source = survey.get(entry.from);
    if (source === undefined) continue;
    const fitted = fitEntry(survey, entry, log);
    if (fitted === null) {
      given_up.add(entry.table);
      freed.add(entry.from);
    } else entries.push(fitted);
  }
  const kept = entries.filter(({ table }) => !given_up.has(table));
  reportMissing(survey, mapping.tables, new Set(kept.map(({ table }) => table)), log);
  const known = new Set(adapter.fingerprint.tables.map((name) => prefix + name));
  const raw = new Set(
    [...known].filter((name) => survey.get(name) !== undefined && !freed.has(name)),
  );
  for (const entry of kept) {
    if (!freed.has(entry.from)) raw.add(entry.from);
    for (const { table } of entry.join ?? []) raw.add(table);
  }
  return { entries: kept, served: new Set(kept.map(({ table }) => table)), raw };
}

/**
 * A part of a dump lacks most tables of its software, and what that leaves undecided is told by
 * the provisions: an issue is made, once, of a table without which something vital is unknown.
 */
function reportMissing(
  survey: Survey,
  entries: readonly TableMapping[],
  served: ReadonlySet<TableName>,
  log: IssueLog,
): void {
  const told = new Set<string>();
  for (const { table, from } of entries) {
    if (!(table in vital) || served.has(table)) continue;
    if (told.has(from) || survey.get(from) !== undefined) continue;
    told.add(from);
    log.add('detect.table_missing', { table: from, to: table });
  }
}

/** An entry without the columns that are not there; null where what is vital is gone. */
function fitEntry(survey: Survey, entry: TableMapping, log: IssueLog): TableMapping | null {
  const own = new Set(survey.get(entry.from)?.table.columns.map(({ name }) => name));
  const joins = (entry.join ?? []).filter(({ table, on, where }) => {
    const names = new Set(survey.get(table)?.table.columns.map(({ name }) => name));
    const wanted = [...Object.keys(on), ...(where ?? []).map(({ column }) => column)];
    return wanted.every((column) => names.has(column));
  });
  const aliases = new Map(joins.map(({ alias, table }) => [alias, table]));
  const has = (reference: string): boolean => {
    const dot = reference.indexOf('.');
    const table = dot < 0 ? undefined : aliases.get(reference.slice(0, dot));
    if (table === undefined) return own.has(reference);
    const column = reference.slice(dot + 1);
    return survey.get(table)?.table.columns.some(({ name }) => name === column) ?? false;
  };
  if (!(entry.where ?? []).every(({ column }) => has(column))) return null;
  const columns: Record<string, ColumnMapping> = {};
  for (const [column, mapping] of Object.entries(entry.columns)) {
    const fitted = fitColumn(mapping, has);
    if (fitted !== null) columns[column] = fitted;
    else if (!joinsAbsentTable(survey, entry, mapping)) {
      const raw = referencesOf(mapping).join(' / ');
      log.add('detect.column_missing', {
        table: entry.from,
        column: raw,
        to: `${entry.table}.${column}`,
      });
    }
  }
  const key = (canonical[entry.table] as TableShape).key;
  const needed = [...(vital[entry.table] ?? []), ...(key === null ? [] : [key])];
  if (needed.some((column) => column in entry.columns && !(column in columns))) return null;
  const lost = Object.keys(entry.columns).length - Object.keys(columns).length;
  if (lost > 0.4 * Object.keys(entry.columns).length) return null;
  const { join: _join, ...rest } = entry;
  return { ...rest, ...(joins.length > 0 && { join: joins }), columns };
}

/** Whether all a column would be read from is a table that is not there. */
function joinsAbsentTable(survey: Survey, entry: TableMapping, mapping: ColumnMapping): boolean {
  return referencesOf(mapping).every((reference) =>
    (entry.join ?? []).some(
      ({ alias, table }) => reference.startsWith(`${alias}.`) && survey.get(table) === undefined,
    ),
  );
}

function fitColumn(
  mapping: ColumnMapping,
  has: (reference: string) => boolean,
): ColumnMapping | null {
  if (mapping.column === undefined) return mapping;
  const there = [mapping.column].flat().filter(has);
  if (there.length === 0) return null;
  const column = typeof mapping.column === 'string' ? mapping.column : there;
  const { plus, ...rest } = mapping;
  return { ...rest, column, ...(plus !== undefined && { plus: plus.filter(has) }) };
}

import type { Localised } from '../../model/localised.ts';
import { columnsOf, tables } from '../../model/tables.ts';
import type { RawColumn } from '../../model/snapshot.ts';
import type { TableName } from '../../model/tables.ts';
import type { TableShape } from '../../model/table-shape.ts';
import { canCarry } from './column-type.ts';
import { inOurWords } from './member-names.ts';
import { matchColumn } from './match-column.ts';
import type { NameMatch } from './match-column.ts';
import type { ColumnProfile } from './profile.ts';
import type { SurveyedTable } from './survey.ts';
import type { Synonyms } from './synonym-types.ts';
import { synonyms } from './synonyms.ts';
import { rounded } from './trace.ts';
import type { Tracer } from './trace.ts';

export interface Candidate {
  readonly raw: string;
  readonly score: number;
  readonly reasons: readonly Localised[];
}

export type Assignment = ReadonlyMap<string, Candidate>;

/** Below this a likeness is too weak to import a column by. */
export const enough = 0.5;

/** Every raw column that could feed a canonical column, best first. */
export function candidatesFor(
  table: TableName,
  column: string,
  source: SurveyedTable,
  profiles: ReadonlyMap<string, ColumnProfile>,
): Candidate[] {
  const said = synonyms[table]?.[column];
  const type = columnsOf(table).get(column)?.type ?? 'text';
  if (said === undefined) return [];
  const isKey =
    (tables[table] as TableShape).key === column || ['order_id', 'order_no'].includes(column);
  const names = (tables[table] as TableShape).key === column;
  return source.table.columns
    .flatMap((raw): Candidate[] => {
      const { score, reason } = matchRole(raw, said, source);
      if (score < enough || reason === null) return [];
      const fit = canCarry(type, raw, profiles.get(raw.name));
      if (fit === 0 || (table === 'order' && isOfLine(raw.name))) return [];
      const profile = profiles.get(raw.name);
      // Zero is a value of a flag or a count, and none of a reference or a time.
      const zero = type === 'bool' || type === 'int' || type === 'money_minor';
      const values = zero ? profile?.filled : profile?.meant;
      const empty = values === undefined || values === 0 ? 0.9 : 1;
      // A key stands on every row: an export that fills `Id` once per order means another column.
      const gaps = isKey && profile !== undefined && profile.filled < 0.9 * profile.rows ? 0.4 : 1;
      if (names && events.has(table) && !namesRows(profile)) return [];
      return [{ raw: raw.name, score: score * fit * empty * gaps, reasons: [reason] }];
    })
    .toSorted((a, b) => b.score - a.score);
}

/** Tables in which every row is an event of its own. */
const events: ReadonlySet<TableName> = new Set(['order_line', 'fee', 'commission', 'withdrawal']);

/** A key that repeats would make several events one, an empty one would lose them. */
function namesRows(profile: ColumnProfile | undefined): boolean {
  if (profile === undefined || profile.filled < 5) return true;
  return profile.distinct >= 0.9 * profile.filled && profile.filled >= 0.9 * profile.rows;
}

/** A name as it stands, or with what this system calls a member in words of ours. */
function matchRole(raw: RawColumn, said: Synonyms, source: SurveyedTable): NameMatch {
  const plain = matchColumn(raw, said, source.strip);
  const ours = inOurWords(raw.name, source);
  if (ours === null) return plain;
  const translated = matchColumn({ ...raw, name: ours }, said, source.strip);
  return translated.score > plain.score ? translated : plain;
}

/** `Lineitem price`, `SKU subtotal`: of a line, in an export that has both on one row. */
function isOfLine(column: string): boolean {
  return /^(line ?item|sku|子订单)/i.test(column.trim());
}

/**
 * Gives each canonical column the raw column that says it best, the surest first; a raw column
 * is used once. The declared primary key names the row whatever it is called.
 */
export function assignColumns(
  table: TableName,
  source: SurveyedTable,
  profiles: ReadonlyMap<string, ColumnProfile>,
  taken: ReadonlyMap<string, Candidate> = new Map(),
): { chosen: Assignment; candidates: ReadonlyMap<string, readonly Candidate[]> } {
  const shape: TableShape = tables[table];
  const wanted = Object.keys(synonyms[table] ?? {}).filter((column) => !taken.has(column));
  const candidates = new Map(
    wanted.map((column) => [column, candidatesFor(table, column, source, profiles)] as const),
  );
  const chosen = new Map(taken);
  const used = new Set([...taken.values()].map((one) => one.raw));
  const key = declaredKey(source);
  if (key !== null && shape.key !== null && !chosen.has(shape.key)) {
    chosen.set(shape.key, { raw: key, score: 1, reasons: [primaryKey] });
    used.add(key);
  }
  if (table === 'order' && key === null) nameFileOrders(chosen, candidates, used);
  const all = [...candidates].flatMap(([column, list], order) =>
    list.map((one) => ({ column, order, ...one })),
  );
  all.sort((a, b) => b.score - a.score || a.order - b.order);
  for (const { column, raw, score, reasons } of all) {
    if (chosen.has(column) || used.has(raw)) continue;
    chosen.set(column, { raw, score, reasons });
    used.add(raw);
  }
  return { chosen, candidates };
}

/** A file names its orders by the number people see; there is no other key. */
function nameFileOrders(
  chosen: Map<string, Candidate>,
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  used: Set<string>,
): void {
  const named = ['order_id', 'order_no'].flatMap((column) => candidates.get(column) ?? []);
  const best = named.toSorted((a, b) => b.score - a.score)[0];
  if (best === undefined || chosen.has('order_id')) return;
  chosen.set('order_id', best);
  used.add(best.raw);
}

const primaryKey: Localised = { en: 'primary key of the table', zh: '该表主键' };

/** The one column of a primary key, else of the first unique key with one column called id. */
export function declaredKey(source: SurveyedTable): string | null {
  const [only, ...more] = source.table.primary_key;
  return only !== undefined && more.length === 0 ? only : null;
}

/** Writes an assignment, and what lost against it, to the trace. */
export function traceAssignment(
  tracer: Tracer,
  table: TableName,
  raw_table: string,
  chosen: Assignment,
  candidates: ReadonlyMap<string, readonly Candidate[]>,
): void {
  const columns = new Set([...chosen.keys(), ...candidates.keys()]);
  for (const column of columns) {
    const one = chosen.get(column);
    const others = (candidates.get(column) ?? []).filter((other) => other.raw !== one?.raw);
    tracer.columns.push({
      table,
      column,
      raw_table,
      raw_column: one?.raw ?? null,
      score: rounded(one?.score ?? 0),
      reasons: one?.reasons ?? [],
      runners_up: others
        .slice(0, 4)
        .map((other) => ({ raw_column: other.raw, score: rounded(other.score) })),
    });
  }
}

import { currencyOf } from '../model/money-units.ts';
import type { Provision, Reads } from '../model/provision.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { columnsOf, isDerived, isTableName, shapeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import type { RunContext } from './context.ts';

type Supplied = Snapshot['tables'];

/** What a provision is judged on: the tables supplied, and the currency of their amounts. */
export type Supply = Pick<RunContext, 'tables' | 'currency'>;

/**
 * What the data lack that the provision cannot do without: 'table' when it was not supplied,
 * 'table.column' for a required column no source filled, 'table rows' when it is empty, because
 * an empty table proves nothing. Without a single table of those it reads, all of them. Amounts in
 * another currency than its thresholds are 'currency EUR': they cannot be compared.
 */
export function missingNeeds(provision: Provision, { tables, currency }: Supply): string[] {
  const needs = provision.reads.flatMap((reads) => needsOf(reads, tables));
  const anything = provision.reads.some(({ table }) => tableNeed(table, tables) === null);
  if (!anything)
    needs.push(...provision.reads.map(({ table }) => tableNeed(table, tables) ?? table));
  const wanted = currenciesOf(provision).filter((one) => one !== currency);
  return [...new Set([...needs, ...wanted.map((one) => `currency ${one}`)])].toSorted();
}

/** The currencies a provision's thresholds are in. */
function currenciesOf({ parameters }: Provision): string[] {
  return [...new Set(parameters.flatMap(({ unit }) => currencyOf(unit) ?? []))];
}

/** Amounts in a case of its tests are in the currency of its thresholds. */
export function currencyIn(provision: Provision): string {
  return currenciesOf(provision)[0] ?? 'CNY';
}

function needsOf({ table, required }: Reads, supplied: Supplied): string[] {
  if (required.length === 0) return [];
  const need = tableNeed(table, supplied);
  if (need !== null) return [need];
  return required.flatMap((column) => columnNeeds(table, column, supplied));
}

function tableNeed(table: TableName, supplied: Supplied): string | null {
  if (isComputed(table, supplied)) return sourceNeed(shapeOf(table).derived?.from ?? [], supplied);
  const account = supplied[table];
  if (!account || account.columns_present.length === 0) return table;
  return account.read === 0 ? `${table} rows` : null;
}

/** Any one of its sources makes a derived table; without one, the nearest is what is wanted. */
function sourceNeed(sources: readonly string[], supplied: Supplied): string | null {
  const needs = sources.map((source) => needOfColumn(source, supplied));
  if (needs.includes(null)) return null;
  return needs.find((need) => need?.endsWith(' rows')) ?? needs[0] ?? null;
}

function needOfColumn(source: string, supplied: Supplied): string | null {
  const [table = '', column = ''] = source.split('.');
  const account = isTableName(table) ? supplied[table] : undefined;
  if (!account) return table;
  if (!account.columns_present.includes(column)) return source;
  return account.read === 0 ? `${table} rows` : null;
}

function columnNeeds(table: TableName, column: string, supplied: Supplied): string[] {
  if (!isComputed(table, supplied)) {
    return supplied[table]?.columns_present.includes(column) ? [] : [`${table}.${column}`];
  }
  return (columnsOf(table).get(column)?.from ?? []).filter((source) => {
    const [from = '', name = ''] = source.split('.');
    return !(isTableName(from) && supplied[from]?.columns_present.includes(name));
  });
}

/** Worked out by Polyprism from other tables, rather than supplied as it stands. */
function isComputed(table: TableName, supplied: Supplied): boolean {
  return isDerived(table) && supplied[table] === undefined;
}

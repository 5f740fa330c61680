import type { Provision, Reads } from '../model/provision.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isTableName, tables } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';

type Supplied = Snapshot['tables'];

/** Where a derived column comes from; a derived table itself comes from `base`. */
const derivedFrom: Readonly<Record<string, readonly string[]>> = {
  joined_on: ['member.joined_at'],
  people_15_on: ['member.joined_at'],
  people_30_on: ['member.joined_at'],
  people_60_on: ['member.joined_at'],
  people_120_on: ['member.joined_at'],
  levels_3_on: ['member.joined_at'],
  crossed_30_3_on: ['member.joined_at'],
  paid_in_minor: ['fee.amount_minor'],
  subtree_paid_in_minor: ['fee.amount_minor'],
  earned_minor: ['commission.amount_minor'],
  subtree_earned_minor: ['commission.amount_minor'],
};

/**
 * What the data lack that the provision cannot do without: 'table' when it was not supplied,
 * 'table.column' for a required column no source filled, 'table rows' when it is empty, because
 * an empty table proves nothing. Without a single table of those it reads, all of them.
 */
export function missingNeeds(provision: Provision, supplied: Supplied): string[] {
  const needs = provision.reads.flatMap((reads) => needsOf(reads, supplied));
  const anything = provision.reads.some(({ table }) => tableNeed(table, supplied) === null);
  if (!anything)
    needs.push(...provision.reads.map(({ table }) => tableNeed(table, supplied) ?? table));
  return [...new Set(needs)].toSorted();
}

function needsOf({ table, required }: Reads, supplied: Supplied): string[] {
  if (required.length === 0) return [];
  const need = tableNeed(table, supplied);
  if (need !== null) return [need];
  return required.flatMap((column) => columnNeeds(table, column, supplied));
}

function tableNeed(table: TableName, supplied: Supplied): string | null {
  if (isComputed(table, supplied)) return networkNeed(supplied);
  const account = supplied[table];
  if (!account || account.columns_present.length === 0) return table;
  return account.read === 0 ? `${table} rows` : null;
}

/** The forest exists as soon as members name who recruited them, or whom they sit under. */
function networkNeed(supplied: Supplied): string | null {
  const member = supplied.member;
  if (!member) return 'member';
  const { columns_present } = member;
  if (!['recruiter_id', 'placement_id'].some((column) => columns_present.includes(column))) {
    return 'member.recruiter_id';
  }
  return member.read === 0 ? 'member rows' : null;
}

function columnNeeds(table: TableName, column: string, supplied: Supplied): string[] {
  if (!isComputed(table, supplied)) {
    return supplied[table]?.columns_present.includes(column) ? [] : [`${table}.${column}`];
  }
  return (derivedFrom[column] ?? []).filter((source) => {
    const [from = '', name = ''] = source.split('.');
    return !(isTableName(from) && supplied[from]?.columns_present.includes(name));
  });
}

/** Made by the network step out of other tables, rather than supplied as it stands. */
function isComputed(table: TableName, supplied: Supplied): boolean {
  return 'derived' in tables[table] && supplied[table] === undefined;
}

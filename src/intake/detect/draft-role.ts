import { columnsOf, tables } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { TableShape } from '../../model/table-shape.ts';
import type { ColumnMapping, Condition, JoinMapping } from '../mapping.ts';
import { commissionRows, directionOf } from './ledger.ts';
import { codeOfLabel } from './code-labels.ts';
import { assignColumns, traceAssignment } from './assign-columns.ts';
import type { Candidate } from './assign-columns.ts';
import type { Draft, MoneyColumn } from './draft.ts';
import { isContactLike } from './contact-like.ts';
import { unitOf } from './money-unit.ts';
import type { ColumnProfile } from './profile.ts';
import { readColumn } from './read-column.ts';
import { resolveReference } from './resolve-reference.ts';
import type { Target } from './resolve-reference.ts';
import type { Survey, SurveyedTable } from './survey.ts';
import { splitOrders } from './sub-orders.ts';
import { percent } from './trace.ts';
import type { Tracer } from './trace.ts';

/** What canonical reference columns refer to. */
const refersTo: Readonly<Record<string, 'member' | 'order' | 'listing'>> = {
  buyer_id: 'member',
  promoter_id: 'member',
  beneficiary_id: 'member',
  source_member_id: 'member',
  member_id: 'member',
  author_id: 'member',
  streamer_id: 'member',
  order_id: 'order',
  listing_id: 'listing',
};

export type Targets = Readonly<Partial<Record<'member' | 'order' | 'listing', Target>>>;

/** Columns without which a row states no such fact. */
const required: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  commission: ['beneficiary_id'],
};

/** Drafts how one raw table feeds one canonical table. */
export async function draftRole(
  survey: Survey,
  table: TableName,
  source: SurveyedTable,
  targets: Targets,
  tracer: Tracer,
  /** A ledger of all movements rather than of commission. */
  general = false,
): Promise<Draft> {
  const profiles = await source.profiles();
  const { chosen: first, candidates } = assignColumns(table, source, profiles);
  const chosen = table === 'order' ? await splitOrders(survey.engine, source, first) : first;
  const assigned = new Map(chosen);
  const columns: Record<string, ColumnMapping> = {};
  const joins: JoinMapping[] = [];
  const money: MoneyColumn[] = [];
  const key = (tables[table] as TableShape).key;
  for (const [column, one] of chosen) {
    const target = column === key ? undefined : targets[refersTo[column] ?? 'member'];
    if (target !== undefined && refersTo[column] !== undefined) {
      const settled = await settleReference(survey, source, column, one, candidates, target);
      assigned.set(column, settled.candidate);
      joins.push(...settled.join);
      const none = readColumn(
        table,
        column,
        settled.candidate.raw,
        source,
        profiles.get(settled.candidate.raw),
      )?.none;
      columns[column] = { ...settled.mapping, ...(none !== undefined && { none }) };
      continue;
    }
    const read =
      refersTo[column] === 'member' && column !== key && isContactLike(one.raw, source.table)
        ? { column: one.raw, as: 'pseudonym' as const }
        : readColumn(table, column, one.raw, source, profiles.get(one.raw));
    if (read === null) {
      assigned.delete(column);
      continue;
    }
    columns[column] = read;
    if (columnsOf(table).get(column)?.type === 'money_minor') {
      money.push(moneyColumn(source, column, one.raw, profiles));
    }
  }
  derive(table, columns, source, profiles);
  const where = table === 'commission' ? await ledgerRows(source, general) : [];
  const requires = required[table]?.filter((column) => column in columns) ?? [];
  traceAssignment(tracer, table, source.table.name, assigned, candidates);
  return {
    mapping: {
      table,
      from: source.table.name,
      ...(joins.length > 0 && { join: joins }),
      ...(where.length > 0 && { where }),
      columns: inOrder(table, columns),
      ...(requires.length > 0 && { requires }),
    },
    money,
  };
}

export function moneyColumn(
  source: SurveyedTable,
  column: string,
  raw: string,
  profiles: ReadonlyMap<string, ColumnProfile>,
): MoneyColumn {
  const declared = source.table.columns.find((one) => one.name === raw);
  const profile = profiles.get(raw);
  const evidence = declared === undefined ? null : unitOf(declared, profile);
  return { column, raw, evidence, profile, typed: (declared?.type ?? null) !== null };
}

async function ledgerRows(source: SurveyedTable, general: boolean): Promise<Condition[]> {
  const kinds = general ? await commissionRows(source) : null;
  const direction = await directionOf(source);
  return [kinds, direction].filter((condition) => condition !== null);
}

/** Canonical order of columns: the same mapping however it was found. */
function inOrder(
  table: TableName,
  columns: Readonly<Record<string, ColumnMapping>>,
): Record<string, ColumnMapping> {
  const sorted: Record<string, ColumnMapping> = {};
  for (const name of columnsOf(table).keys()) {
    const column = columns[name];
    if (column !== undefined) sorted[name] = column;
  }
  return sorted;
}

/** Takes the candidate whose values are really found in the target. */
async function settleReference(
  survey: Survey,
  source: SurveyedTable,
  column: string,
  first: Candidate,
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  target: Target,
): Promise<{ candidate: Candidate; mapping: ColumnMapping; join: readonly JoinMapping[] }> {
  const others = (candidates.get(column) ?? []).filter((one) => one.raw !== first.raw);
  let best: { candidate: Candidate; mapping: ColumnMapping; join: readonly JoinMapping[] } | null =
    null;
  for (const candidate of [first, ...others.slice(0, 3)]) {
    const { mapping, join, found } = await resolveReference(
      survey,
      source,
      candidate.raw,
      target,
      column.replace(/_id$/, ''),
    );
    const reasons =
      found === null
        ? candidate.reasons
        : [
            ...candidate.reasons,
            {
              en: `${percent(found)} of values stand in ${target.source.table.name}`,
              zh: `${percent(found)} 的取值可在 ${target.source.table.name} 中找到`,
            },
          ];
    const settled = { candidate: { ...candidate, reasons }, mapping, join };
    if (found === null || found >= 0.8) return settled;
    best ??= settled;
  }
  return best ?? { candidate: first, mapping: { column: first.raw }, join: [] };
}

/** Facts a table states in another column than the one asked for. */
function derive(
  table: TableName,
  columns: Record<string, ColumnMapping>,
  source: SurveyedTable,
  profiles: ReadonlyMap<string, ColumnProfile>,
): void {
  if (table === 'fee' && columns['kind'] === undefined) {
    const said = [source.words.tokens.join(' '), source.table.comment ?? ''];
    const kind = said.map((words) => codeOfLabel('fee', 'kind', words)).find((one) => one !== null);
    if (kind) columns['kind'] = { value: kind };
  }
  if (table !== 'order') return;
  const status = columns['status'];
  const paidAt = columns['paid_at'];
  if (columns['paid'] === undefined && status?.codes !== undefined) {
    const { '*': other, ...named } = status.codes;
    const paid = Object.entries(named).flatMap(([raw, code]): [string, string][] =>
      code === 'unpaid' || code === 'cancelled'
        ? [[raw, 'false']]
        : code === 'other'
          ? []
          : [[raw, 'true']],
    );
    const cancelledOnly = !paid.some(([, code]) => code === 'true');
    if (!cancelledOnly && other !== undefined && status.column !== undefined) {
      columns['paid'] = { column: status.column, as: 'bool', codes: Object.fromEntries(paid) };
    }
  }
  if (columns['paid'] === undefined && paidAt?.column !== undefined) {
    columns['paid'] = { column: paidAt.column, as: 'bool', codes: { '0': 'false', '*': 'true' } };
  }
  if (columns['order_no'] === undefined) {
    const key = columns['order_id'];
    const raw = typeof key?.column === 'string' ? key.column : null;
    const profile = raw === null ? undefined : profiles.get(raw);
    if (raw !== null && (profile?.chars_max ?? 0) >= 6 && source.table.primary_key.length === 0) {
      columns['order_no'] = { column: raw };
    }
  }
}

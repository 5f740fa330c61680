import { viewOfRows } from '../../engine/spark/views.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import { canonicalSoftware } from '../../intake/detect/canonical-export.ts';
import { assumeCanonical } from '../../intake/detect/choose-mapping.ts';
import { checkConsistency } from '../../intake/map/consistency.ts';
import { dataUntil } from '../../intake/map/data-until.ts';
import { IssueLog } from '../../model/issue.ts';
import type { Localised } from '../../model/localised.ts';
import type { OnProgress } from '../../model/progress.ts';
import type { RawFile, RawTable, Snapshot, TableAccount } from '../../model/snapshot.ts';
import { importedTables, shapeOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { typesOf } from '../spark-tables.ts';
import { findTables } from './find-tables.ts';
import type { LakeTable, LakeTables } from './find-tables.ts';
import type { LakePlace } from './lake-place.ts';
import { lakeRelation, surveyTable } from './survey-table.ts';
import type { TableSurvey } from './survey-table.ts';

export interface LakeOptions {
  /** Where what is brought down lies. */
  readonly directory: string;
  readonly time_zone?: string;
  readonly currency?: string;
  readonly signal?: AbortSignal;
  readonly progress?: OnProgress;
}

export interface Lake extends Pick<LakeTables, 'unchanged'> {
  readonly snapshot: Snapshot;
}

/**
 * Canonical tables that lie before Spark, as a snapshot of which nothing was read here: each is
 * digested, checked and counted there, and readable in the session under its relation name.
 */
export async function surveyLake(
  spark: SqlEngine,
  place: LakePlace,
  options: LakeOptions,
): Promise<Lake> {
  const { tables, unknown, unchanged } = await findTables(spark, place);
  const log = new IssueLog();
  const { zone, currency } = await assumeCanonical(options);
  const surveyed = new Map<TableName, TableSurvey>();
  for (const [i, one] of tables.entries()) {
    options.signal?.throwIfAborted();
    const at = { done: i, total: tables.length, unit: 'items', rows: 0 } as const;
    options.progress?.({ step: 'read', subject: one.table, ...at });
    const found = await surveyTable(spark, one, { file: i, time_zone: zone.value }, log);
    surveyed.set(one.table, found);
    for (const column of found.unknown) {
      log.add('lake.unused_column', { table: one.name, column });
    }
  }
  for (const name of unknown) log.add('lake.unused_table', { table: name });
  await viewOfNone(spark, new Set(surveyed.keys()));
  const accounts = accountsOf(surveyed);
  await checkConsistency(spark, accounts, log, checkedRelation);
  const snapshot: Snapshot = {
    directory: options.directory,
    in_place: true,
    files: tables.map((one) => fileOf(one, surveyed.get(one.table)!)),
    software: canonicalSoftware,
    raw_tables: [
      ...tables.map((one) => rawTableOf(one, surveyed.get(one.table)!)),
      ...unknown.map(skipped),
    ],
    tables: accounts,
    issues: log.list(),
    assumptions: [zone, currency],
    currency: currency.value,
    time_zone: zone.value,
    data_until: await dataUntil(spark, lakeRelation),
  };
  return { snapshot, unchanged };
}

/** Makes views without rows of the canonical tables that are not there. */
async function viewOfNone(spark: SqlEngine, there: ReadonlySet<TableName>): Promise<void> {
  for (const table of importedTables()) {
    if (!there.has(table)) await viewOfRows(spark, lakeRelation(table), typesOf(table), []);
  }
}

/** As an import has them: tables that are not there have no rows, and none of their columns. */
function accountsOf(
  surveyed: ReadonlyMap<TableName, TableSurvey>,
): Readonly<Partial<Record<TableName, TableAccount>>> {
  const none: TableAccount = { read: 0, refused: 0, columns_present: [] };
  return Object.fromEntries(
    importedTables().map((table) => [table, surveyed.get(table)?.account ?? none]),
  );
}

/** Members have no numbers yet; their ids serve where rows are compared. */
function checkedRelation(table: TableName): string {
  if (table !== 'member') return `"${lakeRelation(table)}"`;
  return `(SELECT member_id, recruiter_id, direct_cached, joined_at, member_id AS member_no,
    recruiter_id AS recruiter_no FROM ${lakeRelation(table)})`;
}

function fileOf({ name, bytes, format }: LakeTable, { sha256 }: TableSurvey): RawFile {
  return { name, sha256, bytes, format, charset: null };
}

function rawTableOf({ table, name }: LakeTable, found: TableSurvey): RawTable {
  const { key } = shapeOf(table);
  return {
    name,
    declared: true,
    comment: null,
    columns: found.columns.map((column) => ({ name: column.name, type: null, comment: null })),
    primary_key: key === null ? [] : [key],
    unique_keys: [],
    rows_read: found.rows,
    rows_refused: 0,
    skipped: null,
  };
}

const notCanonical: Localised = {
  en: 'its name is that of no canonical table',
  zh: '表名不是标准表的名称',
};

function skipped(name: string): RawTable {
  const none = { comment: null, columns: [], primary_key: [], unique_keys: [] };
  return { name, declared: true, ...none, rows_read: 0, rows_refused: 0, skipped: notCanonical };
}

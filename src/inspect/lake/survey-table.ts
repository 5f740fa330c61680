import { sqlName } from '../../engine/duckdb.ts';
import { sparkText, sparkType } from '../../engine/spark/views.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { IssueLog, Place } from '../../model/issue.ts';
import type { TableAccount } from '../../model/snapshot.ts';
import { columnsOf, locatorColumns, relationOf, shapeOf, sqlTypeOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { LakeTable } from './find-tables.ts';
import { lakeColumns } from './lake-columns.ts';
import type { LakeColumn } from './lake-columns.ts';
import { mendingOf } from './mend-column.ts';
import type { Mending } from './mend-column.ts';
import { digestTable } from './table-digest.ts';

/** What is known of a table once it was scanned. */
export interface TableSurvey {
  readonly account: TableAccount;
  readonly columns: readonly LakeColumn[];
  /** Columns that are none of the canonical ones. */
  readonly unknown: readonly string[];
  /** Rows that lie there. */
  readonly rows: number;
  readonly sha256: string;
}

/** The name under which the session has a table: members come to theirs once they have numbers. */
export function lakeRelation(table: TableName): string {
  return table === 'member' ? 'pp_lake_member' : relationOf(table);
}

/**
 * Digests a table, counts what canonical tables do not have, and makes it readable without that
 * under its relation name. `file` is its place among the files of the report, `time_zone` that of
 * legal dates.
 * Throws `lake.key_doubled`, and what `lakeColumns` throws.
 */
export async function surveyTable(
  spark: SqlEngine,
  found: LakeTable,
  { file, time_zone }: { readonly file: number; readonly time_zone: string },
  log: IssueLog,
): Promise<TableSurvey> {
  const { table, name, raw } = found;
  const { columns, unknown } = await lakeColumns(spark, found);
  const [size] = await spark.rows(`SELECT count(*) AS n FROM ${raw}`);
  const mendings = columns.flatMap((column) => {
    const mending = mendingOf(table, column, time_zone);
    return mending ? [{ column, mending }] : [];
  });
  const key = shapeOf(table).key;
  const named = mendings.find(({ column }) => column.name === key);
  const keyless = named === undefined ? 'FALSE' : `${named.mending.value} IS NULL`;
  const digested = await digestTable(
    spark,
    { table, from: raw, rows: Number(size?.['n'] ?? 0) },
    columns,
    [
      { when: keyless },
      ...mendings.map(({ column, mending: { when, shown } }) => ({
        when,
        ...(shown && { sample: column.sql }),
      })),
    ],
  );
  const [refused, ...odd] = digested.counts;
  const place: Place = { file: name, line: null, column: null };
  const due = mendings.filter((_, i) => odd[i]!.rows > 0);
  mendings.forEach(({ column, mending }, i) => {
    const { rows, sample } = odd[i]!;
    const params = { column: `${table}.${column.name}`, sample: shownPart(sample) };
    if (rows > 0) log.add(mending.code, params, place, rows);
  });
  if (refused!.rows > 0) {
    log.add('lake.key_empty', { table: name, column: `${table}.${key}` }, place, refused!.rows);
  }
  const where = refused!.rows > 0 ? keyless : null;
  const mended = new Map(due.map(({ column, mending }) => [column.name, mending]));
  const rows = rowsSql(found, { columns, mended, file, keyless: where });
  await viewTable(spark, table, `SELECT ${rows}`);
  const all = digested.rows - refused!.rows;
  const kept = key === null ? await keepOnce(spark, { table, rows, all }, log, place) : all;
  if (key !== null) await refuseDoubled(spark, table, name, key);
  return {
    account: { read: kept, refused: refused!.rows, columns_present: presentOf(table, columns) },
    columns,
    unknown,
    rows: digested.rows,
    sha256: digested.sha256,
  };
}

interface View {
  readonly columns: readonly LakeColumn[];
  readonly mended: ReadonlyMap<string, Mending>;
  readonly file: number;
  readonly keyless: string | null;
}

/** Columns that have nothing to be mended are read as they lie: what Spark knows of them holds. */
function rowsSql(
  { table, raw, name }: LakeTable,
  { columns, mended, file, keyless }: View,
): string {
  const there = new Map(columns.map((column) => [column.name, column.sql]));
  const locator = new Map([
    ['src_file', String(file)],
    ['src_table', sparkText(name)],
  ]);
  const list = [...columnsOf(table)].map(([column, { type }]) => {
    const sql = mended.get(column)?.value ?? there.get(column) ?? locator.get(column) ?? 'NULL';
    return `CAST(${sql} AS ${sparkType(sqlTypeOf(type))}) AS ${sqlName(column)}`;
  });
  const where = keyless === null ? '' : `WHERE NOT (${keyless})`;
  return `${list.join(', ')} FROM ${raw} ${where}`;
}

async function viewTable(spark: SqlEngine, table: TableName, select: string): Promise<void> {
  await spark.run(`CREATE OR REPLACE TEMP VIEW ${sqlName(lakeRelation(table))} AS ${select}`);
}

/** Rows without a name of their own are one fact when they are equal; how many are left. */
async function keepOnce(
  spark: SqlEngine,
  { table, rows, all }: { readonly table: TableName; readonly rows: string; readonly all: number },
  log: IssueLog,
  place: Place,
): Promise<number> {
  const [row] = await spark.rows(`SELECT count(*) AS n FROM (SELECT DISTINCT ${rows})`);
  const kept = Number(row?.['n'] ?? 0);
  if (kept === all) return all;
  log.add('lake.rows_repeated', { table }, place, all - kept);
  await viewTable(spark, table, `SELECT DISTINCT ${rows}`);
  return kept;
}

/** No row of two with one key is the first: files of a lake have no order. */
async function refuseDoubled(
  spark: SqlEngine,
  table: TableName,
  name: string,
  key: string,
): Promise<void> {
  const [row] = await spark.rows(`SELECT count(*) AS keys, min(k) AS sample FROM (
    SELECT ${sqlName(key)} AS k FROM ${sqlName(lakeRelation(table))}
    GROUP BY ${sqlName(key)} HAVING count(*) > 1)`);
  const keys = Number(row?.['keys'] ?? 0);
  if (keys === 0) return;
  const params = { table: name, column: key, keys, sample: shownPart(row?.['sample']) };
  throw new PolyprismError('lake.key_doubled', params);
}

function presentOf(table: TableName, columns: readonly LakeColumn[]): string[] {
  const has = new Set<string>([
    ...columns.map((column) => column.name),
    ...Object.keys(locatorColumns),
  ]);
  if (table === 'member') {
    has.add('member_no');
    if (has.has('recruiter_id')) has.add('recruiter_no');
    if (has.has('placement_id')) has.add('placement_no');
  }
  return [...columnsOf(table).keys()].filter((column) => has.has(column));
}

/** As long as a sample of an import is. */
const sample_chars = 40;

function shownPart(sample: unknown): string {
  return sample === null || sample === undefined ? '' : String(sample).slice(0, sample_chars);
}

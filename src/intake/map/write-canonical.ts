import { join } from 'node:path';
import { sqlName, sqlText } from '../../engine/duckdb.ts';
import type { SqlEngine, SqlRow } from '../../engine/sql-engine.ts';
import { IssueLog, nowhere } from '../../model/issue.ts';
import type { Issue, Place } from '../../model/issue.ts';
import { minorDigitsOf } from '../../model/money-units.ts';
import type { OnProgress } from '../../model/progress.ts';
import { columnsOf, importedTables } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { Mapping } from '../mapping.ts';
import { checkConsistency } from './consistency.ts';
import type { ConsistencyCheck } from './consistency.ts';
import { dataUntil } from './data-until.ts';
import { createEmpty, loadTable, nothingLoaded } from './load-table.ts';
import type { LoadedTable } from './load-table.ts';
import { loadedRelation } from './loaded-relation.ts';
import { numberMembers } from './number-members.ts';
import { profileTexts } from './profile-texts.ts';
import { loadPlan } from './read-plan.ts';
import type { PlanSource } from './plan-source.ts';
import { resolveEntry } from './resolve-entry.ts';
import type { StagedInput, StagedSource } from './staged-input.ts';

/** A table of so many rows makes room for those written after it; others end with the engine. */
const dropped_from_rows = 10_000;

export interface CanonicalOptions {
  /** Existing folder that receives `<table>.parquet`. */
  readonly directory: string;
  /** Key of the pseudonyms; one per tenant. */
  readonly person_key: Uint8Array;
  /** Names of the raw files, by the index staged rows carry. */
  readonly file_names: readonly string[];
  /** Where the software keeps its commission plan as settings. */
  readonly plan?: PlanSource;
  readonly on_progress?: OnProgress;
}

export interface CanonicalResult {
  /** Every canonical table but the derived ones. */
  readonly tables: Readonly<Partial<Record<TableName, LoadedTable>>>;
  readonly issues: readonly Issue[];
  /** ISO 8601 UTC; null without dates. */
  readonly data_until: string | null;
  /** What was compared with itself, and how often it disagreed. */
  readonly checks: readonly ConsistencyCheck[];
}

/** Staged raw tables → `<table>.parquet` for every canonical table, empty where nothing fed it. */
export async function writeCanonical(
  stage: StagedInput,
  mapping: Mapping,
  options: CanonicalOptions,
): Promise<CanonicalResult> {
  const { engine } = stage;
  const log = new IssueLog();
  const staged = new Map(stage.tables.map((table) => [table.name, table]));
  const profiles = await profileTexts(engine, usedSources(mapping, staged), mapping.time_zone);
  const context = {
    profiles,
    time_zone: mapping.time_zone,
    money_decimals: minorDigitsOf(mapping.currency),
    person_key: options.person_key,
  };
  const placeOf = placesIn(options.file_names);
  const accounts: Partial<Record<TableName, LoadedTable>> = {};
  const names = importedTables();
  for (const [done, table] of names.entries()) {
    options.on_progress?.(step(table, done, names.length));
    const entries = mapping.tables
      .filter((entry) => entry.table === table)
      .map((entry) => resolveEntry(entry, staged, log))
      .filter((entry) => entry !== null);
    accounts[table] =
      entries.length === 0
        ? nothingLoaded
        : await loadTable(engine, table, entries, context, log, placeOf);
  }
  await createEmpty(
    engine,
    names.filter((table) => accounts[table] === nothingLoaded),
  );
  if (options.plan !== undefined) {
    Object.assign(accounts, await loadPlan(stage, options.plan, context, accounts, log, placeOf));
  }
  await numberMembers(engine);
  numberColumnsPresent(accounts);
  const checks = await checkConsistency(engine, accounts, log);
  const data_until = await dataUntil(engine);
  for (const table of names) {
    await writeParquet(engine, table, options.directory);
    const rows = accounts[table]?.read ?? 0;
    if (rows >= dropped_from_rows) await engine.run(`DROP TABLE ${loadedRelation(table)}`);
  }
  return { tables: accounts, issues: log.list(), data_until, checks };
}

/** The raw tables that entries read from or look things up in. */
function usedSources(
  mapping: Mapping,
  staged: ReadonlyMap<string, StagedSource>,
): readonly StagedSource[] {
  const used = mapping.tables.flatMap(({ from, join }) => [
    from,
    ...(join ?? []).map(({ table }) => table),
  ]);
  return [...new Set(used)].map((name) => staged.get(name)).filter((one) => one !== undefined);
}

/** The numbers are known wherever what they number is. */
function numberColumnsPresent(accounts: Partial<Record<TableName, LoadedTable>>): void {
  const member = accounts.member;
  if (member === undefined || member.columns_present.length === 0) return;
  const has = new Set(member.columns_present);
  if (has.has('member_id')) has.add('member_no');
  if (has.has('recruiter_id')) has.add('recruiter_no');
  if (has.has('placement_id')) has.add('placement_no');
  const columns_present = [...columnsOf('member').keys()].filter((name) => has.has(name));
  accounts.member = { ...member, columns_present };
}

async function writeParquet(engine: SqlEngine, table: TableName, directory: string): Promise<void> {
  const columns = [...columnsOf(table).keys()].map(sqlName).join(', ');
  const order = table === 'member' ? 'ORDER BY member_no' : 'ORDER BY rowid';
  const relation = loadedRelation(table);
  await engine.run(`COPY (SELECT ${columns} FROM ${relation} ${order})
    TO ${sqlText(join(directory, `${table}.parquet`))} (FORMAT parquet, COMPRESSION zstd)`);
}

function placesIn(fileNames: readonly string[]) {
  return (file: SqlRow[string] | undefined, line: SqlRow[string] | undefined): Place => {
    const name = file === null || file === undefined ? undefined : fileNames[Number(file)];
    if (name === undefined) return nowhere;
    return {
      file: name,
      line: line === null || line === undefined ? null : Number(line),
      column: null,
    };
  };
}

function step(subject: string, done: number, total: number): Parameters<OnProgress>[0] {
  return { step: 'map', subject, done, total, unit: 'items', rows: 0 };
}

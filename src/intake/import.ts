import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { IssueLog } from '../model/issue.ts';
import type { Localised } from '../model/localised.ts';
import type { Assumption, RawFile, RawTable, Snapshot, TableAccount } from '../model/snapshot.ts';
import type { TableName } from '../model/tables.ts';
import { chooseMapping } from './detect/choose-mapping.ts';
import { writeCanonical } from './map/write-canonical.ts';
import type { CanonicalResult } from './map/write-canonical.ts';
import type { Mapping } from './mapping.ts';
import { stageInputs } from './stage-inputs.ts';
import type { StageInputsOptions } from './stage-inputs.ts';
import type { Stage } from './stage/staged-table.ts';

/** `directory` becomes the snapshot's folder; work files lie in it while the import runs. */
export interface ImportOptions extends StageInputsOptions {
  /** Instead of detection. */
  readonly mapping?: Mapping;
  /** Zone of times that name none. */
  readonly time_zone?: string;
  /** ISO 4217. */
  readonly currency?: string;
  /** Key of the pseudonyms of people; a random one where absent. */
  readonly person_key?: Uint8Array;
}

/** How raw tables are to be read, and what was assumed for it. */
interface Choice extends Pick<Snapshot, 'software' | 'assumptions'> {
  readonly mapping: Mapping;
  readonly plan: Awaited<ReturnType<typeof chooseMapping>>['plan'];
  readonly issues: Snapshot['issues'];
  readonly skipped: ReadonlyMap<string, Localised>;
}

/** Reads inputs, recognises what they are and writes the canonical tables as Parquet. */
export async function importInputs(
  inputs: readonly string[],
  options: ImportOptions,
): Promise<Snapshot> {
  await mkdir(options.directory, { recursive: true });
  const { stage, files } = await stageInputs(inputs, options);
  try {
    options.progress?.({
      step: 'detect',
      subject: null,
      done: 0,
      total: null,
      unit: 'items',
      rows: 0,
    });
    const choice = await choose(stage, options);
    options.signal?.throwIfAborted();
    const finished = join(stage.folder, 'canonical');
    await mkdir(finished);
    const canonical = await writeCanonical(stage, choice.mapping, {
      directory: finished,
      person_key: options.person_key ?? randomBytes(32),
      file_names: files.map(({ name }) => name),
      ...(choice.plan !== null && { plan: choice.plan }),
      on_progress: (progress) => {
        options.signal?.throwIfAborted();
        options.progress?.(progress);
      },
    });
    options.signal?.throwIfAborted();
    // A snapshot that was here is replaced when the new one is whole, not before.
    for (const file of await readdir(finished)) {
      await rename(join(finished, file), join(options.directory, file));
    }
    return snapshotOf(options, stage, files, choice, canonical);
  } finally {
    await stage.remove();
  }
}

/** Detects the mapping; where the user gives one, only the software and its plan. */
async function choose(stage: Stage, options: ImportOptions): Promise<Choice> {
  const { mapping, currency, time_zone } = options;
  const asked = {
    ...(currency !== undefined && { currency }),
    ...(time_zone !== undefined && { time_zone }),
  };
  const chosen = await chooseMapping(stage, asked);
  if (mapping === undefined) return chosen;
  const used = new Set(
    mapping.tables.flatMap(({ from, join }) => [from, ...(join ?? []).map(({ table }) => table)]),
  );
  const unused = stage.tables.filter(({ name }) => !used.has(name));
  return {
    mapping: { ...mapping, ...asked },
    software: chosen.software,
    plan: chosen.plan,
    assumptions: [],
    issues: [],
    skipped: new Map(unused.map(({ name }) => [name, notInMapping])),
  };
}

const notInMapping: Localised = { en: 'not in the mapping file', zh: '映射文件中未提及' };

function snapshotOf(
  options: ImportOptions,
  stage: Stage,
  files: readonly RawFile[],
  choice: Choice,
  canonical: CanonicalResult,
): Snapshot {
  const issues = new IssueLog();
  for (const list of [stage.issues.list(), choice.issues, canonical.issues]) issues.addAll(list);
  return {
    directory: options.directory,
    files,
    software: choice.software,
    raw_tables: stage.tables.map((table) => rawTable(table, choice.skipped.get(table.name))),
    tables: accountsOf(canonical),
    issues: issues.list(),
    assumptions: [...charsetAssumptions(files, options), ...choice.assumptions],
    currency: choice.mapping.currency,
    time_zone: choice.mapping.time_zone,
    data_until: canonical.data_until,
  };
}

function rawTable(table: Stage['tables'][number], skipped: Localised | undefined): RawTable {
  const { name, declared, comment, columns, primary_key, unique_keys } = table;
  const { rows_read, rows_refused } = table;
  const shape = { name, declared, comment, columns, primary_key, unique_keys };
  return { ...shape, rows_read, rows_refused, skipped: skipped ?? null };
}

function accountsOf(canonical: CanonicalResult): Snapshot['tables'] {
  const accounts: Partial<Record<TableName, TableAccount>> = {};
  for (const [name, account] of Object.entries(canonical.tables)) {
    const { read, refused, columns_present } = account;
    accounts[name as TableName] = { read, refused, columns_present };
  }
  return accounts;
}

/** UTF-8 proves itself; any other character set is a guess unless the user named it. */
function charsetAssumptions(files: readonly RawFile[], { charset }: ImportOptions): Assumption[] {
  if (charset !== undefined) return [];
  return files
    .filter((file) => file.charset !== null && file.charset !== 'utf-8')
    .map((file) => ({
      what: 'charset',
      subject: file.name,
      value: file.charset ?? '',
      reason: {
        en: 'declared by the file or most likely by its bytes',
        zh: '由文件声明或按字节特征推断',
      },
    }));
}

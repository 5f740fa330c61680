import { icebergState, quotedTable, sparkText } from '../../engine/spark/views.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import { compareText, PolyprismError } from '../../model/issue.ts';
import { importedTables, isDerived, isTableName } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { LakePlace } from './lake-place.ts';

/** A canonical table where it lies. */
export interface LakeTable {
  readonly table: TableName;
  /** What a report calls it: its state is part of the name where the catalogue names states. */
  readonly name: string;
  readonly format: LakePlace['kind'];
  readonly bytes: number;
  /** The view of the session that has it, with the columns it has there. */
  readonly raw: string;
}

export interface LakeTables {
  /** In the order of the canonical tables. */
  readonly tables: readonly LakeTable[];
  /** What lies there under other names. */
  readonly unknown: readonly string[];
  /** Throws `lake.changed` where what was found is not what is there now. */
  unchanged(): Promise<void>;
}

/**
 * Finds the canonical tables of a place and makes each a view of the session, `pp_raw_<table>`, in
 * the state it has now. Throws `lake.no_tables`.
 */
export async function findTables(spark: SqlEngine, place: LakePlace): Promise<LakeTables> {
  const found =
    place.kind === 'iceberg'
      ? await inCatalogue(spark, place.namespace)
      : await inFolder(spark, place.folder);
  if (found.tables.length > 0) return found;
  const at = place.kind === 'iceberg' ? place.namespace : place.folder;
  throw new PolyprismError('lake.no_tables', { place: at });
}

/** A state of an Iceberg table never changes: nothing has to be looked at again. */
async function inCatalogue(spark: SqlEngine, namespace: string): Promise<LakeTables> {
  const rows = await spark.rows(`SHOW TABLES IN ${quotedTable(namespace)}`);
  const names = rows
    .filter((row) => row['isTemporary'] !== true)
    .map((row) => String(row['tableName']));
  const tables: LakeTable[] = [];
  for (const table of importedTables().filter((one) => names.includes(one))) {
    const path = `${namespace}.${table}`;
    const raw = rawName(table);
    const state = await icebergState(spark, path);
    const at = state === null ? 'WHERE FALSE' : `VERSION AS OF ${state}`;
    await spark.run(`CREATE OR REPLACE TEMP VIEW ${raw} AS
      SELECT * FROM ${quotedTable(path)} ${at}`);
    const bytes = state === null ? 0 : await icebergBytes(spark, path, state);
    tables.push({ table, name: `${path}@${state ?? 0}`, format: 'iceberg', bytes, raw });
  }
  return { tables, unknown: unknownOf(names), unchanged: async () => await Promise.resolve() };
}

async function icebergBytes(spark: SqlEngine, path: string, state: string): Promise<number> {
  const [row] = await spark.rows(`SELECT summary['total-files-size'] AS bytes
    FROM ${quotedTable(path)}.snapshots WHERE snapshot_id = ${state}`);
  return Number(row?.['bytes'] ?? 0);
}

/** A file below the folder. */
interface LakeFile {
  /** What it stands for: the name of the first file or folder, without `.parquet`. */
  readonly of: string;
  readonly path: string;
  readonly bytes: number;
  readonly changed: string;
}

async function inFolder(spark: SqlEngine, folder: string): Promise<LakeTables> {
  const files = await listFiles(spark, folder);
  const byName = Map.groupBy(files, (file) => file.of);
  const tables: LakeTable[] = [];
  // What a folder is called is a text: '007' is not 7.
  await spark.run('SET spark.sql.sources.partitionColumnTypeInference.enabled=false');
  for (const table of importedTables()) {
    const some = byName.get(table);
    if (some === undefined) continue;
    const name = `${table}.parquet`;
    const raw = rawName(table);
    // Without the merge columns that one file alone has would be passed by.
    await spark.run(`CREATE OR REPLACE TEMP VIEW ${raw} USING parquet
      OPTIONS (path ${sparkText(`${folder}/${name}`)}, mergeSchema 'true')`);
    const bytes = some.reduce((sum, file) => sum + file.bytes, 0);
    tables.push({ table, name, format: 'parquet', bytes, raw });
  }
  return {
    tables,
    unknown: unknownOf([...byName.keys()]),
    unchanged: async () => {
      const now = Map.groupBy(await listFiles(spark, folder), (file) => file.of);
      for (const { table, name } of tables) {
        const same = stateOf(now.get(table)) === stateOf(byName.get(table));
        if (!same) throw new PolyprismError('lake.changed', { table: name });
      }
    },
  };
}

/** Names, sizes and times: none of the files is opened. */
async function listFiles(spark: SqlEngine, folder: string): Promise<LakeFile[]> {
  const at = sparkText(`${folder}/*.parquet`);
  const list = async (): Promise<LakeFile[]> => {
    await spark.run(`CREATE OR REPLACE TEMP VIEW pp_lake_file USING binaryFile
      OPTIONS (path ${at}, recursiveFileLookup 'true')`);
    const rows = await spark.rows(`SELECT path, length AS bytes,
      CAST(modificationTime AS STRING) AS changed FROM pp_lake_file`);
    const start = bare(folder).length + 1;
    return rows.map((row) => {
      const path = bare(String(row['path'])).slice(start);
      const of = path.split('/')[0]!.replace(/\.parquet$/, '');
      return { of, path, bytes: Number(row['bytes']), changed: String(row['changed']) };
    });
  };
  return await list().catch((error: unknown) => {
    if (String(error).includes('PATH_NOT_FOUND')) return [];
    throw error;
  });
}

/** `file:/data`, `file:///data`: one place that is written in several ways. */
function bare(path: string): string {
  return path.replace(/:\/+/, ':/');
}

function stateOf(files: readonly LakeFile[] = []): string {
  const lines = files.map(({ path, bytes, changed }) => `${path} ${bytes} ${changed}`);
  return lines.toSorted(compareText).join('\n');
}

function unknownOf(names: readonly string[]): string[] {
  const known = (name: string): boolean => isTableName(name) && !isDerived(name);
  return names.filter((name) => !known(name)).toSorted(compareText);
}

function rawName(table: TableName): string {
  return `pp_raw_${table}`;
}

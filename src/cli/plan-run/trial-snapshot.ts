import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeColumns } from '../../engine/columns.ts';
import { DuckDb, sqlName, sqlText } from '../../engine/duckdb.ts';
import { forestParents, scaledCase } from '../../generate/cases/deep-forest.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { columnsOf, sqlTypeOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { trialRows } from './trial-rows.ts';
import type { TrialSize } from './trial-rows.ts';

/** Snapshot folder of generated rows, as `inspect` leaves one. */
export interface TrialSnapshot extends Pick<Snapshot, 'directory' | 'tables'> {
  readonly size: TrialSize;
  /** Of the member table, and of all tables that grow with orders. */
  readonly member_bytes: number;
  readonly order_bytes: number;
}

const SEED = 20_180_925;

/** Writes a network in the shape of the largest published case, and orders of its members. */
export async function writeTrialSnapshot(
  directory: string,
  size: TrialSize,
): Promise<TrialSnapshot> {
  const engine = await DuckDb.open({ temporary_directory: directory });
  try {
    // In any order: else whatever one thread makes waits in memory for the slower ones.
    await engine.run('SET preserve_insertion_order = false');
    const parent = forestParents(scaledCase(size.members), SEED);
    await writeColumns(engine, 'forest', { no: parent.map((_, i) => i), parent });
    const tables: Partial<Record<TableName, Snapshot['tables'][TableName]>> = {};
    let member_bytes = 0;
    let order_bytes = 0;
    for (const name of Object.keys(trialRows) as (keyof typeof trialRows)[]) {
      const file = join(directory, `${name}.parquet`);
      tables[name] = await writeTable(engine, name, trialRows[name](size), file);
      const { size: bytes } = await stat(file);
      if (name === 'member') member_bytes = bytes;
      else order_bytes += bytes;
    }
    return { directory, tables, size, member_bytes, order_bytes };
  } finally {
    engine.close();
  }
}

async function writeTable(
  engine: DuckDb,
  table: TableName,
  select: string,
  file: string,
): Promise<Snapshot['tables'][TableName]> {
  const described = await engine.rows(`DESCRIBE ${select}`);
  const columns_present = described.map((row) => String(row['column_name']));
  const all = [...columnsOf(table)].map(([name, { type }]) =>
    columns_present.includes(name)
      ? sqlName(name)
      : `CAST(NULL AS ${sqlTypeOf(type)}) AS ${sqlName(name)}`,
  );
  await engine.run(`COPY (SELECT ${all.join(', ')} FROM (${select}))
    TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd)`);
  const [counted] = await engine.rows(`SELECT count(*) AS n FROM ${sqlText(file)}`);
  return { read: Number(counted?.['n']), refused: 0, columns_present };
}

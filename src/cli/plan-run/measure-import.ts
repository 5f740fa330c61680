import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDb, sqlName, sqlText } from '../../engine/duckdb.ts';
import { importInputs } from '../../intake/import.ts';
import type { TrialSnapshot } from './trial-snapshot.ts';
import { spent } from './spent.ts';

/** Rows of each table that are exported to be imported. */
const ROWS_MAX = 100_000;

/** Exports the first rows of a trial as CSV and imports them: seconds of processor, bytes, rows. */
export async function measureImport({ directory, tables }: TrialSnapshot): Promise<{
  readonly cpu_s: number;
  readonly bytes: number;
  readonly rows: number;
}> {
  const raw = join(directory, 'raw');
  const imported = join(directory, 'imported');
  await mkdir(raw);
  const engine = await DuckDb.open({ temporary_directory: directory });
  let bytes = 0;
  let rows = 0;
  try {
    for (const [table, account] of Object.entries(tables)) {
      const file = join(raw, `${table}.csv`);
      await engine.run(`COPY (SELECT ${account.columns_present.map(sqlName).join(', ')}
        FROM ${sqlText(join(directory, `${table}.parquet`))} LIMIT ${ROWS_MAX})
        TO ${sqlText(file)} (HEADER)`);
      bytes += (await stat(file)).size;
      rows += Math.min(account.read, ROWS_MAX);
    }
    const { cpu_s } = await spent(() => importInputs([raw], { directory: imported }));
    return { cpu_s, bytes, rows };
  } finally {
    engine.close();
    await rm(raw, { recursive: true, force: true });
    await rm(imported, { recursive: true, force: true });
  }
}

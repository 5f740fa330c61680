import { join } from 'node:path';
import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { importedTables, relationOf } from '../model/tables.ts';

/** Makes every canonical table of a snapshot readable under its relation name. */
export async function attachSnapshot(
  engine: SqlEngine,
  snapshot: Pick<Snapshot, 'directory'>,
): Promise<void> {
  for (const name of importedTables()) {
    const file = sqlText(join(snapshot.directory, `${name}.parquet`));
    await engine.run(`CREATE VIEW ${relationOf(name)} AS SELECT * FROM read_parquet(${file})`);
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createTable } from '../engine/create-table.ts';
import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { importedTables, relationOf } from '../model/tables.ts';

/**
 * Makes every canonical table of a snapshot readable under its relation name. A table that did not
 * exist yet when the snapshot was made has no rows; a file its account names must be there.
 */
export async function attachSnapshot(
  engine: SqlEngine,
  { directory, tables }: Pick<Snapshot, 'directory' | 'tables'>,
): Promise<void> {
  for (const name of importedTables()) {
    const path = join(directory, `${name}.parquet`);
    if (tables[name] === undefined && !existsSync(path)) {
      await createTable(engine, name);
      continue;
    }
    await engine.run(`CREATE VIEW ${relationOf(name)} AS
      SELECT * FROM read_parquet(${sqlText(path)})`);
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createTable } from '../engine/create-table.ts';
import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import { isSupplied } from '../model/snapshot.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { importedTables, relationOf } from '../model/tables.ts';

/**
 * Makes every canonical table of a snapshot readable under its relation name. A table that did not
 * exist yet when the snapshot was made has no rows; a file its account names must be there. What
 * lies elsewhere is no table here.
 */
export async function attachSnapshot(
  engine: SqlEngine,
  { directory, tables, in_place = false }: Pick<Snapshot, 'directory' | 'tables' | 'in_place'>,
): Promise<void> {
  for (const name of importedTables()) {
    const path = join(directory, `${name}.parquet`);
    if (in_place) {
      if (!isSupplied(tables, name)) await createTable(engine, name);
      continue;
    }
    if (tables[name] === undefined && !existsSync(path)) {
      await createTable(engine, name);
      continue;
    }
    await engine.run(`CREATE VIEW ${relationOf(name)} AS
      SELECT * FROM read_parquet(${sqlText(path)})`);
  }
}

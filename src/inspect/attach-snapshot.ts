import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createTable } from '../engine/create-table.ts';
import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import { isSupplied } from '../model/snapshot.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { importedTables, relationOf } from '../model/tables.ts';

/** Up to this size a table is read into memory once, not by each of a thousand statements. */
const small_bytes = 1_048_576;

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
    const kind = isSmall(path) ? 'TABLE' : 'VIEW';
    await engine.run(`CREATE ${kind} ${relationOf(name)} AS
      SELECT * FROM read_parquet(${sqlText(path)})`);
  }
}

/** A file that is not there is the engine's to tell. */
function isSmall(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= small_bytes;
}

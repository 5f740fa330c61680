import { join } from 'node:path';
import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isTableName, relationOf, tables } from '../model/tables.ts';

/** Makes every canonical table of a snapshot readable under its relation name. */
export async function attachSnapshot(
  engine: SqlEngine,
  snapshot: Pick<Snapshot, 'directory'>,
): Promise<void> {
  for (const name of Object.keys(tables).filter(isTableName)) {
    if (isDerived(name)) continue;
    const file = sqlText(join(snapshot.directory, `${name}.parquet`));
    await engine.run(`CREATE VIEW ${relationOf(name)} AS SELECT * FROM read_parquet(${file})`);
  }
}

function isDerived(name: keyof typeof tables): boolean {
  return 'derived' in tables[name];
}

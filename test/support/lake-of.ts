import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDb, sqlName, sqlText } from '../../src/engine/duckdb.ts';
import { recallSnapshot } from '../../src/inspect/snapshot-file.ts';
import { importedTables, locatorColumns } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';

const made: ReadonlySet<string> = new Set([
  ...Object.keys(locatorColumns),
  'member_no',
  'recruiter_no',
  'placement_no',
]);

/**
 * Writes the tables that a snapshot was given, with the columns it was given, as a platform would
 * have them in its lake: orders in seven files, all else in one. Returns their names in order.
 */
export async function writeLake(snapshot: string, lake: string): Promise<TableName[]> {
  const account = await recallSnapshot(snapshot);
  const engine = await DuckDb.open({ threads: 1 });
  mkdirSync(lake, { recursive: true });
  const kept: TableName[] = [];
  for (const table of importedTables()) {
    const columns_present = account?.tables[table]?.columns_present ?? [];
    const columns = columns_present.filter((name) => !made.has(name));
    if (columns.length === 0) continue;
    kept.push(table);
    const from = sqlText(join(snapshot, `${table}.parquet`));
    const select = `SELECT ${columns.map(sqlName).join(', ')} FROM ${from}`;
    const to = join(lake, `${table}.parquet`);
    if (table !== 'order') await engine.run(`COPY (${select}) TO ${sqlText(to)}`);
    else {
      mkdirSync(to);
      for (let part = 0; part < 7; part++) {
        await engine.run(`COPY (${select} WHERE hash(order_id) % 7 = ${part})
          TO ${sqlText(join(to, `part-${part}.parquet`))}`);
      }
    }
  }
  engine.close();
  return kept;
}

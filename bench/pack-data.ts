import { trialRows } from '../src/cli/plan-run/trial-rows.ts';
import { DuckDb, sqlName } from '../src/engine/duckdb.ts';
import { columnsOf, importedTables, relationOf, sqlTypeOf } from '../src/model/tables.ts';
import type { TableName } from '../src/model/tables.ts';
import type { Snapshot } from '../src/model/snapshot.ts';

/** Tables by relation: every tenth order another buyer. */
const made: Readonly<Record<string, (orders: number) => string>> = {
  orders: (orders) => trialRows.order({ members: Math.ceil(orders / 10), orders }),
  order_line: (orders) => trialRows.order_line({ members: 0, orders }),
  listing: () => trialRows.listing(),
  after_sale: (orders) => trialRows.after_sale({ members: 0, orders }),
};

/** Writes the tables as Parquet into a folder, row group by row group as they are made. */
export async function writePackData(engine: DuckDb, folder: string, orders: number): Promise<void> {
  // In any order: else whatever one thread makes waits in memory for the slower ones.
  await engine.run('SET preserve_insertion_order = false');
  for (const [relation, select] of Object.entries(made)) {
    await engine.run(`COPY (${select(orders)}) TO '${folder}/${relation}.parquet'`);
  }
}

/** Attaches them, every other table empty, and says which columns they supply. */
export async function attachPackData(
  engine: DuckDb,
  folder: string,
  orders: number,
): Promise<Snapshot['tables']> {
  const supplied: Partial<Record<TableName, Snapshot['tables'][TableName]>> = {};
  for (const table of importedTables()) {
    const relation = relationOf(table);
    const columns = [...columnsOf(table)];
    if (!(relation in made)) {
      const shape = columns.map(([name, { type }]) => `${sqlName(name)} ${sqlTypeOf(type)}`);
      await engine.run(`CREATE TABLE ${relation} (${shape.join(', ')})`);
      continue;
    }
    const rows = await engine.rows(`DESCRIBE FROM '${folder}/${relation}.parquet'`);
    const present = rows.map((row) => String(row['column_name']));
    const absent = columns.filter(([name]) => !present.includes(name));
    const nulls = absent.map(([name, { type }]) => `CAST(NULL AS ${sqlTypeOf(type)}) AS ${name}`);
    const from = `FROM '${folder}/${relation}.parquet'`;
    await engine.run(`CREATE VIEW ${relation} AS SELECT *, ${nulls.join(', ')} ${from}`);
    supplied[table] = { read: orders, refused: 0, columns_present: present };
  }
  return supplied;
}

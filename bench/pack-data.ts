import { DuckDb, sqlName } from '../src/engine/duckdb.ts';
import { columnsOf, importedTables, relationOf, sqlTypeOf } from '../src/model/tables.ts';
import type { TableName } from '../src/model/tables.ts';
import type { Snapshot } from '../src/model/snapshot.ts';

/** Orders, their lines, listings and requests after the sale, spread over 2024 and 2025. */
const made: Readonly<Record<string, (orders: number) => string>> = {
  orders: (n) => `SELECT
      CAST(i AS VARCHAR) AS order_id, CAST(i % 5000 AS VARCHAR) AS operator_id, TRUE AS paid,
      CAST(100 + hash(i) % 90000 AS BIGINT) AS paid_minor,
      ts AS ordered_at, ts AS paid_at,
      ts + INTERVAL 48 HOUR AS ship_by, ts + INTERVAL 120 HOUR AS deliver_by,
      ts + to_hours(CASE WHEN i % 99991 = 0 THEN 60 ELSE CAST(hash(i + 1) % 40 AS INTEGER) END)
        AS shipped_at,
      ts + to_hours(CASE WHEN i % 79999 = 0 THEN 150
        ELSE CAST(50 + hash(i + 2) % 60 AS INTEGER) END)
        AS delivered_at,
      CAST(NULL AS TIMESTAMP) AS delay_consented_at,
      CASE WHEN i % 89989 = 0 THEN ts + INTERVAL 1 HOUR END AS cancelled_at,
      CASE WHEN i % 89989 = 0 THEN 'seller' END AS cancelled_by,
      'completed' AS status
    FROM (SELECT i, TIMESTAMP '2024-01-01' + to_seconds(CAST(hash(i) % 63072000 AS BIGINT)) AS ts
      FROM range(${n}) r(i))`,
  order_line: (n) => `SELECT
      CAST(i AS VARCHAR) AS order_line_id, CAST(i AS VARCHAR) AS order_id,
      CAST(hash(i + 3) % 100000 AS VARCHAR) AS listing_id, '商品' AS title,
      CAST(1 AS BIGINT) AS quantity, CAST(100 + hash(i) % 90000 AS BIGINT) AS price_minor,
      i % 69997 = 0 AS preselected,
      CASE WHEN i % 59999 = 0 THEN DATE '2023-06-30' ELSE DATE '2027-01-01' END AS expires_on
    FROM range(${n}) r(i)`,
  listing: () => `SELECT CAST(i AS VARCHAR) AS listing_id, '商品' AS title,
      CASE WHEN i % 5 = 0 THEN '食品/零食' ELSE '家居日用' END AS category,
      i % 50 = 0 AS no_return, 'on' AS status
    FROM range(100000) r(i)`,
  after_sale: (n) => `SELECT CAST(i AS VARCHAR) AS after_sale_id,
      CAST(i * 50 AS VARCHAR) AS order_id, TRUE AS no_reason,
      TIMESTAMP '2024-01-05' + to_seconds(CAST(hash(i * 50) % 63072000 AS BIGINT)) AS requested_at,
      CASE WHEN i % 1009 = 0 THEN 'refused' ELSE 'done' END AS status
    FROM range(${Math.floor(n / 50)}) r(i)`,
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

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sqlText } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { Inspection } from '../../inspect/inspect.ts';
import type { Finding } from '../../model/provision.ts';
import { importedTables, relationOf, shapeOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';

const rows_per_statement = 2_000;

/**
 * Leaves in a folder which orders have findings: on the order itself, or on a row that names it.
 * `found.parquet` has `order_id` and how many, by order.
 */
export async function leaveOrders(
  { report, engine }: Pick<Inspection, 'report' | 'engine'>,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await engine.run('CREATE OR REPLACE TEMP TABLE pp_found (subject VARCHAR, id VARCHAR)');
  await insertSubjects(engine, report.findings);
  const ofOrders = tablesOfOrders().map((table) => {
    const { key } = shapeOf(table);
    return `SELECT t.order_id FROM pp_found f JOIN ${relationOf(table)} t
      ON f.subject = ${sqlText(table)} AND f.id = t.${key} WHERE t.order_id IS NOT NULL`;
  });
  const path = sqlText(join(folder, 'found.parquet'));
  await engine.run(`COPY (SELECT order_id, CAST(count(*) AS INTEGER) AS findings
    FROM (${ofOrders.join(' UNION ALL ')}) GROUP BY order_id ORDER BY order_id)
    TO ${path} (FORMAT parquet)`);
  await engine.run('DROP TABLE pp_found');
}

/** Tables whose rows have a name and belong to an order. */
function tablesOfOrders(): TableName[] {
  return importedTables().filter((table) => {
    const { key, columns } = shapeOf(table);
    return key !== null && Object.hasOwn(columns, 'order_id');
  });
}

async function insertSubjects(engine: SqlEngine, findings: readonly Finding[]): Promise<void> {
  for (let from = 0; from < findings.length; from += rows_per_statement) {
    const values = findings
      .slice(from, from + rows_per_statement)
      .map(({ subject }) => `(${sqlText(subject.table)}, ${sqlText(subject.id)})`);
    await engine.run(`INSERT INTO pp_found VALUES ${values.join(', ')}`);
  }
}

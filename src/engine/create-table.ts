import type { ColumnType } from '../model/table-shape.ts';
import { columnsOf, relationOf, sqlTypeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { sqlName } from './duckdb.ts';
import type { SqlEngine } from './sql-engine.ts';

/** Makes a canonical table without rows, in place of any there. */
export async function createTable(engine: SqlEngine, table: TableName): Promise<void> {
  const relation = sqlName(relationOf(table));
  const columns = [...columnsOf(table)].map(
    ([name, { type }]) => `${sqlName(name)} ${everywhere(type)}`,
  );
  await engine.run(`DROP TABLE IF EXISTS ${relation}`);
  await engine.run(`CREATE TABLE ${relation} (${columns.join(', ')})`);
}

/** The type's name that PostgreSQL knows as well. */
function everywhere(type: ColumnType): string {
  return type === 'double' ? 'DOUBLE PRECISION' : sqlTypeOf(type);
}

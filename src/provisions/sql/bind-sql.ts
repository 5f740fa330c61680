import { sqlName } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import { columnsOf, relationOf, sqlTypeOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { emptyCalendar } from '../attach-calendars.ts';
import { expandSql } from './expand.ts';
import type { SqlGrounds, SqlProblem } from './problem.ts';
import { isDeclared } from './scope.ts';
import { problemAt } from './syntax-tree.ts';

/** A column of a statement's result with DuckDB's type for it. */
export interface Bound {
  readonly name: string;
  readonly type: string;
}

export type Binding =
  | { readonly columns: readonly Bound[]; readonly problem: null }
  | { readonly columns: null; readonly problem: SqlProblem };

/** Lets DuckDB resolve names and types over empty tables with just the declared columns. */
export async function bindSql(
  engine: SqlEngine,
  sql: string,
  { reads, parameters }: SqlGrounds,
): Promise<Binding> {
  const samples = Object.entries(parameters).map(([name, all]) => [name, all[0] ?? 0] as const);
  const values = {
    as_of: '2000-01-01',
    time_zone: 'UTC',
    calendar: '',
    parameters: Object.fromEntries(samples),
  };
  await engine.run('BEGIN');
  try {
    await engine.run(emptyCalendar);
    for (const { table } of reads) await engine.run(emptyTable(table, reads));
    const rows = await engine.rows(`DESCRIBE\n${expandSql(sql, 'duckdb', values)}`);
    const columns = rows.map((row) => ({
      name: String(row['column_name']),
      type: String(row['column_type']),
    }));
    return { columns, problem: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { columns: null, problem: problemOf(sql, message) };
  } finally {
    await engine.run('ROLLBACK');
  }
}

function emptyTable(table: TableName, reads: SqlGrounds['reads']): string {
  const columns = [...columnsOf(table)]
    .filter(([column]) => isDeclared(reads, table, column))
    .map(([column, { type }]) => `${sqlName(column)} ${sqlTypeOf(type)}`);
  // A derived table of which nothing is declared still needs a column to exist.
  if (columns.length === 0) columns.push('src_none BOOLEAN');
  return `CREATE TABLE ${sqlName(relationOf(table))} (${columns.join(', ')})`;
}

/** Expansion keeps lines and `DESCRIBE` has one of its own: DuckDB's line is ours plus one. */
function problemOf(sql: string, message: string): SqlProblem {
  const line = Number(/^LINE (\d+):/m.exec(message)?.[1] ?? 2) - 1;
  const lines = sql.split('\n');
  const before = lines.slice(0, Math.max(0, line - 1)).reduce((n, one) => n + one.length + 1, 0);
  const text = lines[line - 1] ?? '';
  const first = message.split('\n')[0]?.replace(/^Binder Error: |\.$/g, '') ?? '';
  return {
    ...problemAt(
      sql,
      'sql.binding',
      { message: first },
      before + (text.length - text.trimStart().length),
    ),
    length: Math.max(1, text.trim().length),
  };
}

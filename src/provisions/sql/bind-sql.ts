import { sqlName } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import { columnsOf, relationOf, sqlTypeOf } from '../../model/tables.ts';
import { emptyCalendar } from '../attach-calendars.ts';
import { expandSql } from './expand.ts';
import type { SqlValues } from './expand.ts';
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

interface SqlToBind {
  readonly sql: string;
  readonly grounds: SqlGrounds;
}

/**
 * Lets DuckDB resolve names and types over empty tables with just the declared columns; the
 * answers stand in the order of the statements.
 */
export async function bindAll(
  engine: SqlEngine,
  statements: readonly SqlToBind[],
): Promise<Binding[]> {
  // All at once: the engine works through them while this thread goes on.
  const tried = await Promise.all(statements.map((one) => bindOverNames(engine, one)));
  const bound: Binding[] = [];
  for (const [i, one] of statements.entries()) {
    const columns = tried[i] ?? null;
    bound.push(columns ? { columns, problem: null } : await bindOverTables(engine, one));
  }
  return bound;
}

/**
 * The tables as WITH queries in front of the statement: quick, because nothing is made. null for
 * any error, and for a statement with a WITH of its own: real tables then tell what is wrong.
 */
async function bindOverNames(
  engine: SqlEngine,
  { sql, grounds }: SqlToBind,
): Promise<readonly Bound[] | null> {
  const names = [...shapesOf(grounds), calendarShape].map(([relation, columns]) => {
    const nulls = columns.map(([column, type]) => `CAST(NULL AS ${type}) AS ${sqlName(column)}`);
    return `${sqlName(relation)} AS (SELECT ${nulls.join(', ')})`;
  });
  const statement = expandSql(sql, 'duckdb', samplesOf(grounds));
  return await describe(engine, `WITH ${names.join(', ')}\n${statement}`).catch(() => null);
}

async function bindOverTables(engine: SqlEngine, { sql, grounds }: SqlToBind): Promise<Binding> {
  await engine.run('BEGIN');
  try {
    await engine.run(emptyCalendar);
    for (const [relation, columns] of shapesOf(grounds)) {
      const list = columns.map(([column, type]) => `${sqlName(column)} ${type}`);
      await engine.run(`CREATE TABLE ${sqlName(relation)} (${list.join(', ')})`);
    }
    const statement = expandSql(sql, 'duckdb', samplesOf(grounds));
    return { columns: await describe(engine, `\n${statement}`), problem: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { columns: null, problem: problemOf(sql, message) };
  } finally {
    await engine.run('ROLLBACK');
  }
}

async function describe(engine: SqlEngine, statement: string): Promise<readonly Bound[]> {
  const rows = await engine.rows(`DESCRIBE ${statement}`);
  return rows.map((row) => ({
    name: String(row['column_name']),
    type: String(row['column_type']),
  }));
}

function samplesOf({ parameters }: SqlGrounds): SqlValues {
  const samples = Object.entries(parameters).map(([name, all]) => [name, all[0] ?? 0] as const);
  return {
    as_of: '2000-01-01',
    time_zone: 'UTC',
    calendar: '',
    parameters: Object.fromEntries(samples),
  };
}

/** A relation with its columns and their types. */
type Shape = readonly [relation: string, columns: readonly (readonly [string, string])[]];

const calendarShape: Shape = [
  'pp_calendar_day',
  [
    ['pp_calendar', 'VARCHAR'],
    ['pp_day', 'DATE'],
    ['pp_working_no', 'BIGINT'],
    ['pp_next_working', 'DATE'],
  ],
];

function shapesOf({ reads }: SqlGrounds): Shape[] {
  return reads.map(({ table }) => {
    const columns = [...columnsOf(table)]
      .filter(([column]) => isDeclared(reads, table, column))
      .map(([column, { type }]) => [column, sqlTypeOf(type)] as const);
    // A derived table of which nothing is declared still needs a column to exist.
    const shown = columns.length > 0 ? columns : [['src_none', 'BOOLEAN'] as const];
    return [relationOf(table), shown];
  });
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

import { setImmediate as turn } from 'node:timers/promises';
import { sqlName } from '../../src/engine/duckdb.ts';
import type { SqlEngine, SqlRow } from '../../src/engine/sql-engine.ts';

/** Statements put together at a time. */
const together_max = 16;

interface Asked {
  readonly scope: number;
  /** Whose statement it is: none but its own has the columns of a `*`. */
  readonly of: string;
  readonly tables: readonly string[];
  readonly sql: string;
  readonly answer: PromiseWithResolvers<SqlRow[]>;
}

/**
 * An engine for each of many small data sets that stand in the same tables, told apart by a number
 * in their first column. What several of them ask in one turn with the same beginning is asked as
 * one statement, each with its own rows under the tables' names: a statement costs Spark far more
 * than a branch of one.
 */
export function askedTogether(
  engine: SqlEngine,
  scope_column: string,
): (scope: number, of: string, tables: readonly string[]) => SqlEngine {
  let waiting: Asked[] = [];
  const branch = ({ scope, tables, sql }: Asked): string => {
    const own = tables.map((table) => {
      const rows = `SELECT * FROM ${scopedTable(table)} WHERE ${scope_column} = ${scope}`;
      return `${sqlName(table)} AS (${rows})`;
    });
    return `SELECT ${scope} AS ${scope_column}, pp_answer.*
      FROM (WITH ${own.join(', ')} ${sql}\n) pp_answer`;
  };
  const withoutScope = (row: SqlRow): SqlRow =>
    Object.fromEntries(Object.entries(row).filter(([name]) => name !== scope_column));
  const ask = async (some: readonly Asked[]): Promise<void> => {
    try {
      const rows = await engine.rows(some.map(branch).join('\nUNION ALL\n'));
      const byScope = Map.groupBy(rows, (row) => Number(row[scope_column]));
      for (const { scope, answer } of some) {
        answer.resolve((byScope.get(scope) ?? []).map(withoutScope));
      }
    } catch (error) {
      for (const { answer } of some) answer.reject(error);
    }
  };
  const flush = async (): Promise<void> => {
    await turn();
    const asked = waiting;
    waiting = [];
    const alike = Map.groupBy(asked, ({ of, sql }) => {
      const columns = sql.slice(0, sql.indexOf('FROM'));
      return columns.includes('*') ? `${of} ${columns}` : columns;
    });
    for (const group of alike.values()) {
      for (let i = 0; i < group.length; i += together_max) {
        await ask(group.slice(i, i + together_max));
      }
    }
  };
  return (scope, of, tables) => ({
    ...engine,
    rows: async (sql) => {
      const answer = Promise.withResolvers<SqlRow[]>();
      waiting.push({ scope, of, tables, sql, answer });
      if (waiting.length === 1) void flush();
      return await answer.promise;
    },
  });
}

/** The table that holds a table's rows of all data sets. */
export function scopedTable(table: string): string {
  return `pp_all_${table}`;
}

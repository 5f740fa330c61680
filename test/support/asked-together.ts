import { setImmediate as turn } from 'node:timers/promises';
import { sqlName } from '../../src/engine/duckdb.ts';
import { scalarOfText } from '../../src/engine/spark/scalar-of-text.ts';
import type { SqlEngine, SqlRow } from '../../src/engine/sql-engine.ts';
import type { EvidenceValue } from '../../src/model/provision.ts';

/** Statements put together at a time, and how many such are under way at once. */
const together_max = 8;
const under_way_max = 2;

interface Asked {
  /** Queries for the rows of each table it reads. */
  readonly tables: ReadonlyMap<string, string>;
  readonly sql: string;
  readonly answer: PromiseWithResolvers<SqlRow[]>;
}

/**
 * A Spark for each of many small data sets. What is asked of several of them is asked as one
 * statement, each with its own rows under the tables' names: a statement costs Spark far more than
 * a branch of one. Rows come as JSON with their types beside it, so that those of any shape fit.
 */
export function askedTogether(
  spark: SqlEngine,
): (tables: ReadonlyMap<string, string>) => SqlEngine {
  const waiting: Asked[] = [];
  let under_way = 0;
  const ask = async (some: readonly Asked[]): Promise<void> => {
    try {
      const rows = await spark.rows(some.map(branch).join('\nUNION ALL\n'));
      const byPlace = Map.groupBy(rows, ({ pp_place }) => Number(pp_place));
      for (const [place, { answer }] of some.entries()) {
        answer.resolve((byPlace.get(place) ?? []).map(rowOf));
      }
    } catch (error) {
      for (const { answer } of some) answer.reject(error);
    }
  };
  const askOn = async (): Promise<void> => {
    for (;;) {
      // Who has had an answer asks on before the next are put together.
      await turn();
      const some = waiting.splice(0, together_max);
      if (some.length === 0) break;
      await ask(some);
    }
    under_way -= 1;
  };
  return (tables) => ({
    ...spark,
    rows: async (sql) => {
      const answer = Promise.withResolvers<SqlRow[]>();
      waiting.push({ tables, sql, answer });
      if (under_way < under_way_max) {
        under_way += 1;
        void askOn();
      }
      return await answer.promise;
    },
  });
}

function branch({ tables, sql }: Asked, place: number): string {
  // Of one partition, as a join asks for it: nothing has to be sent around before.
  const own = [...tables].map(([table, rows]) => {
    return `${sqlName(table)} AS (SELECT /*+ COALESCE(1) */ * FROM (${rows}))`;
  });
  return `SELECT ${place} AS pp_place, typeof(pp_row) AS pp_types,
      to_json(pp_row, map('ignoreNullFields', 'false')) AS pp_json
    FROM (SELECT struct(pp_answer.*) AS pp_row FROM (WITH ${own.join(', ')} ${sql}\n) pp_answer)`;
}

/** A row as `SqlEngine` promises it: numbers as they were written, by the type of each. */
function rowOf({ pp_types, pp_json }: SqlRow): SqlRow {
  const types = new Map(
    [...String(pp_types).matchAll(/[<,](\w+):(\w+(?:\([\d,]+\))?)/g)].map(([, name, type]) => [
      name!,
      type!,
    ]),
  );
  const revive: Reviver = (name, value, context) => {
    if (name === '' || value === null) return value;
    return scalarOf(types.get(name) ?? '', value, context?.source ?? '');
  };
  const row: unknown = JSON.parse(String(pp_json), revive);
  return row as SqlRow;
}

/** With the text a number was read from, which the types of the language do not know yet. */
type Reviver = (name: string, value: unknown, context?: { readonly source?: string }) => unknown;

function scalarOf(type: string, value: unknown, source: string): EvidenceValue {
  if (type === 'timestamp_ntz') return scalarOfText(String(value), 'timestamp');
  if (type === 'bigint' || type.startsWith('decimal')) return scalarOfText(source, 'decimal');
  if (['string', 'date', 'int', 'double', 'boolean'].includes(type)) return value as EvidenceValue;
  throw new TypeError(`no test asks Spark for a ${type}`);
}

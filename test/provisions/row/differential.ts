import type { DuckDb } from '../../../src/engine/duckdb.ts';
import type { SqlEngine, SqlRow } from '../../../src/engine/sql-engine.ts';
import type { EvidenceValue } from '../../../src/model/provision.ts';
import { fromSyntaxTree } from '../../../src/provisions/row/from-syntax-tree.ts';
import { readDay, readInstant, readInteger } from '../../../src/provisions/row/instant-text.ts';
import { rowProgram } from '../../../src/provisions/row/row-program.ts';
import type { RowProgram } from '../../../src/provisions/row/row-program.ts';
import { bool } from '../../../src/provisions/row/row-type.ts';
import type { RowType } from '../../../src/provisions/row/row-type.ts';
import type { Slots, Value } from '../../../src/provisions/row/typed.ts';
import type { Times } from '../../../src/provisions/row/times.ts';
import { expandSql } from '../../../src/provisions/sql/expand.ts';
import type { SqlValues } from '../../../src/provisions/sql/expand.ts';
import { parseSql } from '../../../src/provisions/sql/syntax-tree.ts';
import { layout } from './random-row.ts';
import type { RandomRow } from './random-row.ts';

/** How a comparison of closures and an engine came out. */
export interface Compared {
  /** Values compared, one an expression and row. */
  readonly values: number;
  /** Those that are not NULL. */
  readonly known: number;
  /**
   * Rows at which the engine gives an error, where a closure may have had no need to look; or a
   * closure does, where the engine has answered only because it rearranged the expression.
   */
  readonly errors: number;
  /** At most a few: the expression, the row, and both answers. */
  readonly differences: readonly string[];
}

/** Compares what closures say of all rows of `trial` with what an engine says, value by value. */
export async function compareAll(
  parser: DuckDb,
  engine: SqlEngine,
  expressions: readonly string[],
  rows: readonly RandomRow[],
  values: SqlValues,
  times: Times,
): Promise<Compared> {
  const slots = rows.map(toSlots);
  const differences: string[] = [];
  let compared = 0;
  let known = 0;
  let errors = 0;
  const check = async (program: RowProgram, column: number, i: number, seen: Answer) => {
    const { type, read } = program.columns[column] ?? missing;
    const own = answerOf(() => read(slots[i] ?? []));
    if (
      seen === error ||
      (own === error && (await failsUnoptimised(sql(`WHERE r.id = ${i}`, column))))
    ) {
      errors += 1;
    } else {
      compared += 1;
      if (seen !== null) known += 1;
      if (!isSame(own, seen, type) && differences.length < 5) {
        const row = JSON.stringify(rows[i]);
        differences.push(
          `${expressions[column]}\n${row}\nclosure ${String(own)}, SQL ${String(seen)}`,
        );
      }
    }
  };
  const program = await compile(parser, expressions, values, times);
  const sql = (filter: string, only?: number): string => {
    const items = expressions
      .map((one, i) => `${one} AS c${i}`)
      .filter((_, i) => only === undefined || i === only);
    const query = `SELECT ${items.join(', ')} FROM trial r ${filter} ORDER BY r.id NULLS LAST`;
    return expandSql(query, engine.dialect, values);
  };
  const failsUnoptimised = async (one: string): Promise<boolean> => {
    if (engine.dialect !== 'duckdb') return true;
    await engine.run('PRAGMA disable_optimizer');
    const seen = await answers(engine, one);
    await engine.run('PRAGMA enable_optimizer');
    return seen === error;
  };
  const whole = await answers(engine, sql(''));
  if (whole !== error) {
    for (const [i, row] of whole.entries()) {
      for (const c of expressions.keys()) await check(program, c, i, row[`c${c}`] ?? null);
    }
  } else if (expressions.length > 1) {
    const half = expressions.length >> 1;
    for (const part of [expressions.slice(0, half), expressions.slice(half)]) {
      const below = await compareAll(parser, engine, part, rows, values, times);
      compared += below.values;
      known += below.known;
      errors += below.errors;
      differences.push(...below.differences);
    }
  } else {
    for (const i of rows.keys()) {
      const one = await answers(engine, sql(`WHERE r.id = ${i}`));
      await check(program, 0, i, one === error ? error : (one[0]?.['c0'] ?? null));
    }
  }
  return { values: compared, known, errors, differences };
}

async function compile(
  parser: DuckDb,
  expressions: readonly string[],
  values: SqlValues,
  times: Times,
): Promise<RowProgram> {
  const items = expressions.map((one, i) => `${one} AS c${i}`);
  const { root } = await parseSql(parser, `SELECT ${items.join(', ')} FROM review r`);
  const { predicates, beyond } = fromSyntaxTree(root ?? {});
  const [predicate] = predicates ?? [];
  if (!predicate) throw new Error(`${expressions.join('\n')}: ${JSON.stringify(beyond)}`);
  return rowProgram(predicate, layout, values, times);
}

const missing: RowProgram['columns'][number] = { name: '', type: bool, read: () => 'no column' };

const error = Symbol('error');
type Answer = EvidenceValue | typeof error;

function answerOf(ask: () => EvidenceValue): Answer {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof RangeError) return error;
    throw thrown;
  }
}

async function answers(engine: SqlEngine, sql: string): Promise<SqlRow[] | typeof error> {
  try {
    return await engine.rows(sql);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : '';
    // What is wrong with a statement, rather than with a value, is a fault of the test.
    if (/Binder|Parser|Catalog|does not exist|syntax/.test(message)) throw thrown;
    return error;
  }
}

/**
 * A DECIMAL is compared without its last zeros: DuckDB forgets the scale of what it knows to be
 * NULL, and PostgreSQL's comes as a number.
 */
function isSame(own: Answer, seen: EvidenceValue, { kind }: RowType): boolean {
  if (own === seen || own === error || kind !== 'decimal' || seen === null) return own === seen;
  if (typeof seen === 'number') return Number(own) === seen;
  const bare = (value: string): string =>
    value.includes('.') ? value.replace(/\.?0+$/, '') : value;
  return bare(String(own)) === bare(String(seen));
}

function toSlots(row: RandomRow): Slots {
  return [...layout].map(([name, { type }]): Value => {
    const value = row[name] ?? null;
    if (typeof value !== 'string') return value;
    if (type.kind === 'int') return readInteger(value);
    if (type.kind === 'date') return readDay(value);
    return type.kind === 'instant' ? readInstant(value) : value;
  });
}

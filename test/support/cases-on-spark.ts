import { sqlName } from '../../src/engine/duckdb.ts';
import type { DuckDb } from '../../src/engine/duckdb.ts';
import { selectRows } from '../../src/engine/spark/views.ts';
import type { SqlEngine } from '../../src/engine/sql-engine.ts';
import type { Provision } from '../../src/model/provision.ts';
import { columnsOf, relationOf, sqlTypeOf } from '../../src/model/tables.ts';
import { evaluate } from '../../src/provisions/evaluate.ts';
import type { Evaluation } from '../../src/provisions/evaluate.ts';
import { currencyIn } from '../../src/provisions/needs.ts';
import type { ProvisionTestCase } from '../../src/provisions/test-file.ts';
import { fillCase } from '../../src/provisions/test-provision.ts';
import type { TestGrounds } from '../../src/provisions/test-provision.ts';
import { suppliedBy } from '../../src/provisions/test-tables.ts';
import { askedTogether } from './asked-together.ts';
import type { ShippedCases } from './shipped-cases.ts';

/** A case, and what DuckDB says of it. */
export interface JudgedCase {
  readonly one: ProvisionTestCase;
  readonly evaluation: Evaluation;
  /** What Spark selects for each table the provision reads: its rows, those derived included. */
  readonly tables: ReadonlyMap<string, string>;
}

export interface JudgedProvision extends ShippedCases {
  readonly judged: readonly JudgedCase[];
}

/** Judges cases on DuckDB and keeps their rows as Spark is told them. */
export async function judgeOnDuckDb(
  duckdb: DuckDb,
  chosen: readonly ShippedCases[],
): Promise<readonly JudgedProvision[]> {
  const provisions: JudgedProvision[] = [];
  for (const shipped of chosen) {
    const { provision, cases, grounds } = shipped;
    const judged: JudgedCase[] = [];
    for (const one of cases.cases) {
      await fillCase(duckdb, provision, one, grounds);
      const tables = await tablesOf(duckdb, provision);
      judged.push({ one, evaluation: await judge(duckdb, provision, one, grounds), tables });
    }
    provisions.push({ ...shipped, judged });
  }
  return provisions;
}

/** What Spark says of the cases of some provisions, as `judged` of each holds what DuckDB said. */
export async function judgeOnSpark(
  spark: SqlEngine,
  provisions: readonly JudgedProvision[],
): Promise<readonly (readonly Evaluation[])[]> {
  const engineOf = askedTogether(spark);
  const asked = provisions.map(async ({ provision, judged, grounds }) => {
    const each = judged.map(async ({ one, tables }) => {
      return await judge(engineOf(tables), provision, one, grounds);
    });
    return await Promise.all(each);
  });
  return await Promise.all(asked);
}

/** What a run asks of a provision. */
export async function judge(
  engine: SqlEngine,
  provision: Provision,
  one: ProvisionTestCase,
  { time_zone }: TestGrounds,
): Promise<Evaluation> {
  const currency = currencyIn(provision);
  const tables = suppliedBy(one);
  const context = { as_of: one.as_of, time_zone, tables, currency, input_digests: [] };
  return await evaluate(engine, provision, context);
}

async function tablesOf(
  duckdb: DuckDb,
  { reads }: Provision,
): Promise<ReadonlyMap<string, string>> {
  const tables = new Map<string, string>();
  for (const { table, required, optional } of reads) {
    const named = new Set([...required, ...optional]);
    const columns = [...columnsOf(table)].filter(([name]) => named.has(name));
    const types = Object.fromEntries(columns.map(([name, { type }]) => [name, sqlTypeOf(type)]));
    const texts = columns.map(([name]) => `CAST(${sqlName(name)} AS VARCHAR) AS ${sqlName(name)}`);
    const relation = relationOf(table);
    const rows = await duckdb.rows(`SELECT ${texts.join(', ')} FROM ${sqlName(relation)}`);
    tables.set(relation, selectRows(types, rows));
  }
  return tables;
}

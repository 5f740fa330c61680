import { join } from 'node:path';
import { createScoped } from '../../src/engine/scoped-tables.ts';
import { sqlName, sqlText } from '../../src/engine/duckdb.ts';
import type { DuckDb } from '../../src/engine/duckdb.ts';
import { viewOfFile } from '../../src/engine/spark/views.ts';
import type { SqlEngine } from '../../src/engine/sql-engine.ts';
import { canonicalJson } from '../../src/evidence/canonical-json.ts';
import { compareText } from '../../src/model/issue.ts';
import { columnsOf, relationOf } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import type { ProvisionTestCase } from '../../src/provisions/test-file.ts';
import { fillCase, outcomeOf } from '../../src/provisions/test-provision.ts';
import type { Outcome } from '../../src/provisions/test-provision.ts';
import { askedTogether, scopedTable } from './asked-together.ts';
import type { ShippedCases } from './shipped-cases.ts';

/** A case with its number, and what DuckDB says of it. */
export interface JudgedCase {
  readonly one: ProvisionTestCase;
  readonly scope: number;
  readonly outcome: Outcome;
}

export interface JudgedProvision extends ShippedCases {
  readonly judged: readonly JudgedCase[];
}

const scope_column = 'pp_scope';

/**
 * Judges cases on DuckDB and lays their rows, those derived included, before Spark: one Parquet
 * file a table with the rows of all cases, as files are laid before it in a run.
 */
export async function layCases(
  duckdb: DuckDb,
  spark: SqlEngine,
  folder: string,
  chosen: readonly ShippedCases[],
): Promise<readonly JudgedProvision[]> {
  const tables = new Set<TableName>();
  const laid: JudgedProvision[] = [];
  let scope = 0;
  for (const shipped of chosen) {
    const { provision, cases, grounds } = shipped;
    const read = provision.reads.map(({ table }) => table);
    for (const table of read) {
      if (!tables.has(table)) {
        await createScoped(duckdb, table, scopedTable(relationOf(table)), scope_column);
      }
      tables.add(table);
    }
    const judged: JudgedCase[] = [];
    for (const one of cases.cases) {
      await fillCase(duckdb, provision, one, grounds);
      for (const table of read) {
        const columns = [...columnsOf(table).keys()].map(sqlName).join(', ');
        const into = `${scopedTable(relationOf(table))} (${scope_column}, ${columns})`;
        await duckdb.run(`INSERT INTO ${into}
          SELECT ${scope}, ${columns} FROM ${sqlName(relationOf(table))}`);
      }
      const outcome = inOrder(await outcomeOf(duckdb, provision, one, grounds));
      judged.push({ one, scope, outcome });
      scope += 1;
    }
    laid.push({ ...shipped, judged });
  }
  for (const table of tables) {
    const name = scopedTable(relationOf(table));
    const file = join(folder, `${name}.parquet`);
    await duckdb.run(`COPY ${name} TO ${sqlText(file)} (FORMAT parquet)`);
    await viewOfFile(spark, name, `file:${file}`);
  }
  return laid;
}

/** What Spark says of the cases of some provisions, as `judged` of each holds what DuckDB said. */
export async function outcomesOnSpark(
  spark: SqlEngine,
  provisions: readonly JudgedProvision[],
): Promise<readonly (readonly Outcome[])[]> {
  const engineOf = askedTogether(spark, scope_column);
  const outcomes = provisions.map(async ({ provision, judged, grounds }) => {
    const tables = provision.reads.map(({ table }) => relationOf(table));
    const version = `${provision.id} ${provision.in_force.from}`;
    const asked = judged.map(async ({ one, scope }) => {
      return inOrder(await outcomeOf(engineOf(scope, version, tables), provision, one, grounds));
    });
    return await Promise.all(asked);
  });
  return await Promise.all(outcomes);
}

/** Nothing is said of the order in which what cannot be told is listed. */
function inOrder({ findings, cannot_tell }: Outcome): Outcome {
  const told = cannot_tell.map((one) => [canonicalJson(one), one] as const);
  const sorted = told.toSorted(([a], [b]) => compareText(a, b));
  return { findings, cannot_tell: sorted.map(([, one]) => one) };
}

import type { DuckDb } from '../../src/engine/duckdb.ts';
import { viewOfRows } from '../../src/engine/spark/views.ts';
import type { SqlEngine } from '../../src/engine/sql-engine.ts';
import { canonicalJson } from '../../src/evidence/canonical-json.ts';
import { compareText } from '../../src/model/issue.ts';
import type { Provision } from '../../src/model/provision.ts';
import { columnsOf, relationOf, sqlTypeOf } from '../../src/model/tables.ts';
import type { ProvisionTestCase } from '../../src/provisions/test-file.ts';
import { fillCase, outcomeOf } from '../../src/provisions/test-provision.ts';
import type { Outcome, TestGrounds } from '../../src/provisions/test-provision.ts';

/** What a provision says of a case on DuckDB, and on Spark of the same rows. */
export async function outcomesOnBoth(
  duckdb: DuckDb,
  spark: SqlEngine,
  provision: Provision,
  one: ProvisionTestCase,
  grounds: TestGrounds,
): Promise<{ readonly duckdb: Outcome; readonly spark: Outcome }> {
  await fillCase(duckdb, provision, one, grounds);
  for (const { table } of provision.reads) {
    const relation = relationOf(table);
    const columns = [...columnsOf(table)].map(([name, { type }]) => [name, sqlTypeOf(type)]);
    const rows = await duckdb.rows(`SELECT * FROM "${relation}"`);
    await viewOfRows(spark, relation, Object.fromEntries(columns), rows);
  }
  return {
    duckdb: inOrder(await outcomeOf(duckdb, provision, one, grounds)),
    spark: inOrder(await outcomeOf(spark, provision, one, grounds)),
  };
}

/** Nothing is said of the order in which what cannot be told is listed. */
function inOrder({ findings, cannot_tell }: Outcome): Outcome {
  const told = cannot_tell.map((one) => [canonicalJson(one), one] as const);
  const sorted = told.toSorted(([a], [b]) => compareText(a, b));
  return { findings, cannot_tell: sorted.map(([, one]) => one) };
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SqlEngine } from '../../src/engine/sql-engine.ts';
import { digestOf } from '../../src/evidence/digest.ts';
import { spark_version } from '../../tools/spark-home.ts';
import { root } from '../tidy/repository.ts';
import { judge } from './cases-on-spark.ts';
import type { ShippedCases } from './shipped-cases.ts';

/** What Spark was asked in the last whole round: a line for each version of a provision. */
const kept = join(root, 'test/conformance/asked-on-spark.txt');

/**
 * A line that changes with anything Spark would be asked of these cases: each statement as Spark
 * reads it, the rows a case states, and the release of Spark.
 */
export async function questionOf({ id, provision, cases, grounds }: ShippedCases): Promise<string> {
  const statements: string[] = [];
  const hearing: SqlEngine = {
    name: 'spark',
    version: spark_version,
    dialect: 'spark',
    run: async () => await Promise.resolve(),
    rows: async (sql) => {
      statements.push(sql);
      return await Promise.resolve([]);
    },
    close: () => undefined,
  };
  for (const one of cases.cases) await judge(hearing, provision, one, grounds);
  return `${id} ${digestOf([spark_version, provision.reads, cases.cases, statements])}`;
}

export function questionsKept(): ReadonlySet<string> {
  return new Set(readFileSync(kept, 'utf8').split('\n'));
}

/** Keeps what was asked of a release of Spark, if it is the one all questions are of. */
export function keepQuestions(questions: readonly string[], version: string): void {
  if (version !== spark_version) return;
  writeFileSync(kept, `${questions.toSorted().join('\n')}\n`);
}

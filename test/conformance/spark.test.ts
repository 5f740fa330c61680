import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb, sqlText } from '../../src/engine/duckdb.ts';
import { openSpark } from '../../src/engine/spark/spark.ts';
import type { Spark } from '../../src/engine/spark/spark.ts';
import { viewOfFile } from '../../src/engine/spark/views.ts';
import { siteOnSpark } from '../../src/network/sql/forest-site.ts';
import { sqlTree } from '../../src/network/sql/sql-tree.ts';
import { attachCalendars } from '../../src/provisions/attach-calendars.ts';
import { expandSql } from '../../src/provisions/sql/expand.ts';
import { keepQuestions, questionOf, questionsKept } from '../support/asked-on-spark.ts';
import { judgeOnDuckDb, judgeOnSpark } from '../support/cases-on-spark.ts';
import type { JudgedProvision } from '../support/cases-on-spark.ts';
import { manyForests, sourceOf, treeByKernels } from '../support/many-forests.ts';
import { portableCases, portableValues } from '../support/portable-values.ts';
import { shareOf, shippedCases } from '../support/shipped-cases.ts';
import { startSparkCluster } from '../support/spark-cluster.ts';
import { interpreted, sparkAtLength, sparkHome } from '../support/spark-server.ts';
import type { SparkServer } from '../support/spark-server.ts';
import { turnOfDay } from '../support/turn-of-day.ts';

/**
 * A breach and a case without one of every version of a provision that Spark is asked something
 * else of than in the last whole round; of the others half on every second day, when it does not
 * have the platform of 100,000: all in four days. `POLYPRISM_SPARK=1`: a whole round; `all`: every
 * case there is.
 */
const wanted = process.env['POLYPRISM_SPARK'];
const everything = wanted === 'all';
const turns = 4;
const turn = turnOfDay(turns);
const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_129);

/** Versions of provisions a test. */
const together = 30;

const { packs, provisions } = await shippedCases();
const share = shareOf(provisions);
const questions = await Promise.all(share.map(questionOf));
const before = questionsKept();
// 1 or 3 on those days.
const due = share.filter((_, i) => (i % 2) * 2 + 1 === turn || !before.has(questions[i]!));
const chosen = everything ? provisions : sparkAtLength ? share : due;
const parts = Array.from({ length: Math.ceil(chosen.length / together) }, (_, part) => {
  const from = part * together;
  const some = chosen.slice(from, from + together);
  return { from, first: some[0]!.id, last: some.at(-1)!.id };
});

/** One row after the other goes through an executor; none is worked out while it is planned. */
const rowByRow = {
  ...interpreted,
  'spark.sql.leafNodeDefaultParallelism': '1',
  // A broadcast is a job of its own.
  'spark.sql.autoBroadcastJoinThreshold': '-1',
  'spark.sql.optimizer.excludedRules':
    'org.apache.spark.sql.catalyst.optimizer.ConvertToLocalRelation',
};

it.runIf(wanted !== undefined && wanted !== '0')('Spark is here where it was asked for', () => {
  expect(sparkHome()).not.toBeNull();
});

/** Shown with the tests it skips where there is no Spark. */
const where = sparkHome() === null ? ' (not here: docs/how-to/spark.md)' : '';

describe.runIf(sparkHome() !== null)(`Spark on two workers${where}`, () => {
  let server: SparkServer;
  /** As a run opens it, and as a test of a handful of rows is quickest. */
  let spark: Spark;
  let session: Spark;
  let duckdb: DuckDb;

  beforeAll(async () => {
    server = await startSparkCluster();
    spark = await openSpark(server.url);
    duckdb = await DuckDb.open({ threads: 1 });
    session = await openSpark(server.url);
    for (const [name, value] of Object.entries(rowByRow)) {
      await session.run(`SET ${name}=${value}`);
    }
  }, 300_000);

  afterAll(async () => {
    duckdb.close();
    await session.end();
    await spark.end();
    await server.stop();
  });

  describe('of provisions', () => {
    let judged: readonly JudgedProvision[];
    let answered = 0;

    beforeAll(async () => {
      await attachCalendars(duckdb, packs);
      const days = join(server.folder, 'days.parquet');
      await duckdb.run(`COPY pp_calendar_day TO ${sqlText(days)}`);
      for (const one of [spark, session]) {
        await viewOfFile(one, 'pp_calendar_day', `file:${days}`);
      }
      judged = await judgeOnDuckDb(duckdb, chosen);
    }, 600_000);

    it('answers every pp_ function as the other engines do', async () => {
      const asked = portableCases.map(({ sql }, i) => {
        return `${expandSql(sql, 'spark', portableValues)} AS c${i}`;
      });
      const [answers] = await (everything ? spark : session).rows(`SELECT ${asked.join(',\n')}`);
      const seen = portableCases.map(({ sql }, i) => [sql, answers?.[`c${i}`]]);
      expect(seen).toEqual(portableCases.map(({ sql, is }) => [sql, is]));
    });

    it.each(parts)('judges $first to $last as DuckDB does', { timeout: 600_000 }, async (part) => {
      const some = judged.slice(part.from, part.from + together);
      const evaluations = await judgeOnSpark(session, some);
      const told = some.flatMap(({ id, judged: cases }, i) => {
        return cases.map(({ one }, at) => [id, one.name, evaluations[i]![at]]);
      });
      const expected = some.flatMap(({ id, judged: cases }) => {
        return cases.map(({ one, evaluation }) => [id, one.name, evaluation]);
      });
      expect(told).toEqual(expected);
      answered += some.length;
    });

    afterAll(() => {
      if (sparkAtLength && answered === chosen.length) keepQuestions(questions, spark.version);
    });
  });

  it(`works out the forest of the kernels (seed ${seed})`, { timeout: 600_000 }, async () => {
    const source = sourceOf(manyForests(seed, 120, 25, 4).members);
    const here = join(server.folder, 'forest');
    mkdirSync(here);
    const site = siteOnSpark(everything ? spark : session, { here, there: `file:${here}` });
    const tree = treeByKernels(source);
    expect(tree.repairs.cuts.length).toBeGreaterThan(5);
    expect(await sqlTree(duckdb, site, source)).toEqual(tree);
  });
});

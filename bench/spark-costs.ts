import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trialRows } from '../src/cli/plan-run/trial-rows.ts';
import type { UnitCostSheet } from '../src/cost/unit-costs.ts';
import { DuckDb, sqlText } from '../src/engine/duckdb.ts';
import { openSpark } from '../src/engine/spark/spark.ts';
import { viewOfFile } from '../src/engine/spark/views.ts';
import type { SqlEngine } from '../src/engine/sql-engine.ts';
import { startSpark } from '../test/support/spark-server.ts';
import { seconds } from './timing.ts';

/** Two sizes: what a statement takes whatever the rows is no cost of a row. */
const FEW = 1_000_000;
const MANY = 10_000_000;
/** Options of a Java that is to compile what it runs for long. */
export const lasting = '-XX:+UseSerialGC';

const RUNS = 3;
/** A statement of one row is short: more of them are asked. */
const SHORT_RUNS = 10;

const questions = {
  filter: (table: string) => `SELECT count(*) AS n, max(delivered_at) AS last FROM ${table}
    WHERE paid_minor > 50000 AND paid_at < TIMESTAMP '2025-01-01 00:00:00'`,
  group: (table: string) => `SELECT count(*) AS n, max(paid) AS most, max(first) AS last FROM (
    SELECT buyer_id, sum(paid_minor) AS paid, min(paid_at) AS first FROM ${table}
    GROUP BY buyer_id) t`,
} as const;

/**
 * Spark beside DuckDB on the same orders, both warm and on the same cores, in seconds of processor;
 * the least of some runs, as other programs run too. Spark has to be installed.
 */
export async function measureSpark(print: (line: string) => void): Promise<UnitCostSheet['costs']> {
  const server = await startSpark({ java: lasting });
  const duckdb = await DuckDb.open({ temporary_directory: server.folder });
  try {
    const spark = await openSpark(server.url);
    await duckdb.run('SET preserve_insertion_order = false');
    for (const [table, orders] of [
      ['few', FEW],
      ['many', MANY],
    ] as const) {
      const file = join(server.folder, `${table}.parquet`);
      const rows = trialRows.order({ members: orders / 10, orders });
      await duckdb.run(`COPY (${rows}) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd)`);
      await duckdb.run(`CREATE VIEW ${table} AS FROM ${sqlText(file)}`);
      await viewOfFile(spark, table, `file:${file}`);
    }
    const sparkCpu_s = cpuOfServer(server.url);
    const factor = async (name: keyof typeof questions): Promise<number> => {
      const more = async (engine: SqlEngine, cpu_s: () => number): Promise<number> =>
        (await least(engine, questions[name]('many'), cpu_s)) -
        (await least(engine, questions[name]('few'), cpu_s));
      const [there, here] = [await more(spark, sparkCpu_s), await more(duckdb, ownCpu_s)];
      print(`unit-costs: ${name} of ${MANY - FEW} orders: Spark ${spark.version}
  ${there.toFixed(2)} s of processor, DuckDB ${here.toFixed(2)} s`);
      return there / here;
    };
    const spark_filter_factor = await factor('filter');
    const spark_group_factor = await factor('group');
    const small = 'SELECT count(*) AS n FROM (SELECT 1 AS one) t GROUP BY one';
    const walls: number[] = [];
    for (let run = 0; run < SHORT_RUNS; run += 1) {
      walls.push(await seconds(() => spark.rows(small)));
    }
    await spark.end();
    return { spark_statement_s: Math.min(...walls), spark_filter_factor, spark_group_factor };
  } finally {
    duckdb.close();
    await server.stop();
  }
}

async function least(engine: SqlEngine, sql: string, cpu_s: () => number): Promise<number> {
  const runs: number[] = [];
  await engine.rows(sql);
  for (let run = 0; run < RUNS; run += 1) {
    const before = cpu_s();
    await engine.rows(sql);
    runs.push(cpu_s() - before);
  }
  return Math.min(...runs);
}

function ownCpu_s(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const TICKS_PER_S = 100;

/** Seconds of processor of the server at an address, as Linux counts them. */
export function cpuOfServer(url: string): () => number {
  const port = new URL(url.replace('hive2:', 'http:')).port;
  const pid = readdirSync('/proc').find(
    (name) => /^\d+$/.test(name) && commandOf(name).includes(`thrift.port=${port}`),
  );
  if (pid === undefined) throw new TypeError('no such server');
  return () => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Behind the name in parentheses: the 12th and 13th are user and system time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
  };
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

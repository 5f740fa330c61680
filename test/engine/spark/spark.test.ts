import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb, sqlText } from '../../../src/engine/duckdb.ts';
import { scansOnSpark } from '../../../src/engine/scan-site.ts';
import { openSpark } from '../../../src/engine/spark/spark.ts';
import type { Spark } from '../../../src/engine/spark/spark.ts';
import type { Away } from '../../../src/engine/spark/work-files.ts';
import { viewOfFile } from '../../../src/engine/spark/views.ts';
import { bringDown } from '../../../src/inspect/lake/bring-down.ts';
import { findTables } from '../../../src/inspect/lake/find-tables.ts';
import { surveyTable } from '../../../src/inspect/lake/survey-table.ts';
import { digestTable } from '../../../src/inspect/lake/table-digest.ts';
import { layBeforeSpark } from '../../../src/inspect/lay-before-spark.ts';
import type { SparkPlan } from '../../../src/inspect/lay-before-spark.ts';
import { IssueLog } from '../../../src/model/issue.ts';
import { columnsOf, relationOf, sqlTypeOf } from '../../../src/model/tables.ts';
import { attachCalendars } from '../../../src/provisions/attach-calendars.ts';
import { freePort } from '../../support/free-port.ts';
import { runInspectJob } from '../../support/inspect-job.ts';
import { oddFees, readOfOdd, toldOfOdd, writeOddLake } from '../../support/odd-lake.ts';
import { shippedCases } from '../../support/shipped-cases.ts';
import { interpreted, sparkHome, startSpark } from '../../support/spark-server.ts';
import { digestByHand, oddRows, oddRowsSql } from '../../support/table-digest.ts';
import type { SparkServer } from '../../support/spark-server.ts';

const { packs, provisions } = await shippedCases();

describe.runIf(sparkHome() !== null)('Spark', () => {
  let server: SparkServer;
  /** Where it tells what it is at work on. */
  let ui: string;
  let spark: Spark;
  let duckdb: DuckDb;

  beforeAll(async () => {
    const port = await freePort();
    server = await startSpark({ conf: { 'spark.ui.enabled': 'true', 'spark.ui.port': `${port}` } });
    ui = `http://127.0.0.1:${port}/api/v1/applications`;
    spark = await openSpark(server.url);
    duckdb = await DuckDb.open({ threads: 1 });
    await attachCalendars(duckdb, packs);
    const days = join(server.folder, 'days.parquet');
    await duckdb.run(`COPY pp_calendar_day TO ${sqlText(days)}`);
    await viewOfFile(spark, 'pp_calendar_day', days);
  }, 600_000);

  afterAll(async () => {
    duckdb.close();
    await spark.end();
    await server.stop();
  });

  /** Waits until it is at work on so many jobs; for which statements. */
  async function busyWith(jobs: number): Promise<readonly string[]> {
    const [{ id } = { id: '' }] = (await (await fetch(ui)).json()) as { readonly id: string }[];
    for (;;) {
      const answer = await fetch(`${ui}/${id}/jobs?status=running`);
      const now = (await answer.json()) as readonly { readonly jobGroup: string }[];
      if (now.length === jobs) return now.map(({ jobGroup }) => jobGroup);
      await wait(50);
    }
  }

  it('gives values as every engine does', async () => {
    const sql = String.raw`SELECT 1 AS i, CAST(9007199254740993 AS BIGINT) AS far, 0.5D AS d,
      CAST(1.50 AS DECIMAL(9, 2)) AS money, CAST(7 AS DECIMAL(38, 0)) AS whole, 'it\'s \\' AS t,
      DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29 12:00:00' AS noon, X'00ff' AS b,
      TIMESTAMP '2024-02-29 12:00:00.25' AS later, CAST(NULL AS BIGINT) AS none, TRUE AS yes`;
    expect(await spark.rows(sql)).toEqual([
      {
        i: 1,
        far: '9007199254740993',
        d: 0.5,
        money: '1.50',
        whole: 7,
        t: "it's \\",
        day: '2024-02-29',
        noon: '2024-02-29T12:00:00Z',
        b: '00ff',
        later: '2024-02-29T12:00:00.25Z',
        none: null,
        yes: true,
      },
    ]);
  });

  it('gives rows beyond one answer, NULL where it is NULL', async () => {
    const sql = 'SELECT id, CASE WHEN id % 3 > 0 THEN id END AS n FROM range(25001) ORDER BY id';
    const rows = await spark.rows(sql);
    expect(rows).toEqual(
      Array.from({ length: 25_001 }, (_, id) => ({ id, n: id % 3 > 0 ? id : null })),
    );
  });

  it('tells what is wrong without a trace of its calls', async () => {
    const failed = await spark.rows('SELECT nobody').catch((error: unknown) => String(error));
    expect(failed).toContain('spark.statement_failed');
    expect(failed).toContain('`nobody`');
    expect(failed).not.toContain('org.apache.spark.sql.hive.thriftserver');
    // A sum beyond 64 bits is no other number.
    const sums = 'SELECT sum(n) FROM VALUES (9223372036854775807L), (1L) AS t(n)';
    await expect(spark.rows(sums)).rejects.toThrow('overflow');
  });

  it('stops when nobody waits for it any more', async () => {
    const stop = new AbortController();
    const other = await openSpark(server.url, stop.signal);
    const count = (rows: number): string => `SELECT count(*) AS n FROM range(${rows})
      WHERE sha2(CAST(id AS STRING), 256) = ''`;
    // Compiled before, the long one soon runs: Spark may lose a cancellation while it plans.
    expect(await other.rows(count(10))).toEqual([{ n: 0 }]);
    const running = other.rows(count(100_000_000_000));
    await busyWith(1);
    stop.abort();
    await expect(running).rejects.toThrow('abort');
    await other.end();
    expect(await busyWith(0)).toEqual([]);
    await expect(other.rows('SELECT 1')).rejects.toThrow('abort');
  });

  it('stops what it does for an inspection that is cancelled', async () => {
    // Somebody else sleeps on both its cores, so that what the inspection asks stays under way.
    const leave = new AbortController();
    const sleeper = await openSpark(server.url, leave.signal);
    const asleep = sleeper.rows(`SELECT count(*) FROM range(0, 2, 1, 2)
      WHERE reflect('java.lang.Thread', 'sleep', 1000000 + id) IS NULL`);
    const others = await busyWith(1);
    const stop = new AbortController();
    const at = join(server.folder, 'cancelled');
    const on = { url: server.url, folder: `file:${at}/out/snapshot` };
    const ran = runInspectJob(at, on, stop.signal);
    expect(await busyWith(2)).toEqual(expect.arrayContaining([...others]));
    stop.abort();
    expect((await ran).failed).toBe('Error: job.cancelled');
    expect(await busyWith(1)).toEqual(others);
    leave.abort();
    await expect(asleep).rejects.toThrow('abort');
    await sleeper.end();
    expect(await busyWith(0)).toEqual([]);
  });

  it('is laid before what lies in the snapshot, counted by both engines', async () => {
    const one = provisions.find(({ provision: { reads } }) => reads.length === 1);
    const table = one?.provision.reads[0]?.table;
    expect.assert(one !== undefined && table !== undefined);
    const directory = join(server.folder, 'snapshot');
    mkdirSync(directory);
    const file = join(directory, `${table}.parquet`);
    const columns = [...columnsOf(table)].map(([name, { type }]) => {
      return `CAST(NULL AS ${sqlTypeOf(type)}) AS "${name}"`;
    });
    const rows = (count: number): string => `SELECT ${columns.join(', ')} FROM range(${count})`;
    await duckdb.run(`COPY (${rows(2)}) TO ${sqlText(file)}`);
    const told: SparkPlan[] = [];
    const site = {
      engine: spark,
      folder: directory,
      plan: async (plan: SparkPlan) => void told.push(plan),
    };
    const prepared = { zones: [], asked: [one.provision], classifications: [], issues: [] };
    const lay = async (count: number): Promise<void> => {
      await duckdb.run(`DROP TABLE IF EXISTS "${relationOf(table)}"`);
      await duckdb.run(`CREATE TABLE "${relationOf(table)}" AS ${rows(count)}`);
      const laid = await layBeforeSpark(duckdb, site, { directory }, prepared);
      await laid.drop();
    };
    await lay(2);
    expect(told.map(({ tables }) => tables)).toEqual([[{ name: relationOf(table), rows: 2 }]]);
    await expect(lay(1)).rejects.toThrow(
      `Spark sees 2 rows of ${relationOf(table)}, and there are 1`,
    );
    expect(readdirSync(directory)).toEqual([`${table}.parquet`]);
  });

  it('is laid before what was brought elsewhere, and takes away what was made for it', async () => {
    const one = provisions.find(({ provision: { reads } }) => reads.length === 1);
    const table = one?.provision.reads[0]?.table;
    expect.assert(one !== undefined && table !== undefined);
    const [directory, elsewhere] = [join(server.folder, 'here'), join(server.folder, 'elsewhere')];
    mkdirSync(directory);
    const columns = [...columnsOf(table)].map(([name, { type }]) => {
      return `CAST(NULL AS ${sqlTypeOf(type)}) AS "${name}"`;
    });
    await duckdb.run(`DROP TABLE IF EXISTS "${relationOf(table)}"`);
    await duckdb.run(`CREATE TABLE "${relationOf(table)}" AS
      SELECT ${columns.join(', ')} FROM range(3)`);
    const site = {
      engine: spark,
      folder: elsewhere,
      away: between(directory, elsewhere),
    };
    const prepared = { zones: [], asked: [one.provision], classifications: [], issues: [] };
    const laid = await layBeforeSpark(duckdb, site, { directory }, prepared);
    expect(await spark.rows(`SELECT count(*) AS n FROM "${relationOf(table)}"`)).toEqual([
      { n: 3 },
    ]);
    await laid.drop();
    expect(filesIn(elsewhere)).toEqual([]);
  });

  it('scans what lies elsewhere, and what it makes there is brought here', async () => {
    const [here, there] = [join(server.folder, 'scans'), join(server.folder, 'scans-elsewhere')];
    for (const folder of [here, there]) mkdirSync(folder);
    const site = scansOnSpark(duckdb, spark, { here, there, away: between(here, there) });
    await duckdb.run('CREATE TEMP TABLE given AS SELECT 7 AS n');
    await site.lay('given');
    await site.make('made', 'SELECT n + 1 AS n FROM given');
    await site.make('made', 'SELECT n + 1 AS n FROM made');
    await site.make('gone', 'SELECT n FROM made');
    await site.clear('gone');
    expect(await duckdb.rows('SELECT n FROM made')).toEqual([{ n: 9 }]);
    const kept = new Set(filesIn(there).map((path) => path.slice(there.length + 1).split('/')[0]));
    expect([...kept].toSorted()).toEqual(['given.parquet', 'made_1']);
    await site.end();
    expect(filesIn(there)).toEqual([]);
  });

  it('digests rows as every engine does', async () => {
    // What follows is many statements over a handful of rows.
    for (const [name, value] of Object.entries(interpreted)) {
      await spark.run(`SET ${name}=${value}`);
    }
    const { columns, texts } = oddRows;
    const from = { table: 'order', from: oddRowsSql('spark'), rows: texts.length } as const;
    const { sha256 } = await digestTable(spark, from, columns);
    expect(sha256).toBe(digestByHand('order', columns, texts));
  });

  it('tells what tables in place have that they should not, and reads none of it', async () => {
    const folder = join(server.folder, 'lake');
    await writeOddLake(duckdb, folder);
    const place = { kind: 'parquet', folder: `file:${folder}` } as const;
    const { tables, unknown, unchanged } = await findTables(spark, place);
    const log = new IssueLog();
    const time_zone = 'Asia/Shanghai';
    const [links, fees] = [
      await surveyTable(spark, tables[0]!, { file: 0, time_zone }, log),
      await surveyTable(spark, tables[1]!, { file: 1, time_zone }, log),
    ];
    expect(tables.map(({ name }) => name)).toEqual(['account_link.parquet', 'fee.parquet']);
    expect([unknown, fees.unknown]).toEqual([['junk'], ['loaded']]);
    expect(fees).toMatchObject({ rows: 4, account: { read: 3, refused: 1 } });
    expect(links).toMatchObject({ rows: 3, account: { read: 2, refused: 0 } });
    expect(fees.sha256).toBe(digestByHand('fee', oddFees.columns, oddFees.texts));
    const told = log.list().map(({ code, params, file, count }) => [code, file, count, params]);
    expect(told).toEqual(toldOfOdd);
    const fee = `SELECT fee_id, member_id, kind, amount_minor, paid_at IS NOT NULL AS paid
      FROM fee ORDER BY fee_id`;
    expect(await spark.rows(fee)).toEqual(readOfOdd.fee);
    const link = 'SELECT member_id, link_key FROM account_link ORDER BY member_id';
    expect(await spark.rows(link)).toEqual(readOfOdd.account_link);
    await unchanged();
    await duckdb.run(`COPY (SELECT 'f4' AS fee_id) TO '${folder}/fee.parquet/c.parquet'`);
    await expect(unchanged()).rejects.toThrow('lake.changed: Files of fee.parquet are others');
  });

  it('numbers members of a table in place, there and here, and brings down texts', async () => {
    const [here, away] = [join(server.folder, 'brought'), join(server.folder, 'mall')];
    for (const path of [here, away]) mkdirSync(path);
    const members = `SELECT * FROM (VALUES ('c', 'b', NULL, TIMESTAMP '2026-01-03 00:00:00'),
      ('b', 'a', 'c', TIMESTAMP '2026-01-02 00:00:00'), ('10', 'gone', 'c', NULL),
      ('9', NULL, NULL, NULL)) AS v(member_id, recruiter_id, placement_id, joined_at)`;
    const listings = `SELECT * FROM (VALUES ('l1', '面霜', 5), ('l2', NULL, 6))
      AS v(listing_id, title, price_minor)`;
    await duckdb.run(`COPY (${members}) TO '${away}/member.parquet' (FORMAT parquet)`);
    const shop = join(away, 'listing.parquet/shop_id=007');
    mkdirSync(shop, { recursive: true });
    await duckdb.run(`COPY (${listings}) TO '${shop}/a.parquet' (FORMAT parquet)`);
    const place = { kind: 'parquet', folder: `file:${away}` } as const;
    const { tables } = await findTables(spark, place);
    const found = await Promise.all(
      tables.map(async ({ table }, file) => {
        const at = { file, time_zone: 'UTC' };
        return [table, (await surveyTable(spark, tables[file]!, at, new IssueLog())).account];
      }),
    );
    const other = await DuckDb.open({ threads: 1 });
    const site = scansOnSpark(other, spark, { here, there: `file:${here}` });
    await bringDown(other, site, Object.fromEntries(found));
    const numbers = `SELECT member_id, member_no, recruiter_no, placement_no FROM member
      ORDER BY member_no`;
    // By the day of joining; without one, by the number that an id is.
    const numbered = [
      { member_id: 'b', member_no: 0, recruiter_no: -1, placement_no: 1 },
      { member_id: 'c', member_no: 1, recruiter_no: 0, placement_no: null },
      { member_id: '9', member_no: 2, recruiter_no: null, placement_no: null },
      { member_id: '10', member_no: 3, recruiter_no: -1, placement_no: 1 },
    ];
    expect([await spark.rows(numbers), await other.rows(numbers)]).toEqual([numbered, numbered]);
    expect(await other.rows('SELECT * FROM listing')).toEqual([
      { listing_id: 'l1', title: '面霜', claims: null },
    ]);
    expect(await spark.rows('SELECT DISTINCT shop_id FROM listing')).toEqual([{ shop_id: '007' }]);
    other.close();
  });

  it('inspects no table in place whose values or rows are in doubt', async () => {
    const folder = join(server.folder, 'doubtful');
    const place = { kind: 'parquet', folder: `file:${folder}` } as const;
    await expect(findTables(spark, place)).rejects.toThrow('lake.no_tables');
    mkdirSync(folder);
    const survey = async (rows: string): Promise<unknown> => {
      await duckdb.run(`COPY (${rows}) TO '${folder}/fee.parquet' (FORMAT parquet)`);
      const { tables } = await findTables(spark, place);
      return await surveyTable(spark, tables[0]!, { file: 0, time_zone: 'UTC' }, new IssueLog());
    };
    const amount = "SELECT 'f1' AS fee_id, 1.5::DOUBLE AS amount_minor";
    await expect(survey(amount)).rejects.toThrow(
      'amount_minor of fee.parquet is double: not every such value is a BIGINT',
    );
    await expect(survey('SELECT 7 AS amount_minor')).rejects.toThrow('lake.key_column');
    const doubled = "SELECT * FROM (VALUES ('f1'), ('f2'), ('f1')) AS v(fee_id)";
    await expect(survey(doubled)).rejects.toThrow(
      "1 values of fee_id in fee.parquet name more than one row ('f1')",
    );
  });
});

/** Carries between two folders of this machine, of which each side knows one. */
function between(here: string, there: string): Away {
  return {
    put: async (path) => {
      mkdirSync(dirname(join(there, path)), { recursive: true });
      cpSync(join(here, path), join(there, path));
      rmSync(join(here, path));
      await Promise.resolve();
    },
    fetch: async (path) => {
      await Promise.resolve(cpSync(join(there, path), join(here, path), { recursive: true }));
    },
    remove: async (path) => {
      await Promise.resolve(rmSync(join(there, path), { recursive: true, force: true }));
    },
  };
}

function filesIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  return all.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpark } from '../../../src/engine/spark/spark.ts';
import type { Spark } from '../../../src/engine/spark/spark.ts';
import { viewOfIceberg } from '../../../src/engine/spark/views.ts';
import { findTables } from '../../../src/inspect/lake/find-tables.ts';
import { surveyTable } from '../../../src/inspect/lake/survey-table.ts';
import { IssueLog } from '../../../src/model/issue.ts';
import { importedTables } from '../../../src/model/tables.ts';
import { writeLake } from '../../support/lake-of.ts';
import {
  inspectSmallLake,
  inspectSmallMall,
  lakeReportIn,
  reportIn,
} from '../../support/small-mall-report.ts';
import { interpreted, sparkHome, startSpark } from '../../support/spark-server.ts';
import type { SparkServer } from '../../support/spark-server.ts';

/** Path of iceberg-spark-runtime for this Spark, from Maven Central. */
const jar = process.env['POLYPRISM_ICEBERG_JAR'];

describe.runIf(sparkHome() !== null && jar !== undefined)('Iceberg tables', () => {
  let server: SparkServer;
  let url: string;
  let spark: Spark;

  beforeAll(async () => {
    server = await startSpark({ conf: { ...interpreted, 'spark.jars': jar ?? '' } });
    const catalog = 'spark.sql.catalog.lake';
    const settings = [
      `${catalog}=org.apache.iceberg.spark.SparkCatalog`,
      `${catalog}.type=hadoop`,
      `${catalog}.warehouse=${join(server.folder, 'lake')}`,
    ];
    url = `${server.url}?${settings.join(';')}`;
    spark = await openSpark(url);
    await spark.run('CREATE NAMESPACE lake.mall');
  }, 600_000);

  afterAll(async () => {
    await spark.end();
    await server.stop();
  });

  it('keep the state they had, whoever writes to them', async () => {
    await spark.run('CREATE TABLE lake.mall.numbers USING iceberg AS SELECT 1 AS n');
    await viewOfIceberg(spark, 'numbers', 'lake.mall.numbers', 'n');
    await spark.run('INSERT INTO lake.mall.numbers VALUES (2)');
    expect(await spark.rows('SELECT n FROM numbers')).toEqual([{ n: 1 }]);
    await viewOfIceberg(spark, 'numbers', 'lake.mall.numbers', 'n');
    expect(await spark.rows('SELECT n FROM numbers ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('are what a whole inspection is made of', { timeout: 1_800_000 }, async () => {
    const { folder } = server;
    const here = join(folder, 'here');
    expect(await inspectSmallMall({ folder, out: here })).toBeNull();
    const imported = importedTables().filter((table) => {
      return existsSync(join(here, 'snapshot', `${table}.parquet`));
    });
    for (const table of imported) {
      await spark.run(`CREATE TABLE lake.mall."${table}" USING iceberg
        AS SELECT * FROM parquet.\`file:${here}/snapshot/${table}.parquet\``);
    }
    const out = join(folder, 'there');
    const lake = ['--engine', 'spark', '--engine-url', url, '--forest', 'sql'];
    const args = [...lake, '--engine-tables', 'iceberg:lake.mall'];
    expect(await inspectSmallMall({ folder, out, args })).toBeNull();
    expect(reportIn(out)).toEqual({ ...reportIn(here), engine: 'spark' });
    // Nothing of it was read from the files.
    await spark.run(`INSERT INTO lake.mall."fee" SELECT * FROM lake.mall."fee" LIMIT 1`);
    const told = await inspectSmallMall({ folder, out, args });
    expect(told).toContain('[spark.other_rows]');
    expect(told).toContain('Spark sees 29 rows of fee, and there are 28');
  });

  it('are inspected in place, in the state they had', { timeout: 1_800_000 }, async () => {
    const { folder } = server;
    const [here, parquet] = [join(folder, 'imported'), join(folder, 'parquet')];
    expect(await inspectSmallMall({ folder, out: here })).toBeNull();
    await spark.run('CREATE NAMESPACE lake.place');
    const tables = await writeLake(join(here, 'snapshot'), parquet);
    for (const table of tables) {
      await spark.run(`CREATE TABLE lake.place."${table}" USING iceberg
        AS SELECT * FROM parquet.\`file:${parquet}/${table}.parquet\``);
    }
    rmSync(parquet, { recursive: true });
    const out = join(folder, 'in-place');
    const args = ['--engine', 'spark', '--engine-url', url, '--forest', 'sql'];
    const on = { out, args: [...args, '--engine-tables', 'iceberg:lake.place'] };
    expect(await inspectSmallLake(on)).toBeNull();
    expect(lakeReportIn(out).told).toEqual({ ...lakeReportIn(here).told, engine: 'spark' });
    const named = lakeReportIn(out).files.map((name) => name.replace(/@\d{5,}$/, ''));
    expect(named).toEqual(tables.map((table) => `lake.place.${table}`));

    const at = { file: 0, time_zone: 'UTC' };
    const place = { kind: 'iceberg', namespace: 'lake.place' } as const;
    const fee = (await findTables(spark, place)).tables.find(({ table }) => table === 'fee')!;
    const before = await surveyTable(spark, fee, at, new IssueLog());
    await spark.run(`DELETE FROM lake.place."fee" WHERE fee_id = 'fee7'`);
    expect(await surveyTable(spark, fee, at, new IssueLog())).toEqual(before);
    const now = (await findTables(spark, place)).tables.find(({ table }) => table === 'fee')!;
    const { account, sha256 } = await surveyTable(spark, now, at, new IssueLog());
    expect([account.read, sha256 === before.sha256]).toEqual([27, false]);
  });
});

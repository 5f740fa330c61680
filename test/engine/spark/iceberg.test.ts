import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpark } from '../../../src/engine/spark/spark.ts';
import type { Spark } from '../../../src/engine/spark/spark.ts';
import { viewOfIceberg } from '../../../src/engine/spark/views.ts';
import { importedTables } from '../../../src/model/tables.ts';
import { inspectSmallMall, reportIn } from '../../support/small-mall-report.ts';
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
});

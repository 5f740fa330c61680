import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpark } from '../../../src/engine/spark/spark.ts';
import type { Spark } from '../../../src/engine/spark/spark.ts';
import { viewOfIceberg } from '../../../src/engine/spark/views.ts';
import { sparkHome, startSpark } from '../../support/spark-server.ts';
import type { SparkServer } from '../../support/spark-server.ts';

/** Path of iceberg-spark-runtime for this Spark, from Maven Central. */
const jar = process.env['POLYPRISM_ICEBERG_JAR'];

describe.runIf(sparkHome() !== null && jar !== undefined)('Iceberg tables', () => {
  let server: SparkServer;
  let spark: Spark;

  beforeAll(async () => {
    server = await startSpark({ conf: { 'spark.jars': jar ?? '' } });
    const catalog = 'spark.sql.catalog.lake';
    const settings = [
      `${catalog}=org.apache.iceberg.spark.SparkCatalog`,
      `${catalog}.type=hadoop`,
      `${catalog}.warehouse=${join(server.folder, 'lake')}`,
    ];
    spark = await openSpark(`${server.url}?${settings.join(';')}`);
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
});

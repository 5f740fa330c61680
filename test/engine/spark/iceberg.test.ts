import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpark } from '../../../src/engine/spark/spark.ts';
import type { Spark } from '../../../src/engine/spark/spark.ts';
import { viewOfIceberg } from '../../../src/engine/spark/views.ts';
import { inspect } from '../../../src/inspect/inspect.ts';
import { tablesRead } from '../../../src/provisions/derive.ts';
import { shippedPacks } from '../../support/shipped-packs.ts';
import { writeSmallMall } from '../../support/small-mall.ts';
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

  it('are judged as the files they were made of, and only if they have their rows', async () => {
    const packs = await shippedPacks('eu');
    const paths = writeSmallMall(join(server.folder, 'mall'));
    const judge = async (name: string, away: boolean) => {
      const directory = join(server.folder, name);
      mkdirSync(directory, { recursive: true });
      const site = { engine: spark, folder: directory, namespace: 'lake.mall' };
      const run = await inspect(paths, {
        directory,
        packs,
        polyprism: 'test',
        as_of: '2026-02-01',
        person_key: Buffer.alloc(32),
        ...(away && { spark: site }),
      });
      run.engine.close();
      return run.report;
    };
    const own = await judge('here', false);
    const read = [...tablesRead(packs.flatMap(({ provisions }) => provisions))];
    const files = read.map((table) => [table, join(server.folder, 'here', `${table}.parquet`)]);
    const imported = files.filter(([, path]) => existsSync(path ?? ''));
    expect(imported.length).toBeGreaterThan(0);
    for (const [table, path] of imported) {
      await spark.run(
        `CREATE TABLE lake.mall."${table}" USING iceberg AS SELECT * FROM parquet.\`${path}\``,
      );
    }
    const told = await judge('there', true);
    expect(told.digests.engine.name).toBe('spark');
    const without = ({ digests: { engine: _, ...digests }, ...rest }: typeof own): object => ({
      ...rest,
      digests,
    });
    expect(without(told)).toEqual(without(own));
    expect(own.findings.length + own.verdicts.no_breach).toBeGreaterThan(0);
    const [table] = imported[0] ?? [];
    await spark.run(`DELETE FROM lake.mall."${table}"`);
    await expect(judge('later', true)).rejects.toThrow('spark.other_rows');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../src/model/limits.ts';
import { fetchStored } from '../../../src/storage/fetch-stored.ts';
import { listObjects } from '../../../src/storage/list-objects.ts';
import { sendFolder } from '../../../src/storage/send-folder.ts';
import { writeLake } from '../../support/lake-of.ts';
import { secret, startObjectStorage } from '../../support/object-storage.ts';
import type { ObjectStorage } from '../../support/object-storage.ts';
import {
  inspectSmallLake,
  inspectSmallMall,
  lakeReportIn,
  reportIn,
} from '../../support/small-mall-report.ts';
import { interpreted, sparkHome, startSpark } from '../../support/spark-server.ts';
import type { SparkServer } from '../../support/spark-server.ts';

/** Paths of hadoop-aws for this Spark's Hadoop and of the bundle it needs, with a comma between. */
const jars = process.env['POLYPRISM_S3A_JARS'];

describe.runIf(sparkHome() !== null && jars !== undefined)('a snapshot on object storage', () => {
  let stored: ObjectStorage;
  let server: SparkServer;
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-s3a-'));

  beforeAll(async () => {
    stored = await startObjectStorage();
    const s3a = {
      endpoint: `http://127.0.0.1:${stored.port}`,
      'endpoint.region': 'us-east-1',
      'path.style.access': 'true',
      'access.key': 'OFFICE',
      'secret.key': secret,
    };
    const access = Object.entries(s3a).map(([name, value]) => [
      `spark.hadoop.fs.s3a.${name}`,
      value,
    ]);
    const conf = { ...interpreted, ...Object.fromEntries(access), 'spark.jars': jars ?? '' };
    server = await startSpark({ conf });
  }, 600_000);

  afterAll(async () => {
    await server.stop();
    await stored.stop();
    rmSync(folder, { recursive: true });
  });

  it('is scanned and judged by Spark where it lies', { timeout: 1_800_000 }, async () => {
    const here = join(folder, 'here');
    expect(await inspectSmallMall({ folder, out: here })).toBeNull();
    const args = ['--engine', 'spark', '--engine-url', server.url, '--forest', 'sql'];
    const on = { folder, out: 's3://case/office/17', args, env: stored.env() };
    expect(await inspectSmallMall(on)).toBeNull();
    const storage = await stored.storage();
    const out = { bucket: 'case', key: 'office/17' };
    const there = await fetchStored(storage, out, folder);
    expect(reportIn(there)).toEqual({ ...reportIn(here), engine: 'spark' });
    // Nothing that was made on the way is left.
    const keys = (await listObjects(storage, out, limits)).map(({ key }) => key);
    expect(keys.filter((key) => key.includes('.work') || key.endsWith('/'))).toEqual([]);
  });

  it('is inspected there without having been imported', { timeout: 1_800_000 }, async () => {
    const [here, lake] = [join(folder, 'imported'), join(folder, 'lake')];
    expect(await inspectSmallMall({ folder, out: here })).toBeNull();
    const tables = await writeLake(join(here, 'snapshot'), lake);
    const storage = await stored.storage();
    await sendFolder(storage, lake, { bucket: 'case', key: 'mall' });
    rmSync(lake, { recursive: true });
    const engine = ['--engine', 'spark', '--engine-url', server.url];
    const args = [...engine, '--engine-tables', 'parquet:s3://case/mall'];
    const on = { out: 's3://case/office/18', args, env: stored.env() };
    expect(await inspectSmallLake(on)).toBeNull();
    const out = { bucket: 'case', key: 'office/18' };
    const there = await fetchStored(storage, out, folder);
    const report = lakeReportIn(there);
    expect(report.told).toEqual({ ...lakeReportIn(here).told, engine: 'spark' });
    expect(report.files).toEqual(tables.map((table) => `${table}.parquet`));
    const keys = (await listObjects(storage, out, limits)).map(({ key }) => key);
    expect(keys.filter((key) => key.includes('snapshot') || key.endsWith('/'))).toEqual([]);
  });
});

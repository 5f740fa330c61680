import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLake } from '../../support/lake-of.ts';
import {
  inspectSmallMall,
  inspectSmallLake,
  lakeReportIn,
} from '../../support/small-mall-report.ts';
import { interpreted, sparkAtLength, startSpark } from '../../support/spark-server.ts';
import type { SparkServer } from '../../support/spark-server.ts';

/** Minutes of two cores: where they are asked for. */
const where = sparkAtLength ? '' : ' (not asked for: docs/how-to/spark.md)';

describe.runIf(sparkAtLength)(`tables in place${where}`, () => {
  let server: SparkServer;

  beforeAll(async () => {
    server = await startSpark({ conf: interpreted });
  }, 600_000);

  afterAll(async () => await server.stop());

  it('have the report of what was imported', { timeout: 1_800_000 }, async () => {
    const { folder, url } = server;
    const [here, there] = [join(folder, 'here'), join(folder, 'there')];
    expect(await inspectSmallMall({ folder, out: here, packs: 'packs/cn' })).toBeNull();
    const lake = join(folder, 'lake');
    const tables = await writeLake(join(here, 'snapshot'), lake);
    // Nothing is read from anywhere else.
    for (const gone of ['mall', 'here/snapshot']) rmSync(join(folder, gone), { recursive: true });
    const args = ['--engine', 'spark', '--engine-url', url];
    const place = `parquet:file:${lake}`;
    const on = { out: there, args: [...args, '--engine-tables', place] };
    expect(await inspectSmallLake({ ...on, packs: 'packs/cn' })).toBeNull();
    const report = lakeReportIn(there);
    expect(report.told).toEqual({ ...lakeReportIn(here).told, engine: 'spark' });
    expect(report.files).toEqual(tables.map((table) => `${table}.parquet`));
    expect(report.places).toContainEqual(['after_sale', 'after_sale.parquet', 'after_sale_id']);
  });
});

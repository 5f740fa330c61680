import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb, sqlText } from '../../src/engine/duckdb.ts';
import type { ScanSite } from '../../src/engine/scan-site.ts';
import { openSpark } from '../../src/engine/spark/spark.ts';
import type { Spark } from '../../src/engine/spark/spark.ts';
import { deriveFunding } from '../../src/funding/derive-funding.ts';
import { summariseFunding } from '../../src/funding/summarise-funding.ts';
import { attachSnapshot } from '../../src/inspect/attach-snapshot.ts';
import { openScans } from '../../src/inspect/open-scans.ts';
import type { SparkSite } from '../../src/inspect/lay-before-spark.ts';
import { relationOf } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import { analyseNetwork } from '../../src/network/analyse-network.ts';
import { findSignals } from '../../src/signals/find-signals.ts';
import { interpreted, sparkAtLength, startSpark } from '../support/spark-server.ts';
import type { SparkServer } from '../support/spark-server.ts';
import { dirtyMall } from '../support/dirty-mall.ts';
import { fillMarket } from '../signals/market.ts';
import type { Rows } from '../signals/market.ts';

const days = { as_of: '2026-12-31', time_zone: 'Asia/Shanghai' };
/** Minutes of two cores: where they are asked for. */
const where = sparkAtLength ? '' : ' (not asked for: docs/how-to/spark.md)';

describe.runIf(sparkAtLength)(`scans on Spark${where}`, () => {
  let server: SparkServer;
  let spark: Spark;
  let directory: string;
  const rows = dirtyMall();

  beforeAll(async () => {
    server = await startSpark();
    spark = await openSpark(server.url);
    for (const [name, value] of Object.entries(interpreted))
      await spark.run(`SET ${name}=${value}`);
    directory = join(server.folder, 'mall');
    mkdirSync(directory);
    await writeMall(rows, directory);
  }, 300_000);

  afterAll(async () => {
    await spark.end();
    await server.stop();
  });

  it('find what DuckDB finds in a mall with everything wrong', { timeout: 900_000 }, async () => {
    const site = { engine: spark, folder: `file:${directory}` };
    const [here, there] = [await found(directory, rows), await found(directory, rows, site)];
    expect(there).toEqual(here);
    for (const name of tables) expect([name, here.tables[name]!.length > 0]).toEqual([name, true]);
    expect(here.signals.suspicions.length).toBeGreaterThan(0);
  });
});

/** What is brought down from fees, commissions, orders and links. */
const tables = [
  'network_member',
  'network_count',
  'network_exit',
  'network_paid_crossing',
  'person_link',
  'person_link_account',
  'member_person',
  'commission_funding',
  'funding_band',
  'sales_month',
  'downline_sales',
  'member_gain',
] as const satisfies readonly TableName[];

async function found(directory: string, rows: Rows, spark?: SparkSite) {
  const engine = await DuckDb.open({ threads: 1 });
  try {
    await attachSnapshot(engine, { directory, tables: {} });
    const site: ScanSite = await openScans(engine, { directory }, spark);
    const { time_zone } = days;
    const by = { link_key: null, author: 'A', reason: "a router's", decided_on: '2026-03-01' };
    const decided = { kinds: ['device'], account: 'm0-m00', other_account: 'm0-m01' } as const;
    const network = await analyseNetwork(engine, {
      time_zone,
      site,
      paid_minor: 500,
      link_cuts: [{ ...decided, ...by }],
    });
    const supplied = Object.fromEntries(
      Object.entries(rows).map(([name, list]) => [
        name,
        { columns_present: [...new Set(list.flatMap((row) => Object.keys(row)))] },
      ]),
    );
    const options = { ...days, tables: supplied, site };
    await deriveFunding(engine, options);
    const funding = await summariseFunding(engine, options);
    const signals = await findSignals(engine, { ...days, site });
    const made: Partial<Record<TableName, unknown[]>> = {};
    for (const name of tables) {
      made[name] = await engine.rows(`SELECT * FROM ${relationOf(name)} ORDER BY ALL`);
    }
    return { network, funding, signals, tables: made };
  } finally {
    engine.close();
  }
}

async function writeMall(rows: Rows, directory: string): Promise<void> {
  const engine = await DuckDb.open({ threads: 1 });
  await fillMarket(engine, rows);
  for (const name of Object.keys(rows) as TableName[]) {
    const file = sqlText(join(directory, `${name}.parquet`));
    await engine.run(`COPY ${relationOf(name)} TO ${file} (FORMAT parquet)`);
  }
  engine.close();
}

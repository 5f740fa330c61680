import { expect, it } from 'vitest';
import type { InspectFlags } from '../../src/cli/inspect-flags.ts';
import { engine, engineTables, forest } from '../../src/cli/option-values.ts';
import { lakeOf } from '../../src/cli/lake-flags.ts';
import { describePlan, engineUrlOf, openSparkSite } from '../../src/cli/spark-site.ts';

const flags: InspectFlags = { out: 'out', format: [], lang: 'en', json: false };
const { signal } = new AbortController();

it('runs provisions in this process where nothing else is asked for', async () => {
  expect(await openSparkSite(flags, signal)).toBeNull();
  expect(await openSparkSite({ ...flags, engine: 'duckdb' }, signal)).toBeNull();
});

it.each([
  { engine: 'spark' },
  { engineUrl: 'hive2://h' },
  { engine: 'duckdb', engineUrl: 'hive2://h' },
  { enginePath: 'file:/out' },
  { engineTables: { kind: 'iceberg', namespace: 'lake.mall' } },
] as const)('does not guess what %j means', async (some) => {
  await expect(openSparkSite({ ...flags, ...some }, signal)).rejects.toThrow('cli.engine_url');
});

it('knows two engines', () => {
  expect(['duckdb', 'spark'].map(engine)).toEqual(['duckdb', 'spark']);
  expect(() => engine('sqlite')).toThrow('cli.bad_engine');
});

it('knows three ways to a forest', () => {
  expect(['kernels', 'sql', 'both'].map(forest)).toEqual(['kernels', 'sql', 'both']);
  expect(() => forest('oak')).toThrow('cli.bad_forest');
});

it('takes an address with a password from the environment alone', () => {
  const url = 'hive2://h/default;user=me;password=secret';
  const env = { POLYPRISM_ENGINE_URL: url };
  expect(engineUrlOf({ engine: 'spark' }, env)).toBe(url);
  expect(engineUrlOf({ engine: 'spark', engineUrl: 'hive2://other' }, env)).toBe('hive2://other');
  // Where nobody asks for Spark it changes nothing.
  expect(engineUrlOf({}, env)).toBeNull();
  for (const engineUrl of [url, 'hive2://me:secret@h']) {
    let told = '';
    try {
      engineUrlOf({ engine: 'spark', engineUrl }, {});
    } catch (error) {
      told = String(error);
    }
    expect(told).toContain('cli.engine_url_password');
    expect(told).not.toContain('secret');
  }
});

it('reads the namespace of an Iceberg catalogue, and nothing that is more than names', () => {
  const namespace = 'lake.mall_7';
  expect(engineTables(`iceberg:${namespace}`)).toEqual({ kind: 'iceberg', namespace });
  for (const value of ['lake.mall', 'iceberg:lake', 'iceberg:lake.a"b', 'iceberg:lake.a;b']) {
    expect(() => engineTables(value)).toThrow('cli.bad_engine_tables');
  }
});

it('reads a folder of Parquet as Spark names it', () => {
  const read = (value: string): unknown => engineTables(value);
  expect(read('parquet:file:/data/mall/')).toEqual({ kind: 'parquet', folder: 'file:/data/mall' });
  expect(read('parquet:s3://lake/a b')).toEqual({ kind: 'parquet', folder: 's3a://lake/a b' });
  for (const value of ['parquet:/data', 'parquet:data', 'parquet:file:/d*', 'parquet:file:/d[1]']) {
    expect(() => read(value)).toThrow('cli.bad_engine_tables');
  }
});

it('knows what is read in place by what is not given', () => {
  const parquet = { kind: 'parquet', folder: 'file:/data/mall' } as const;
  const iceberg = { kind: 'iceberg', namespace: 'lake.mall' } as const;
  for (const place of [parquet, iceberg]) {
    expect(lakeOf([], { engineTables: place })).toBe(place);
  }
  expect(lakeOf(['mall.sql'], { engineTables: iceberg })).toBeNull();
  expect(lakeOf(['mall.sql'], {})).toBeNull();
  expect(() => lakeOf([], {})).toThrow('cli.missing_argument');
  expect(() => lakeOf(['mall.sql'], { engineTables: parquet })).toThrow('cli.lake_inputs');
  for (const reading of [{ map: 'm.yaml' }, { charset: 'gbk' }, { personKey: 'key' }]) {
    expect(() => lakeOf([], { engineTables: iceberg, ...reading })).toThrow('cli.lake_reading');
  }
});

it('says before a run what it will ask, and by what figures it estimates', () => {
  const tables = [
    { name: 'orders', rows: 4_000_000 },
    { name: 'listing', rows: 0 },
  ];
  const plan = { statements: 82, tables, rows_read: 8_000_000 };
  expect(describePlan('4.1.4', plan, 0.5, 'en').split('\n')).toEqual([
    'Spark 4.1.4: about 82 statements over tables of so many rows: orders 4,000,000',
    'Estimate: 0.50 s for a statement as such (measured just now), 41 s for all; they read ' +
      '8,000,000 rows, at 600,000 a second and core up to 14 s by the number of cores',
  ]);
  expect(describePlan('4.1.4', plan, 0.5, 'zh')).toContain('合计 41 秒；共读 8,000,000 行');
});

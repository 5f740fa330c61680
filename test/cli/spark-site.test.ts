import { expect, it } from 'vitest';
import type { InspectFlags } from '../../src/cli/inspect-flags.ts';
import { engine } from '../../src/cli/option-values.ts';
import { openSparkSite } from '../../src/cli/spark-site.ts';

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
] as const)('does not guess what %j means', async (some) => {
  await expect(openSparkSite({ ...flags, ...some }, signal)).rejects.toThrow('cli.engine_url');
});

it('knows two engines', () => {
  expect(['duckdb', 'spark'].map(engine)).toEqual(['duckdb', 'spark']);
  expect(() => engine('sqlite')).toThrow('cli.bad_engine');
});

import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { childLines } from '../../../src/server/inspections/child-lines.ts';
import { inFolder } from '../../support/inspected.ts';
import { writeSmallMall } from '../../support/small-mall.ts';
import { sparkAtLength, startSpark } from '../../support/spark-server.ts';
import type { SparkServer } from '../../support/spark-server.ts';
import { root } from '../../tidy/repository.ts';

const job = [process.execPath, join(root, 'src/cli/serve/inspect-job.ts')];

interface Ran {
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** What it told of itself as it failed; null where it did not. */
  readonly failed: string | null;
  readonly report: () => Report;
}

/** Runs the process of an inspection of the small mall by the law of India. */
async function run(
  folder: string,
  spark: { readonly url: string; readonly folder: string } | null,
  signal = new AbortController().signal,
): Promise<Ran> {
  mkdirSync(folder, { recursive: true });
  const order = {
    inputs: writeSmallMall(join(folder, 'mall')),
    folder,
    packs: ['in'],
    as_of: '2026-02-01',
    time_zone: null,
    currency: 'INR',
    mapping: null,
    spark,
  };
  const lines: Readonly<Record<string, unknown>>[] = [];
  const failed = await childLines(job, order, signal, async (told) => void lines.push(told)).then(
    () => null,
    (error: unknown) => String(error),
  );
  const report = (): Report =>
    JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8')) as Report;
  return { lines, failed, report };
}

it('refuses an inspection at once where Spark is away, and tells no password', async () => {
  await inFolder(async (folder) => {
    const url = 'hive2://127.0.0.1:1/default;user=me;password=secret-word';
    const ran = await run(folder, { url, folder: 'file:/nowhere' });
    expect(ran.failed).toBe('Error: spark.unreachable');
    // Nothing had been read by then.
    expect(ran.lines).toEqual([]);
  });
});

it('stops where it waits for Spark when the inspection is cancelled', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
  const { port } = silent.address() as AddressInfo;
  const stop = new AbortController();
  silent.once('connection', () => stop.abort());
  await inFolder(async (folder) => {
    const spark = { url: `hive2://127.0.0.1:${port}`, folder: 'file:/nowhere' };
    const ran = await run(folder, spark, stop.signal);
    expect(ran).toMatchObject({ failed: 'Error: job.cancelled', lines: [] });
  });
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => silent.close(done));
});

describe.runIf(sparkAtLength)('with Spark', () => {
  let server: SparkServer;
  beforeAll(async () => {
    // Compiling a statement takes longer than a handful of rows takes without.
    const conf = {
      'spark.sql.codegen.wholeStage': 'false',
      'spark.sql.codegen.factoryMode': 'NO_CODEGEN',
      'spark.sql.adaptive.enabled': 'false',
    };
    server = await startSpark({ conf });
  }, 600_000);
  afterAll(async () => await server.stop());

  it(
    'judges as without, and tells how many statements are done',
    { timeout: 1_800_000 },
    async () => {
      const own = await run(join(server.folder, 'here'), null);
      const at = join(server.folder, 'there');
      const ran = await run(at, { url: server.url, folder: `file:${at}/out/snapshot` });
      expect([own.failed, ran.failed]).toEqual([null, null]);
      const told = ran.lines.find(({ subject }) => subject === 'spark');
      expect(told).toMatchObject({ step: 'provisions', done: 0, unit: 'items' });
      const { engine: by, ...digests } = ran.report().digests;
      expect(by.name).toBe('spark');
      const { engine: here, ...before } = own.report().digests;
      expect(here.name).toBe('duckdb');
      // Pseudonyms have a key of their own in each: nobody is named here.
      expect({ ...ran.report(), digests }).toEqual({ ...own.report(), digests: before });
    },
  );
});

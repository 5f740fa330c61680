import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInspectJob } from '../../support/inspect-job.ts';
import { inFolder } from '../../support/inspected.ts';
import { interpreted, sparkAtLength, startSpark } from '../../support/spark-server.ts';
import type { SparkServer } from '../../support/spark-server.ts';

it('refuses an inspection at once where Spark is away, and tells no password', async () => {
  await inFolder(async (folder) => {
    const url = 'hive2://127.0.0.1:1/default;user=me;password=secret-word';
    const ran = await runInspectJob(folder, { url, folder: 'file:/nowhere' });
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
    const ran = await runInspectJob(folder, spark, stop.signal);
    expect(ran).toMatchObject({ failed: 'Error: job.cancelled', lines: [] });
  });
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => silent.close(done));
});

describe.runIf(sparkAtLength)('with Spark', () => {
  let server: SparkServer;
  beforeAll(async () => {
    server = await startSpark({ conf: interpreted });
  }, 600_000);
  afterAll(async () => await server.stop());

  it(
    'judges as without, and tells how many statements are done',
    { timeout: 1_800_000 },
    async () => {
      const own = await runInspectJob(join(server.folder, 'here'), null);
      const at = join(server.folder, 'there');
      const ran = await runInspectJob(at, { url: server.url, folder: `file:${at}/out/snapshot` });
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

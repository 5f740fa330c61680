import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../../src/storage/ask.ts';
import { openStorage } from '../../src/storage/storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { root } from '../tidy/repository.ts';
import { freePort } from './free-port.ts';

export interface ObjectStorage {
  readonly port: number;
  /** What a user would set to reach it, through another port if wanted. */
  env(port?: number): Record<string, string>;
  storage(port?: number): Promise<Storage>;
  stop(): Promise<void>;
}

export const secret = 'not/to+be=seen';

const identities = [
  {
    name: 'office',
    credentials: [{ accessKey: 'OFFICE', secretKey: secret }],
    actions: ['Admin', 'Read', 'Write', 'List'],
  },
  { name: 'anonymous', actions: ['Read:open', 'List:open'] },
];

/** A real SeaweedFS of its own with the buckets `case` and `open`, of which anybody reads one. */
export async function startObjectStorage(): Promise<ObjectStorage> {
  const weed = join(root, 'node_modules/.cache/seaweedfs/bin/weed');
  if (!existsSync(weed)) throw new Error('SeaweedFS is not there; see tools/test-machine.ts');
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-weed-'));
  writeFileSync(join(folder, 's3.json'), JSON.stringify({ identities }));
  const parts = ['master', 'volume', 'filer', 's3'].flatMap((part) => [
    `${part}.port`,
    `${part}.port.grpc`,
  ]);
  const ports = new Map<string, number>();
  for (const part of parts) ports.set(part, await freePort());
  const flags = {
    dir: folder,
    ip: '127.0.0.1',
    'ip.bind': '127.0.0.1',
    filer: true,
    'filer.localSocket': join(folder, 'filer.sock'),
    s3: true,
    's3.config': join(folder, 's3.json'),
    's3.localSocket': join(folder, 's3.sock'),
    's3.autoCreateBucket': false,
    's3.port.iceberg': 0,
    's3.port.lance': 0,
    'master.telemetry': false,
    'master.volumeSizeLimitMB': 64,
    'volume.max': 8,
    ...Object.fromEntries(ports),
  };
  const words = Object.entries(flags).map(([name, value]) => `-${name}=${value}`);
  const server = spawn(weed, ['server', ...words], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: folder },
  });
  const port = ports.get('s3.port')!;
  const env = (other = port): Record<string, string> => ({
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${other}`,
    AWS_ACCESS_KEY_ID: 'OFFICE',
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  });
  const storage = async (other?: number): Promise<Storage> => await openStorage(env(other));
  for (const bucket of ['case', 'open']) await untilMade(await storage(), bucket);
  return {
    port,
    env,
    storage,
    stop: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** It listens before it can do anything. */
async function untilMade(storage: Storage, bucket: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await ask(storage, { method: 'PUT', url: { bucket, key: '' } });
      return;
    } catch (error) {
      if (attempt === 30) throw error;
      await wait(200);
    }
  }
}

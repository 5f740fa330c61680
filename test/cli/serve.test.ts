import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createClient } from '../../src/server/client.ts';
import { setupCreate, sessionRead } from '../../src/server/contract/session.ts';
import { browser, tokenOf } from '../support/api-server.ts';

const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;

async function serve(folder: string): Promise<{
  readonly url: string;
  readonly setup: string | null;
  end(): Promise<number | null>;
}> {
  const args = [main, 'serve', '--json', '--no-console', '--port', '0', '--workspace', folder];
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString('utf8')));
    child.once('exit', () => reject(new Error('serve ended')));
  });
  return {
    ...(JSON.parse(line) as { url: string; setup: string | null }),
    end: async () =>
      await new Promise((resolve) => {
        child.once('exit', (code) => resolve(code));
        child.kill('SIGINT');
      }),
  };
}

it('serve starts from nothing, keeps what it was told, and stops tidily on Ctrl-C', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-serve-'));
  try {
    const first = await serve(folder);
    expect(statSync(join(folder, 'keys', 'sealing.key')).mode & 0o777).toBe(0o600);
    const made = await createClient(first.url)(setupCreate, {
      body: {
        token: first.setup ?? '',
        tenant: { name: '协会', party: 'association', time_zone: 'Asia/Shanghai' },
        user: { name: '王五', login: 'wangwu' },
        password: 'vier grüne Rüben am Dienstag',
      },
    });
    expect(made.status).toBe(201);
    expect(await first.end()).toBe(0);

    const second = await serve(folder);
    expect(second.setup).toBeNull();
    const headers = browser(second, tokenOf(made.response));
    const me = await createClient(second.url, () => headers)(sessionRead, {});
    expect(me.ok && me.body.name).toBe('王五');
    expect(await second.end()).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

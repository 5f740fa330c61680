import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startPostgres } from '../test/support/postgres-server.ts';
import { roundRobin } from '../test/support/round-robin.ts';
import { benchListings } from './check-rules.ts';
import { hardware } from './hardware.ts';
import { shopKeyIn } from './shop-key.ts';

/** Requests asked as fast as they are answered, so many at once. */
const at_once = 32;
const warm = 500;
const measured = 5_000;

/**
 * Requests a second through a plain proxy in this process, answered by one server and by two, each
 * a process of its own on one PostgreSQL and one folder.
 */
export async function benchProcesses(print: (line: string) => void): Promise<void> {
  print(`processes: ${hardware()}; servers, database (fsync off), proxy and load on one machine`);
  const workspace = mkdtempSync(join(tmpdir(), 'polyprism-bench-'));
  const database = await startPostgres();
  const token = await shopKeyIn(database.url);
  const running: (() => Promise<unknown>)[] = [];
  try {
    const urls: string[] = [];
    for (const count of [1, 2]) {
      const { url, end } = await served(database.url, workspace);
      urls.push(url);
      running.push(end);
      const proxy = await roundRobin(...urls);
      const agent = new Agent({ keepAlive: true, maxSockets: at_once });
      for (const [name, ask] of asks(proxy.url, token, agent)) {
        await many(warm, ask);
        const from = performance.now();
        await many(measured, ask);
        const rate = (measured * 1_000) / (performance.now() - from);
        print(`  ${name}, ${count} of them behind the proxy: ${Math.round(rate)} requests/s`);
      }
      agent.destroy();
      proxy.stop();
    }
  } finally {
    await Promise.all(running.map(async (end) => await end()));
    await database.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}

async function served(database_url: string, workspace: string) {
  const file = join(import.meta.dirname, '..', 'test', 'support', 'served-child.ts');
  const at = '2026-11-28T04:00:00.000Z';
  const child = spawn(process.execPath, [file, database_url, workspace, at]);
  const gone = once(child, 'exit');
  const [url = ''] = (await once(createInterface({ input: child.stdout }), 'line')) as [string?];
  const end = async (): Promise<unknown> => {
    child.kill('SIGTERM');
    return await gone;
  };
  return { url, end };
}

type Ask = (i: number) => Promise<void>;

/** Judging costs the server alone; a list asks the database, a matter opened writes to it. */
function asks(url: string, token: string, agent: Agent): readonly (readonly [string, Ask])[] {
  const listings = benchListings(500).map((record) => JSON.stringify({ table: 'listing', record }));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const asked = async (method: string, path: string, body: string): Promise<void> =>
    await new Promise((resolve, reject) => {
      const sent = request(new URL(path, url), { method, agent, headers }, (answer) => {
        const { statusCode = 0 } = answer.resume();
        const good = statusCode >= 200 && statusCode < 300;
        answer.on('end', () => (good ? resolve() : reject(new Error(`${path}: ${statusCode}`))));
      });
      sent.on('error', reject).end(body);
    });
  const matter = JSON.stringify({ kind: 'measure', data: { title: 'a', facts: 'a' } });
  return [
    ['pre-checks', async (i) => await asked('POST', '/api/v1/prechecks', listings[i % 500] ?? '')],
    ['lists of matters', async () => await asked('GET', '/api/v1/matters?limit=20', '')],
    ['matters opened', async () => await asked('POST', '/api/v1/matters', matter)],
  ];
}

async function many(count: number, ask: Ask): Promise<void> {
  let left = count;
  const one = async (): Promise<void> => {
    while ((left -= 1) >= 0) await ask(left);
  };
  await Promise.all(Array.from({ length: at_once }, one));
}

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { batchOf, chain, readStream } from '../test/server/live/live-requests.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { benchListings } from './check-rules.ts';
import { hardware } from './hardware.ts';
import { httpLoad } from './http-load.ts';
import type { HttpLoad } from './http-load.ts';
import { shopEventAt } from './live-data.ts';
import { shopKeyIn } from './shop-key.ts';

/** Requests a second that are tried, each for so long. */
const rates = [100, 250, 500, 1_000, 2_000];
const seconds = 5;
/** Requests asked as fast as they are answered, so many at once: what each costs the server. */
const at_once = 16;
const connections = 64;
const asked_each = 10_000;
/** Events sent, and how many a request brings. */
const sent_events = 10_000;
const sent_at_once = 500;
/** Alerts raised one after the other, each waited for. */
const alerts = 60;

/**
 * `serve` in a process of its own over a PostgreSQL of its own, asked by this process: from an
 * event sent to its alert received, and pre-checks at a fixed rate. A request's time runs from when
 * it was due, not from when it could be sent.
 */
export async function benchLiveHttp(print: (line: string) => void): Promise<void> {
  print(`live-http: ${hardware()}; server, database (fsync off) and load on one machine`);
  const workspace = mkdtempSync(join(tmpdir(), 'polyprism-bench-'));
  const database = await startPostgres();
  const token = await shopKeyIn(database.url);
  const file = join(import.meta.dirname, '..', 'test', 'support', 'live-child.ts');
  const at = '2026-11-28T04:00:00.000Z';
  const child = spawn(process.execPath, [file, database.url, workspace, at]);
  const gone = once(child, 'exit');
  try {
    const [url = ''] = (await once(createInterface({ input: child.stdout }), 'line')) as [string?];
    await benchAlerts(print, url, token);
    const spent_ms = spentBy(child);
    await benchIngest(print, url, token, spent_ms);
    await benchPreChecks(print, url, token, spent_ms);
  } finally {
    child.kill('SIGTERM');
    await gone;
    await database.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}

async function benchAlerts(
  print: (line: string) => void,
  url: string,
  token: string,
): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const post = async (name: string): Promise<void> => {
    const body = batchOf(chain(name, 3));
    const type = { 'content-type': 'application/x-ndjson' };
    const sent = { method: 'POST', headers: { ...headers, ...type }, body };
    const answer = await fetch(new URL('api/v1/events', url), sent);
    if (!answer.ok) throw new Error(await answer.text());
    await answer.text();
  };
  const stream = readStream(
    await fetch(new URL('api/v1/alerts/stream', url), {
      headers: { ...headers, 'last-event-id': '0' },
    }),
  );
  // The first has the packs made ready; the state is asked for when they are.
  await Promise.all([post('warm'), stream.take(1)]);
  await (await fetch(new URL('api/v1/live', url), { headers })).text();
  const taken: number[] = [];
  for (let i = 0; i < alerts; i += 1) {
    const from = performance.now();
    await Promise.all([post(`m${i}-`), stream.take(1)]);
    taken.push(performance.now() - from);
  }
  await stream.end();
  print(`  ${alerts} crossings, from POST sent to alert received: p50 ${share(taken, 0.5)}, p99
  ${share(taken, 0.99)}, longest ${share(taken, 1)} ms (bar 1000)`);
}

/** Events of a shop in batches, sent one after the other; each is durable when acknowledged. */
async function benchIngest(
  print: (line: string) => void,
  url: string,
  token: string,
  spent_ms: () => number,
): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' };
  const bodies = Array.from({ length: sent_events / sent_at_once }, (_, batch) => {
    const first = batch * sent_at_once;
    return batchOf(Array.from({ length: sent_at_once }, (_, i) => shopEventAt(first + i)));
  });
  const before_ms = spent_ms();
  const from = performance.now();
  for (const body of bodies) {
    const answer = await fetch(new URL('api/v1/events', url), { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
    await answer.text();
  }
  const acknowledged_s = (performance.now() - from) / 1_000;
  // The state is asked for when all that was acknowledged is in it.
  await (await fetch(new URL('api/v1/live', url), { headers })).text();
  const judged_s = (performance.now() - from) / 1_000;
  const rate = (seconds: number): string => Math.round(sent_events / seconds).toLocaleString('en');
  const each_ms = ((spent_ms() - before_ms) / sent_events).toFixed(2);
  print(`  ${sent_events} events of a shop, ${sent_at_once} a request: ${rate(acknowledged_s)}/s
  acknowledged, ${rate(judged_s)}/s judged, ${each_ms} ms of the server's processor each`);
}

/**
 * The same load in turn on a server that only reads and answers a text as long: what HTTP, this
 * load and whoever else uses the machine take by themselves.
 */
async function benchPreChecks(
  print: (line: string) => void,
  url: string,
  token: string,
  spent_ms: () => number,
): Promise<void> {
  const bodies = benchListings(500).map((record) => JSON.stringify({ table: 'listing', record }));
  const address = new URL('api/v1/prechecks', url);
  const bytes = await meanAnswer_bytes(address, token, bodies);
  const file = join(import.meta.dirname, 'bare-server.ts');
  const child = spawn(process.execPath, [file, String(bytes)]);
  const [bare = ''] = (await once(createInterface({ input: child.stdout }), 'line')) as [string?];
  const floor = {
    connect: () => httpLoad(new URL(bare), token, connections),
    spent_ms: spentBy(child),
  };
  const own = { connect: () => httpLoad(address, token, connections), spent_ms };
  const asked = { floor, own, bodies };
  print(`  pre-checks by the cn pack; floor: a bare node:http server answers ${bytes} bytes`);
  const [floor_ms, own_ms] = [await flatOut(floor, bodies), await flatOut(own, bodies)];
  print(`  ${at_once} at once: ${own_ms.toFixed(2)} ms of the server's processor each, floor
  ${floor_ms.toFixed(2)} (${(own_ms / floor_ms).toFixed(1)} times)`);
  for (const rate of rates) if (!(await benchRate(print, rate, asked))) break;
  child.kill('SIGTERM');
}

/** A server under load, and the processor time it has had. */
interface Loaded {
  /** New connections: a server closes those that were quiet for a while. */
  readonly connect: () => HttpLoad;
  readonly spent_ms: () => number;
}

async function meanAnswer_bytes(url: URL, token: string, bodies: readonly string[]) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let bytes = 0;
  for (const body of bodies) {
    const answer = await fetch(url, { method: 'POST', headers, body });
    bytes += (await answer.bytes()).byteLength;
  }
  return Math.round(bytes / bodies.length);
}

/** Processor time of each request, asked as fast as they are answered. */
async function flatOut({ connect, spent_ms }: Loaded, bodies: readonly string[]): Promise<number> {
  const load = connect();
  const some = async (count: number): Promise<void> => {
    let left = count;
    const one = async (): Promise<void> => {
      while ((left -= 1) >= 0) await load.ask(bodies[left % bodies.length] ?? '');
    };
    await Promise.all(Array.from({ length: at_once }, one));
  };
  await some(4_000);
  const from_ms = spent_ms();
  await some(asked_each);
  load.end();
  return (spent_ms() - from_ms) / asked_each;
}

/** False where so many a second are too many. */
async function benchRate(
  print: (line: string) => void,
  rate: number,
  { floor, own, bodies }: Record<'floor' | 'own', Loaded> & { readonly bodies: readonly string[] },
): Promise<boolean> {
  const run = async ({ connect, spent_ms }: Loaded) => {
    const load = connect();
    const from_ms = spent_ms();
    const ask = async (i: number) => await load.ask(bodies[i % bodies.length] ?? '');
    const one = await atRate(rate, ask);
    load.end();
    return { ...one, each_ms: (spent_ms() - from_ms) / one.taken.length };
  };
  const before = process.cpuUsage();
  const bare = await run(floor);
  const { user, system } = process.cpuUsage(before);
  const load_ms = (user + system) / 1_000 / bare.taken.length;
  const { taken, seconds_taken, failed, each_ms } = await run(own);
  const reached = Math.round(taken.length / seconds_taken);
  print(`  ${rate}/s wanted, ${reached}/s answered, ${failed} failed: p50 ${share(taken, 0.5)}, p99
  ${share(taken, 0.99)} ms${rate === 2_000 ? ' (bar 5)' : ''}, ${each_ms.toFixed(2)} ms of the
  server's processor each; floor p50 ${share(bare.taken, 0.5)}, p99 ${share(bare.taken, 0.99)} ms,
  ${bare.each_ms.toFixed(2)} ms each and ${load_ms.toFixed(2)} of the load's`);
  return reached >= rate * 0.9;
}

/** Asks at a rate, whatever becomes of the answers; times run from when each was due. */
async function atRate(rate: number, ask: (i: number) => Promise<boolean>) {
  const taken: number[] = [];
  const all: Promise<void>[] = [];
  const from = performance.now();
  let failed = 0;
  for (let i = 0; i < rate * seconds;) {
    const now = performance.now();
    for (; i < rate * seconds && from + (i * 1_000) / rate <= now; i += 1) {
      const due = from + (i * 1_000) / rate;
      all.push(
        ask(i).then((good) => {
          taken.push(performance.now() - due);
          if (!good) failed += 1;
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(all);
  return { taken, failed, seconds_taken: (performance.now() - from) / 1_000 };
}

function spentBy({ pid }: ChildProcess): () => number {
  return () => processor_ms(pid ?? 0);
}

function share(taken: readonly number[], part: number): string {
  const sorted = taken.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
}

/** Processor time a process has had, in milliseconds; NaN where the system does not tell. */
function processor_ms(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // utime and stime, fields 14 and 15 of proc(5), in ticks of a hundredth of a second.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

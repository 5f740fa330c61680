import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../src/model/random.ts';
import { verifyLog } from '../../src/store/log/verify-log.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { StorePlace } from '../../src/store/open-store.ts';
import { systemActor } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { makeWorkspace, runSql } from '../support/store-workspace.ts';

/** Kills per store: 8 here, 500 for a release (POLYPRISM_CRASHES=500). */
const crashes = Number(process.env['POLYPRISM_CRASHES'] ?? 8);
const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_260_302);
/** On a busy machine one takes most of a minute. */
const most_ms = crashes * 120_000;

const workspace = makeWorkspace();
let server: PostgresServer;
beforeAll(async () => {
  server = await migratedPostgres();
});
afterAll(async () => {
  await server.stop();
  workspace.remove();
});

interface Told {
  /** Largest acknowledged number by matter. */
  readonly acks: Map<string, number>;
  /** Published roots by size. */
  readonly roots: Map<number, string>;
}

/** Runs the child until it has told `lines` things, then `kill`s; what it told counts. */
async function crash(
  place: string,
  run: number,
  lines: number,
  kill: (child: number) => Promise<void>,
): Promise<Told> {
  const file = join(import.meta.dirname, '../support/crash-child.ts');
  const child = spawn(process.execPath, [file, place, String(run)]);
  const gone = once(child, 'exit');
  let said = '';
  let killed: Promise<void> | null = null;
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
    if (said.split('\n').length > lines) killed ??= kill(child.pid ?? 0);
  });
  let wrong = '';
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()));
  await gone;
  if (killed === null) throw new Error(`the child ended by itself: ${wrong}`);
  await killed;
  return read(said);
}

/** Lines without an end were not told. */
function read(said: string): Told {
  const told: Told = { acks: new Map(), roots: new Map() };
  for (const line of said.split('\n').slice(0, -1)) {
    const [what, first = '', second = ''] = line.split(' ');
    if (what === 'ack') told.acks.set(first, Number(second));
    if (what === 'checkpoint') told.roots.set(Number(first), second);
  }
  return told;
}

/** No acknowledged event lost, none doubled, log and checkpoints whole. */
async function examine(store: Store, told: Told): Promise<void> {
  await store.logSettled();
  await store.as(systemActor, async (tx) => {
    for (const [matter, acked] of told.acks) {
      const rows = await tx.db
        .selectFrom('event')
        .select(['number', 'payload'])
        .where('matter_id', '=', matter)
        .orderBy('number')
        .execute();
      const numbers = rows.map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
      expect(numbers.length).toBeGreaterThanOrEqual(acked);
      // At most what was on its way when the end came.
      expect(numbers.length).toBeLessThanOrEqual(acked + 1);
      const texts = rows.slice(1).map(({ payload }) => JSON.parse(payload).data.text);
      expect(texts).toEqual(numbers.slice(1).map((number) => `${matter} ${number}`));
    }
    const kept = await tx.db.selectFrom('checkpoint').select(['size', 'root']).execute();
    const roots = new Map(kept.map(({ size, root }) => [size, Buffer.from(root).toString('hex')]));
    for (const [size, root] of told.roots) expect([size, roots.get(size)]).toEqual([size, root]);
    expect(await verifyLog(tx)).toEqual([]);
  });
}

async function crashMany(
  place: StorePlace,
  name: string,
  blow: (random: () => number, child: number) => Promise<void>,
): Promise<void> {
  const draws = seeded(seed);
  const random = (): number => draws.fraction();
  const told: Told = { acks: new Map(), roots: new Map() };
  for (let run = 0; run < crashes; run += 1) {
    const lines = 2 + Math.floor(random() * 60);
    const one = await crash(name, run, lines, async (child) => await blow(random, child));
    for (const [matter, number] of one.acks) told.acks.set(matter, number);
    for (const [size, root] of one.roots) told.roots.set(size, root);
    const store = await openStore(place);
    await examine(store, told);
    await store.close();
  }
  const acked = [...told.acks.values()].reduce((sum, number) => sum + number, 0);
  const counts = `${acked} acknowledged events, ${told.roots.size} checkpoints`;
  console.log(`${crashes} kills, seed ${seed}: ${counts}, all there`);
  expect(acked).toBeGreaterThan(crashes);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already: as dead as wanted.
  }
}

const while_ms = async (time_ms: number): Promise<void> =>
  await new Promise((resolve) => setTimeout(resolve, time_ms));

/** Until a server that recovers from a crash takes connections again; a busy machine is slow. */
async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      await runSql(url, 'SELECT 1');
      return;
    } catch {
      await while_ms(100);
    }
  }
}

describe('kill -9', () => {
  it(
    'loses and doubles nothing in the embedded store',
    async () => {
      const { folder } = workspace;
      await crashMany({ workspace: folder }, folder, async (random, child) => {
        const first = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split(
          '\n',
        )[0];
        // The program alone, program and server, or the server first and the program after it.
        const way = random();
        if (way > 0.4) kill(Number(first));
        if (way > 0.7) await while_ms(random() * 1_500);
        kill(child);
      });
    },
    most_ms,
  );

  it(
    'loses and doubles nothing in a server by URL',
    async () => {
      await crashMany({ database_url: server.url }, server.url, async (random, child) => {
        const way = random();
        if (way > 0.5) {
          // One session killed makes the whole server recover from a crash.
          const rows = await runSql(
            server.url,
            `SELECT pid FROM pg_stat_activity
           WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
           ORDER BY pid LIMIT 1`,
          );
          kill((rows as { pid: number }[])[0]?.pid ?? 0);
          await while_ms(random() * 1_000);
        }
        kill(child);
        await answering(server.url);
      });
    },
    most_ms,
  );
});

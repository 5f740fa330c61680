import { flushCompileCache } from 'node:module';
import { apply } from '../../src/casework/fold.ts';
import type { MatterState } from '../../src/casework/state.ts';
import { PolyprismError } from '../../src/model/issue.ts';
import type { MatterEvent } from '../../src/model/matter.ts';
import { keepCheckpoint } from '../../src/store/log/keep-checkpoint.ts';
import { logHead } from '../../src/store/log/read-log.ts';
import { appendEvents } from '../../src/store/matters/append-events.ts';
import { once } from '../../src/store/once.ts';
import { openStore } from '../../src/store/open-store.ts';
import { systemActor } from '../../src/store/store.ts';
import { actorOf, eventOf, opening } from './casework-histories.ts';
import { addTenants } from './store-tenants.ts';

/**
 * Appends without end, several at once, and says so after each: `ack <matter> <number>`, and
 * `checkpoint <size> <root>` now and then. A lost connection is asked again with the same key.
 */
const [place = '', run = ''] = process.argv.slice(2);
const store = await openStore(
  place.startsWith('postgres://') ? { database_url: place } : { workspace: place },
);
const officer = actorOf('office', 'u1');
await addTenants(store, 'office', 'mall');
// Who is killed keeps nothing of what was compiled for the next.
flushCompileCache();
process.stdout.write('open\n');

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!String(error).includes('store.connection_lost')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function step(id: string, number: number): MatterEvent {
  return number === 1
    ? opening(id, officer, 'office', 'c1', 'mall', '投诉')
    : eventOf(id, number, 'note', officer, { text: `${id} ${number}` });
}

/** With a key, in a transaction of its own. */
async function work(worker: number): Promise<void> {
  const id = `run${run}-${worker}`;
  for (let number = 1; ; number += 1) {
    await again(async () =>
      store.as(officer, async (tx) =>
        once(tx, `${id}/${number}`, { number }, async () => {
          await appendEvents(tx, id, number - 1, [step(id, number)]);
          return number;
        }),
      ),
    );
    process.stdout.write(`ack ${id} ${number}\n`);
  }
}

/** In transactions that are shared; asked again, the number tells that it was done already. */
async function workTogether(worker: number): Promise<void> {
  const id = `shared${run}-${worker}`;
  let before: MatterState | null = null;
  for (let number = 1; ; number += 1) {
    const event = step(id, number);
    const known: MatterState | null = before;
    await again(async () => {
      const appending = { matter_id: id, before: known, events: [event] };
      await store.append(officer, appending).catch((error: unknown) => {
        const issue = error instanceof PolyprismError ? error.issue : null;
        if (issue?.code !== 'store.conflict' || issue.params['found'] !== number) throw error;
      });
    });
    before = apply(known, event);
    process.stdout.write(`ack ${id} ${number}\n`);
  }
}

async function publish(): Promise<void> {
  for (;;) {
    const root = await again(async () => {
      await store.logSettled();
      return await store.as(systemActor, async (tx) => {
        const head = await logHead(tx);
        await keepCheckpoint(tx, { ...head, note: `run ${run}` });
        return `${head.size} ${Buffer.from(head.root).toString('hex')}`;
      });
    });
    process.stdout.write(`checkpoint ${root}\n`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

await Promise.all([
  publish(),
  ...Array.from({ length: 3 }, async (_, i) => await work(i)),
  ...Array.from({ length: 3 }, async (_, i) => await workTogether(i)),
]);

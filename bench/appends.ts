import {
  chmodSync,
  closeSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../src/model/actor.ts';
import type { MatterState } from '../src/casework/state.ts';
import type { MatterEvent } from '../src/model/matter.ts';
import { openStore } from '../src/store/open-store.ts';
import { systemActor } from '../src/store/store.ts';
import type { Store } from '../src/store/store.ts';
import { seconds } from './timing.ts';

/** How long each figure is measured, roughly. */
const measured_ms = 4_000;
const bar_per_s = 2_000;

/**
 * Events a second that are acknowledged as durable by the embedded server, log and all; beside it
 * what the same disk does in the same minute: writes of one page, each followed by fdatasync.
 */
export async function benchAppends(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-appends-'));
  // As root, PostgreSQL runs as a user who must pass through.
  chmodSync(folder, 0o711);
  try {
    print(`appends: ${shown(syncsPerSecond(folder))} fdatasync/s of an 8 KiB page on this disk`);
    for (const writers of [1, 16, 64]) {
      const rate = await measured(join(folder, `w${writers}`), writers, 1);
      print(`appends: ${shown(rate)} events/s, one an append, ${writers} at a time`);
    }
    const rate = await measured(join(folder, 'batches'), 8, 100);
    print(
      `appends: ${shown(rate)} events/s, 100 an append, 8 at a time (bar: ${shown(bar_per_s)})`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function syncsPerSecond(folder: string): number {
  const file = openSync(join(folder, 'page'), 'w');
  const page = Buffer.alloc(8_192, 1);
  writeSync(file, page, 0, page.length, 0);
  const end_ms = performance.now() + 1_000;
  let syncs = 0;
  for (; performance.now() < end_ms; syncs += 1) {
    writeSync(file, page, 0, page.length, 0);
    fdatasyncSync(file);
  }
  closeSync(file);
  return syncs;
}

/** Each writer adds to a matter of its own; the next append begins when this one is durable. */
async function measured(workspace: string, writers: number, batch: number): Promise<number> {
  const store = await openStore({ workspace });
  try {
    const actors = await offices(store, writers);
    const opened = await Promise.all(
      actors.map(async (actor, i) => {
        const events = [event(`m${i}`, 1, actor)];
        return (await store.append(actor, { matter_id: `m${i}`, before: null, events })).state;
      }),
    );
    let done = 0;
    const end_ms = performance.now() + measured_ms;
    const add = async (actor: Actor, first: MatterState): Promise<void> => {
      for (let before = first; performance.now() < end_ms; done += batch) {
        const { matter_id, number } = before;
        const notes = Array.from({ length: batch }, (_, i) => number + 1 + i);
        const events = notes.map((one) => event(matter_id, one, actor));
        before = (await store.append(actor, { matter_id, before, events })).state;
      }
    };
    const wall_s = await seconds(async () => {
      await Promise.all(opened.map(async (state, i) => add(actors[i] ?? never(), state)));
      await store.logSettled();
    });
    return done / wall_s;
  } finally {
    await store.close();
  }
}

function never(): never {
  throw new RangeError('as many actors as matters');
}

/** A handler in each of a few offices, as the writers of a region would be. */
async function offices(store: Store, writers: number): Promise<Actor[]> {
  const ids = Array.from({ length: 4 }, (_, i) => `office-${i}`);
  const common = { party: 'regulator' as const, time_zone: 'Asia/Shanghai' };
  await store.as(systemActor, async ({ db }) => {
    await db
      .insertInto('tenant')
      .values(ids.map((id) => ({ id, name: id, ...common })))
      .execute();
  });
  return Array.from({ length: writers }, (_, i) => ({
    kind: 'person',
    party: 'regulator',
    tenant_id: `office-${i % ids.length}`,
    user_id: `user-${i}`,
    roles: ['handler'],
  }));
}

function event(matter_id: string, number: number, actor: Actor): MatterEvent {
  const common = { matter_id, number, at: '2026-03-02T01:00:00.000Z', on: '2026-03-02', actor };
  const rest = { ...common, reason: null, proposal: null };
  if (number > 1) return { ...rest, type: 'note', data: { text: '电话询问申诉人，补充材料' } };
  const party = { face: 'owner', party: 'regulator', tenant_id: actor.tenant_id, user_id: null };
  const data = { kind: 'complaint', title: '入门费投诉', facts: '交纳入门费', request: '退款' };
  return { ...rest, type: 'open', data: { ...data, parties: [party] } };
}

function shown(rate: number): string {
  return Math.round(rate).toLocaleString('en');
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold } from '../src/casework/fold.ts';
import { seatDues } from '../src/casework/shown/next-due.ts';
import { shippedLaw } from '../src/cli/serve/shipped-law.ts';
import type { Actor } from '../src/model/actor.ts';
import { overdueOf } from '../src/store/matters/overdue-of.ts';
import { listMatters } from '../src/store/matters/list-matters.ts';
import type { MatterFilter, MatterPage } from '../src/store/matters/list-matters.ts';
import { noteDues } from '../src/store/matters/note-dues.ts';
import { openStore } from '../src/store/open-store.ts';
import { searchMatters } from '../src/store/search/search-matters.ts';
import { systemActor } from '../src/store/store.ts';
import type { Store, StoreTx } from '../src/store/store.ts';
import { matterEvents, readers, today } from './matter-data.ts';
import { seconds } from './timing.ts';

const bar_ms = 100;
const rounds = 15;
const page_rows = 51;

/**
 * A page of a list among many matters, for every face and filter: the whole transaction, as a
 * request has it. The matters are appended by the store itself.
 */
export async function benchMatters(print: (line: string) => void, matters = 100_000) {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-matters-'));
  // As root, PostgreSQL runs as a user who must pass through.
  chmodSync(folder, 0o711);
  const store = await openStore({ workspace: join(folder, 'w') });
  try {
    const wall_s = await seconds(async () => await fill(store, matters));
    print(`matters: ${matters.toLocaleString('en')} matters appended in ${wall_s.toFixed(0)} s`);
    for (const [name, ask] of questions()) {
      const { median_ms, worst_ms, rows } = await timed(store, ask);
      const told = `${median_ms.toFixed(1)} ms, at worst ${worst_ms.toFixed(1)}`;
      print(`matters: ${name}: ${told}, ${rows} rows (bar: ${bar_ms})`);
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** So many appends at once that batches are full. */
const writers = 128;

async function fill(store: Store, matters: number): Promise<void> {
  const tenants = [readers.owner, readers.subject, readers.helper];
  await store.as(systemActor, async ({ db }) => {
    const rows = tenants.map(({ tenant_id: id, party }) => ({ id, party, name: id }));
    const zoned = rows.map((row) => ({ ...row, time_zone: 'Asia/Shanghai' }));
    await db.insertInto('tenant').values(zoned).execute();
  });
  const law = await shippedLaw();
  let next = 0;
  const write = async (): Promise<void> => {
    while (next < matters) {
      const events = matterEvents((next += 1));
      const matter_id = events[0]?.matter_id ?? '';
      await store.append(readers.owner, { matter_id, before: null, events });
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  await store.logSettled();
  const batch = 1_000;
  for (let from = 1; from <= matters; from += batch) {
    await store.as(systemActor, async (tx) => {
      for (let i = from; i < Math.min(from + batch, matters + 1); i += 1) {
        const events = matterEvents(i);
        const state = fold(events);
        if (state !== null) {
          await noteDues(tx, state.matter_id, seatDues(state, events, law, today));
        }
      }
    });
  }
}

type Ask = { readonly actor: Actor; readonly rows: (tx: StoreTx) => Promise<number> };

function questions(): [string, Ask][] {
  const asked: [string, Ask][] = [];
  for (const [face, actor] of Object.entries(readers)) {
    const list = (name: string, filter: Partial<MatterFilter>, more: Partial<MatterPage> = {}) =>
      asked.push([
        `${face}, ${name}`,
        { actor, rows: async (tx) => await rowsOf(tx, actor, filter, more) },
      ]);
    list('first page', {});
    list('latest first', {}, { order: 'latest' });
    const middle = { id: 'm0000001', due_on: null, last_at: `2026-03-01T00:00:00.000Z` };
    list('a page in the middle', {}, { after: middle });
    list('a kind of few', { kind: 'recall' });
    list('a kind of many', { kind: 'case' });
    list('a status', { status: 'settled' });
    list('a status that is none', { status: 'nonesuch' });
    list('overdue', { due_to: '2026-06-29' });
    list('due soon', { due_from: today, due_to: '2026-07-03' });
    list('mine', { mine: true });
    if (face === 'owner') {
      list('a queue', { queue: '组3' });
      list('an assignee', { assignee: 'officer-7' });
      list('unassigned', { unassigned: true });
      list('a tag of many', { tag: '双十一' });
      list('a tag of few', { tag: '督办' });
      list('a tag of none', { tag: '无' });
      list('tag, kind and queue', { tag: '督办', kind: 'case', queue: '组3' });
      asked.push([
        `${face}, overdue by whom`,
        { actor, rows: async (tx) => (await overdueOf(tx, actor, today)).length },
      ]);
    }
    for (const [name, q] of [
      ['a word of few', '金牛座'],
      ['a word of all', '商城拒绝'],
      ['a word of many', '团队计酬'],
      ['two words of many', '团队计酬 发票'],
      ['a word of none', '海王星'],
    ] as const) {
      const rows = async (tx: StoreTx): Promise<number> => {
        const ids = await searchMatters(tx, q, 200);
        return await rowsOf(tx, actor, { ids });
      };
      asked.push([`${face}, ${name}`, { actor, rows }]);
    }
  }
  return asked;
}

const everything: MatterFilter = {
  kind: null,
  status: null,
  tag: null,
  queue: null,
  mine: false,
  assignee: null,
  unassigned: false,
  due_from: null,
  due_to: null,
  ids: null,
};

async function rowsOf(
  tx: StoreTx,
  actor: Actor,
  filter: Partial<MatterFilter>,
  more: Partial<MatterPage> = {},
): Promise<number> {
  const page = { order: 'due', after: null, most: page_rows, ...more } as const;
  return (await listMatters(tx, actor, { ...page, filter: { ...everything, ...filter } })).length;
}

async function timed(store: Store, { actor, rows }: Ask) {
  const took: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    found = await store.as(actor, rows);
    took.push(performance.now() - begun);
  }
  const sorted = took.toSorted((a, b) => a - b);
  return {
    median_ms: sorted[Math.floor(rounds / 2)] ?? 0,
    worst_ms: sorted.at(-1) ?? 0,
    rows: found,
  };
}

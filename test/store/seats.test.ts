import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../src/casework/fold.ts';
import { shownClocks, shownMatter } from '../../src/casework/shown/shown-matter.ts';
import { seatDues } from '../../src/casework/shown/next-due.ts';
import type { MatterState } from '../../src/casework/state.ts';
import type { Actor } from '../../src/model/actor.ts';
import { matterKinds } from '../../src/model/matter.ts';
import type { MatterEvent } from '../../src/model/matter.ts';
import { seeded } from '../../src/model/random.ts';
import { appendEvents } from '../../src/store/matters/append-events.ts';
import { listMatters } from '../../src/store/matters/list-matters.ts';
import type { MatterFilter, MatterPage, MatterRow } from '../../src/store/matters/list-matters.ts';
import { noteDues } from '../../src/store/matters/note-dues.ts';
import { rebuildProjections } from '../../src/store/matters/rebuild-projections.ts';
import { openStore } from '../../src/store/open-store.ts';
import { systemActor } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { person } from '../support/casework.ts';
import { cnLaw } from '../support/cn-law.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { randomMatter } from '../support/random-matter.ts';
import { runSql } from '../support/store-workspace.ts';
import { addTenants } from '../support/store-tenants.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_129);
const law = await cnLaw();
const today = '2026-06-30';

const all: MatterFilter = {
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

/** Everybody who may be a side of a random matter, and two who stand in several ways. */
const readers: readonly Actor[] = [
  person('regulator', 'amr', 'amr-a', 'handler'),
  person('regulator', 'elsewhere', 'elsewhere-a', 'handler'),
  person('association', 'guild', 'guild-a', 'handler'),
  person('platform', 'mall', 'mall-a', 'handler'),
  person('operator', 'shop', 'shop-a', 'handler'),
  person('consumer', 'public', 'public-a'),
  person('consumer', 'public', 'nobody'),
  person('platform', 'mall', 'helper-of-mall', 'handler'),
];

let server: PostgresServer;
let store: Store;
const histories = new Map<string, { state: MatterState; events: readonly MatterEvent[] }>();

beforeAll(async () => {
  server = await migratedPostgres();
  store = await openStore({ database_url: server.url });
  await addTenants(store, 'amr', 'elsewhere', 'guild', 'mall', 'shop', 'x0', 'x1', 'x2');
  for (let i = 0; i < 220; i += 1) {
    const random = seeded(seed + i);
    const kind = matterKinds[i % matterKinds.length] ?? 'case';
    const made = randomMatter(kind, random, law, new Map(), '2026-01-05');
    if (made.state === null) continue;
    const matter_id = `${kind}-${i}`;
    // One person of a tenant that is a side too, with a side of its own.
    const own = { face: 'helper', party: 'platform', tenant_id: 'mall', user_id: 'helper-of-mall' };
    const events = made.events.map((event) => ({
      ...event,
      matter_id,
      data:
        event.type === 'open' && i % 3 === 0
          ? { ...event.data, parties: [...listOf(event.data['parties']), own] }
          : event.data,
    }));
    await append(matter_id, events);
  }
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

function listOf(value: unknown): MatterEvent['data'][] {
  // Random matters are opened with a list of parties.
  return value as MatterEvent['data'][];
}

/** In two parts, so that places are made and then changed. */
async function append(matter_id: string, events: readonly MatterEvent[]): Promise<void> {
  await store.as(systemActor, async (tx) => {
    await appendEvents(tx, matter_id, 0, events.slice(0, 1));
    if (events.length > 1) await appendEvents(tx, matter_id, 1, events.slice(1));
    const state = stateOf(events);
    await noteDues(tx, matter_id, seatDues(state, events, law, today));
    histories.set(matter_id, { state, events });
  });
}

function stateOf(events: readonly MatterEvent[]): MatterState {
  return fold(events) ?? expect.fail('no events');
}

/** What a list says of a matter, by the way a single matter is shown. */
function rowBySight(reader: Actor, matter_id: string): MatterRow | null {
  const { state, events } = histories.get(matter_id) ?? expect.fail(matter_id);
  const shown = shownMatter(reader, state, events);
  if (shown === null) return null;
  const owns = shown.faces.includes('owner');
  const runs = shownClocks(shown, law, today).filter(
    ({ kind, done_on, state: now, deadline_id }) => {
      if (kind === 'keep_until' || done_on !== null || now === 'no_term') return false;
      if (!owns || deadline_id === null) return true;
      const bearers = law.deadlines.find(({ id }) => id === deadline_id)?.duty_bearer ?? [];
      const owner = state.parties.find(({ face }) => face === 'owner');
      return owner !== undefined && bearers.includes(owner.party);
    },
  );
  const days = runs.flatMap(({ due_on }) => (due_on === null ? [] : [due_on])).toSorted();
  const due_on = days[0] ?? null;
  return {
    id: matter_id,
    kind: state.kind,
    owner_tenant_id: state.owner_tenant_id,
    faces: shown.faces,
    status: shown.status,
    title: shown.events.some(({ type }) => type === 'open') ? state.title : null,
    opened_on: state.opened_on,
    last_at: shown.last_at,
    number: shown.events.at(-1)?.number ?? 0,
    due_on,
    due_clock: runs.find((clock) => clock.due_on === due_on)?.clock ?? null,
    due_unknown: runs.some((clock) => clock.due_on === null),
    assignee: owns ? state.assignee : null,
    queue: owns ? state.queue : null,
    tags: owns ? state.tags : [],
  };
}

function byDue(a: MatterRow, b: MatterRow): number {
  const key = ({ due_on, last_at, id }: MatterRow): string =>
    `${due_on ?? '9'} ${String(9e15 - Date.parse(last_at))} ${id}`;
  return key(a) < key(b) ? -1 : 1;
}

function byLast(a: MatterRow, b: MatterRow): number {
  return byDue({ ...a, due_on: null }, { ...b, due_on: null });
}

async function pages(reader: Actor, filter: MatterFilter, order: 'due' | 'latest') {
  const rows: MatterRow[] = [];
  for (let after: MatterRow | null = null; ;) {
    const page: MatterPage = { filter, order, after, most: 7 };
    const more: MatterRow[] = await store.as(
      reader,
      async (tx) => await listMatters(tx, reader, page),
    );
    rows.push(...more);
    after = more.at(-1) ?? null;
    if (more.length < 7) return rows;
  }
}

describe(`lists of matters (seed ${seed})`, () => {
  it('say of every matter what it shows to each side, in order', { timeout: 60_000 }, async () => {
    const seen: number[] = [];
    for (const reader of readers) {
      const wanted = [...histories.keys()].flatMap((id) => rowBySight(reader, id) ?? []);
      expect(await pages(reader, all, 'due')).toEqual(wanted.toSorted(byDue));
      expect(await pages(reader, all, 'latest')).toEqual(wanted.toSorted(byLast));
      seen.push(wanted.length);
    }
    // The office owns most; the second regulator is asked for help in some; one sees nothing.
    expect(seen[0]).toBeGreaterThan(60);
    expect(seen.slice(0, 6).every((count) => count > 0)).toBe(true);
    expect(seen[6]).toBe(0);
    expect(seen[7]).toBeGreaterThanOrEqual(seen[3] ?? 0);
  });

  it('let through what is asked for', { timeout: 60_000 }, async () => {
    for (const reader of readers.slice(0, 6)) {
      const wanted = [...histories.keys()].flatMap((id) => rowBySight(reader, id) ?? []);
      const statuses = new Set(wanted.map(({ status }) => status));
      const asked: [Partial<MatterFilter>, (row: MatterRow) => boolean][] = [
        ...[...statuses]
          .slice(0, 4)
          .map((status): (typeof asked)[number] => [
            { status: status ?? '' },
            (row) => row.status === status,
          ]),
        [{ kind: 'case' }, (row) => row.kind === 'case'],
        [{ tag: 'x' }, (row) => row.tags.includes('x')],
        [{ queue: 'x' }, (row) => row.queue === 'x'],
        [{ assignee: 'x1' }, (row) => row.assignee === 'x1'],
        [{ due_to: '2026-06-29' }, (row) => row.due_on !== null && row.due_on < today],
        [
          { due_from: today, kind: 'complaint' },
          (row) => row.kind === 'complaint' && (row.due_on ?? '9') >= today,
        ],
      ];
      for (const [filter, keeps] of asked) {
        const found = await pages(reader, { ...all, ...filter }, 'due');
        expect(found).toEqual(wanted.filter(keeps).toSorted(byDue));
      }
    }
  });

  it('are found wrong and mended where a place is not what the events say', async () => {
    expect(await store.as(systemActor, rebuildProjections)).toEqual([]);
    const [first] = histories.keys();
    await runSql(
      server.url,
      `UPDATE polyprism.matter_seat SET status = 'x', late = 0 WHERE matter_id = '${first}'`,
    );
    expect(await store.as(systemActor, rebuildProjections)).toEqual([first]);
    expect(await store.as(systemActor, rebuildProjections)).toEqual([]);
  });

  it('cannot be written by who is no party of the matter', async () => {
    const [first = ''] = histories.keys();
    const stranger = person('regulator', 'stranger', 'u', 'handler');
    const seat = { tenant_id: 'amr', user_id: '', due_on: '2020-01-01', due_unknown: false };
    await store.as(stranger, async ({ db }) => {
      await sql`SELECT note_dues(${first}, ${JSON.stringify([seat])}::jsonb)`.execute(db);
    });
    const rows = await runSql(
      server.url,
      `SELECT FROM polyprism.matter_seat WHERE due_on = '2020-01-01'`,
    );
    expect(rows).toEqual([]);
  });
});

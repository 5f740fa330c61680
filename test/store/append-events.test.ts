import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../src/casework/fold.ts';
import { appendEvents } from '../../src/store/matters/append-events.ts';
import { readEvents } from '../../src/store/matters/read-events.ts';
import { rebuildProjections } from '../../src/store/matters/rebuild-projections.ts';
import { once } from '../../src/store/once.ts';
import { openStore } from '../../src/store/open-store.ts';
import { systemActor } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { actorOf, eventOf, opening } from '../support/casework-histories.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { addTenants } from '../support/store-tenants.ts';
import { runSql } from '../support/store-workspace.ts';

let server: PostgresServer;
let store: Store;
const officer = actorOf('office', 'u1');
const platform = actorOf('mall', 'p1', 'platform');
const consumer = actorOf('public', 'c1', 'consumer', []);
const stranger = actorOf('other', 'o1');

beforeAll(async () => {
  server = await migratedPostgres();
  store = await openStore({ database_url: server.url });
  await addTenants(store, 'office', 'other', 'mall');
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

async function open(id: string, by = officer): Promise<void> {
  const event = opening(id, by, 'office', 'c1', 'mall', '入门费投诉');
  await store.as(by, async (tx) => await appendEvents(tx, id, 0, [event]));
}

const list = async (who = officer): Promise<string[]> =>
  await store.as(who, async ({ db }) =>
    (await db.selectFrom('matter').select('id').orderBy('id').execute()).map(({ id }) => id),
  );

describe('events of a matter', () => {
  it('are read back as they were appended, and their row is what they come to', async () => {
    await open('m1');
    const more = [
      eventOf('m1', 2, 'assign', officer, { user_id: 'u1' }),
      eventOf('m1', 3, 'tag', officer, { tags: ['急件', 'a\u0000b'] }),
    ];
    await store.as(officer, async (tx) => await appendEvents(tx, 'm1', 1, more));
    const { events, row } = await store.as(officer, async (tx) => ({
      events: await readEvents(tx, 'm1'),
      row: await tx.db
        .selectFrom('matter')
        .select(['kind', 'status', 'number', 'title', 'opened_on', 'last_at', 'assignee'])
        .where('id', '=', 'm1')
        .executeTakeFirst(),
    }));
    const first = opening('m1', officer, 'office', 'c1', 'mall', '入门费投诉');
    expect(events).toEqual([first, ...more]);
    expect(row).toEqual({
      kind: 'complaint',
      status: 'received',
      number: 3,
      title: '入门费投诉',
      opened_on: '2026-03-02',
      last_at: '2026-03-02T03:00:00.000Z',
      assignee: 'u1',
    });
  });

  it('are seen by the parties of the matter and nobody else', async () => {
    await open('m2', consumer);
    for (const who of [officer, platform, consumer]) expect(await list(who)).toContain('m2');
    for (const who of [stranger, actorOf('public', 'c2', 'consumer', [])]) {
      expect(await list(who)).toEqual([]);
      expect(await store.as(who, async (tx) => await readEvents(tx, 'm2'))).toEqual([]);
      const step = eventOf('m2', 2, 'note', who, { text: '?' });
      const meddle = store.as(who, async (tx) => await appendEvents(tx, 'm2', 1, [step]));
      await expect(meddle).rejects.toMatchObject({ issue: { code: 'store.no_matter' } });
    }
  });

  it('show a matter to a party that comes later', async () => {
    await open('m3');
    expect(await list(stranger)).not.toContain('m3');
    const party = { face: 'helper', party: 'regulator', tenant_id: 'other' };
    const step = eventOf('m3', 2, 'add_party', officer, party);
    await store.as(officer, async (tx) => await appendEvents(tx, 'm3', 1, [step]));
    expect(await list(stranger)).toContain('m3');
  });

  it('let nobody in by the back door', async () => {
    const row = { matter_id: 'm2', tenant_id: 'other', user_id: null, party: 'regulator' as const };
    for (const face of ['helper', 'owner'] as const) {
      const enter = store.as(stranger, async ({ db }) => {
        await db
          .insertInto('matter_party')
          .values({ ...row, face })
          .execute();
      });
      await expect(enter).rejects.toThrow(/row-level security|duplicate key/);
    }
    expect(await list(stranger)).not.toContain('m2');
  });

  it('cannot be written in the name of another', async () => {
    await open('m4');
    const step = eventOf('m4', 2, 'note', officer, { text: '?' });
    const forged = store.as(platform, async (tx) => await appendEvents(tx, 'm4', 1, [step]));
    await expect(forged).rejects.toThrow('row-level security policy for table "event"');
  });

  it('are refused where the matter has another number of them, and leave nothing', async () => {
    await open('m5');
    const step = (number: number) => eventOf('m5', number, 'note', officer, { text: '一' });
    for (const expected of [0, 2]) {
      const late = store.as(officer, async (tx) => {
        await appendEvents(tx, 'm5', expected, [step(expected + 1)]);
      });
      await expect(late).rejects.toMatchObject({
        issue: { code: 'store.conflict', params: { matter: 'm5', expected, found: 1 } },
      });
    }
    const both = await Promise.allSettled(
      [1, 2, 3, 4].map(async () =>
        store.as(officer, async (tx) => await appendEvents(tx, 'm5', 1, [step(2)])),
      ),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const events = await store.as(officer, async (tx) => await readEvents(tx, 'm5'));
    expect(events.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('open a matter once, also when two do at the same time', async () => {
    const twice = await Promise.allSettled([open('m6'), open('m6'), open('m6', consumer)]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of twice) {
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ issue: { code: 'store.conflict' } });
    }
  });

  it('are changed and removed by nobody, the owner of the tables included', async () => {
    for (const statement of [
      'DELETE FROM event',
      'TRUNCATE event CASCADE',
      "UPDATE event SET type = 'x'",
    ]) {
      for (const role of ['polyprism_app', 'polyprism_system']) {
        const tried = runSql(
          server.url,
          `SET ROLE ${role}`,
          statement.replace('event', 'polyprism.event'),
        );
        await expect(tried).rejects.toThrow('permission denied');
      }
      const tried = runSql(
        server.url,
        'SET ROLE polyprism_owner',
        statement.replace('event', 'polyprism.event'),
      );
      await expect(tried).rejects.toThrow('event is append-only');
    }
  });
});

describe('appends that share a transaction', () => {
  const add = async (id: string, who = officer, titles = '投诉') => {
    const events = [opening(id, who, 'office', 'c1', 'mall', titles)];
    return await store.append(who, { matter_id: id, before: null, events });
  };

  it('are each in their own name, and each told where its events stand', async () => {
    const people = [officer, consumer, platform];
    const made = await Promise.all(
      Array.from({ length: 150 }, async (_, i) => add(`g${i}`, people[i % 3])),
    );
    const positions = made.flatMap((one) => one.positions);
    expect(new Set(positions).size).toBe(150);
    const rows = await store.as(systemActor, async ({ db }) =>
      db.selectFrom('event').select(['position', 'matter_id', 'payload']).execute(),
    );
    for (const [i, one] of made.entries()) {
      expect(one.state).toMatchObject({ matter_id: `g${i}`, number: 1, status: 'received' });
      const row = rows.find(({ position }) => position === one.positions[0]);
      expect(row?.matter_id).toBe(`g${i}`);
      expect(JSON.parse(row?.payload ?? '')).toMatchObject({ actor: people[i % 3] });
    }
  });

  it('fail for themselves alone', async () => {
    const { state } = await add('h');
    const step = (number: number, who = officer) =>
      eventOf('h', number, 'note', who, { text: '一' });
    const forged = store.append(platform, { matter_id: 'h', before: state, events: [step(2)] });
    const hidden = { matter_id: 'h', before: state, events: [step(2, stranger)] };
    const others = Array.from({ length: 20 }, async (_, i) => add(`h${i}`));
    await expect(forged).rejects.toThrow('row-level security policy for table "event"');
    await expect(store.append(stranger, hidden)).rejects.toMatchObject({
      issue: { code: 'store.no_matter' },
    });
    expect(await Promise.all(others)).toHaveLength(20);
    const twice = await Promise.allSettled(
      [1, 2, 3].map(async () =>
        store.append(officer, { matter_id: 'h', before: state, events: [step(2)] }),
      ),
    );
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const late = store.append(officer, { matter_id: 'h', before: state, events: [step(2)] });
    await expect(late).rejects.toMatchObject({
      issue: { code: 'store.conflict', params: { matter: 'h', expected: 1, found: 2 } },
    });
    await expect(add('h')).rejects.toMatchObject({ issue: { code: 'store.conflict' } });
  });

  it('wait for whoever holds the matter, without holding up others', async () => {
    const { state } = await add('w');
    const note = (number: number) => eventOf('w', number, 'note', officer, { text: '一' });
    const more = { matter_id: 'w', before: state, events: [note(2)] };
    let behind: Promise<unknown> | null = null;
    await store.as(officer, async ({ db }) => {
      await db.selectFrom('matter').select('id').where('id', '=', 'w').forUpdate().execute();
      behind = store.append(officer, more);
      // These go through while that one waits for this very transaction.
      await Promise.all(Array.from({ length: 5 }, async (_, i) => add(`w${i}`)));
    });
    expect(await behind).toMatchObject({ state: { number: 2 } });
  });
});

describe('rows of matters', () => {
  it('are made again from events where they went wrong', async () => {
    await open('m7');
    await runSql(
      server.url,
      "UPDATE polyprism.matter SET status = 'closed', assignee = 'x' WHERE id = 'm7'",
      "UPDATE polyprism.event_words SET words = '' WHERE matter_id = 'm7'",
    );
    expect(await store.as(systemActor, rebuildProjections)).toEqual(['m7']);
    expect(await store.as(systemActor, rebuildProjections)).toEqual([]);
    const after = await store.as(officer, async (tx) => ({
      row: await tx.db
        .selectFrom('matter')
        .select(['status', 'assignee'])
        .where('id', '=', 'm7')
        .executeTakeFirst(),
      state: fold(await readEvents(tx, 'm7')),
      words: await tx.db
        .selectFrom('event_words')
        .select('words')
        .where('matter_id', '=', 'm7')
        .executeTakeFirst(),
    }));
    expect(after.row).toEqual({ status: 'received', assignee: null });
    expect(after.state?.status).toBe('received');
    expect(after.words?.words).toContain("'入门'");
  });
});

describe('a request with a key', () => {
  const ask = async (key: string, request: string, work: () => Promise<string>, who = officer) =>
    await store.as(who, async (tx) => await once(tx, key, { request }, work));

  it('takes hold once and is answered alike ever after', async () => {
    let times = 0;
    const work = async () => `answer ${(times += 1)}`;
    const answers = await Promise.all([1, 2, 3].map(async () => await ask('k1', 'a', work)));
    expect([...answers, await ask('k1', 'a', work)]).toEqual(Array(4).fill('answer 1'));
    expect(await ask('k1', 'a', work, stranger)).toBe('answer 2');
  });

  it('is refused where the key was for another', async () => {
    await ask('k2', 'a', async () => 'done');
    await expect(ask('k2', 'b', async () => 'done')).rejects.toMatchObject({
      issue: { code: 'store.key_reused', params: { key: 'k2' } },
    });
  });

  it('leaves the key free when it fails', async () => {
    const failing = ask('k3', 'a', async () => await Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await ask('k3', 'a', async () => 'yes')).toBe('yes');
  });
});

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../src/server/client.ts';
import * as inspections from '../../src/server/contract/inspections.ts';
import * as keptFiles from '../../src/server/contract/kept-files.ts';
import { mattersOpen } from '../../src/server/contract/matters.ts';
import * as uploads from '../../src/server/contract/uploads.ts';
import { removeOver } from '../../src/server/files/remove-over.ts';
import { inTurn } from '../../src/store/disk/in-turn.ts';
import { diskOf, setDisk } from '../../src/store/disk/disk-use.ts';
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer, Person } from '../support/api-server.ts';
import { runSql } from '../support/store-workspace.ts';

const most = 100;
let api: ApiServer;
/** Another process of the same installation, as it seems to both. */
let twin: ApiServer;
const hands = new Map<string, Person>();

beforeAll(async () => {
  api = await apiServer({ tenant_disk_bytes_max: most }, [process.execPath, '-e', '']);
  twin = await apiServer({ tenant_disk_bytes_max: most }, [process.execPath, '-e', ''], api);
  for (const tenant of ['ours', 'theirs', 'many', 'full', 'both', 'kept', 'too']) {
    await addTenant(api, tenant, 'regulator');
    hands.set(tenant, await addPerson(api, `hand-${tenant}`, tenant, ['handler']));
  }
});
afterAll(async () => {
  await twin.end();
  await api.end();
});

function of(server: ApiServer, tenant: string): Client {
  const { token } = hands.get(tenant) ?? { token: '' };
  const origin = new URL(server.url).origin;
  return server.client({ cookie: `polyprism_session=${token}`, origin });
}

async function begin(call: Client, size_bytes: number): Promise<string> {
  const begun = await call(uploads.uploadsCreate, { body: { name: 'a.csv', size_bytes } });
  return begun.ok ? begun.body.id : begun.problem.code;
}

async function append(call: Client, upload_id: string, offset: number, text: string) {
  const headers = { 'upload-offset': offset };
  const body = new TextEncoder().encode(text);
  return await call(uploads.uploadsAppend, { params: { upload_id }, headers, body });
}

const uuid = /^[0-9a-f-]{36}$/;

describe('the disk of a tenant', () => {
  it('takes what the limit says and no byte more, by the sizes that were announced', async () => {
    const call = of(api, 'ours');
    expect(await begin(call, 60)).toMatch(uuid);
    expect(await begin(call, 41)).toBe('disk.full');
    const last = await begin(call, 40);
    expect(last).toMatch(uuid);
    expect(await begin(call, 1)).toBe('disk.full');
    const refused = await call(uploads.uploadsCreate, { body: { name: 'a.csv', size_bytes: 1 } });
    expect(refused).toMatchObject({ status: 422, problem: { code: 'disk.full' } });
    expect(!refused.ok && refused.problem.en).toContain('100 of 100 bytes; 1 more');
    // Nobody else's room.
    expect(await begin(of(api, 'theirs'), most)).toMatch(uuid);
    // One that is given up makes room; one byte less than it had, and one more, are told apart.
    await call(uploads.uploadsDelete, { params: { upload_id: last } });
    expect(await begin(call, 39)).toMatch(uuid);
    expect(await begin(call, 2)).toBe('disk.full');
    const whole = await begin(call, 1);
    expect((await append(call, whole, 0, 'a')).status).toBe(200);
    // What came whole is a raw file, and stays when its upload is given up.
    await call(uploads.uploadsDelete, { params: { upload_id: whole } });
    expect(await begin(call, 1)).toBe('disk.full');
    const figures = await (await fetch(new URL('/metrics', api.url))).text();
    expect(figures).toContain('polyprism_disk_bytes{kind="upload"} 200');
    expect(figures).toMatch(
      /polyprism_problems_total\{route="uploads.create",code="disk.full"\} [4-9]/,
    );
  });

  it('is not passed by many who ask at once, of two servers', async () => {
    const asked = Array.from({ length: 12 }, async (_, i) =>
      begin(of(i % 2 === 0 ? api : twin, 'many'), 20),
    );
    const told = await Promise.all(asked);
    expect(told.filter((one) => uuid.test(one))).toHaveLength(5);
    expect(told.filter((one) => one === 'disk.full')).toHaveLength(7);
  });

  it('lets no inspection begin once the ones before it have filled it', async () => {
    const call = of(api, 'full');
    const upload_id = await begin(call, 1);
    await append(call, upload_id, 0, 'a');
    const body = { title: 'a', uploads: [upload_id] };
    const taken = async (bytes: number) =>
      await api.store.as(systemActor, async (tx) => {
        await setDisk(tx, { tenant_id: 'full', kind: 'inspection', id: 'before' }, bytes);
      });
    await taken(99);
    expect((await call(inspections.inspectionsCreate, { body })).status).toBe(201);
    await taken(100);
    expect(await call(inspections.inspectionsCreate, { body })).toMatchObject({
      problem: { code: 'disk.full' },
    });
  });
});

describe('an upload', () => {
  it('has one writer at a time, of two servers on one database', async () => {
    const [here, there] = [of(api, 'both'), of(twin, 'both')];
    const upload_id = await begin(here, 10);
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const { headers } = hands.get('both') ?? { headers: {} };
    const slow = fetch(new URL(`/api/v1/uploads/${upload_id}`, api.url), {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/octet-stream' },
      body: readable,
      duplex: 'half',
    });
    await writer.write(Buffer.from('01234'));
    // Its turn has begun: the other server finds it taken.
    const held = `SELECT id FROM polyprism.disk_use
      WHERE id = '${upload_id}' AND holder IS NOT NULL`;
    await vi.waitFor(async () => {
      expect(await runSql(api.database_url, held)).toHaveLength(1);
    }, 30_000);
    const other = await append(there, upload_id, 5, 'xxxxx');
    expect(other).toMatchObject({ problem: { code: 'upload.busy' } });
    const dropped = await there(uploads.uploadsDelete, { params: { upload_id } });
    expect(dropped).toMatchObject({ problem: { code: 'upload.busy' } });
    await writer.write(Buffer.from('56789'));
    await writer.close();
    const whole: unknown = await (await slow).json();
    const sha256 = createHash('sha256').update('0123456789').digest('hex');
    expect(whole).toMatchObject({ received_bytes: 10, sha256 });
  });

  it('is free again when a writer has been killed and its turn is over', async () => {
    const thing = { tenant_id: 'both', kind: 'upload', id: 'left' } as const;
    const begun = Promise.withResolvers<void>();
    void inTurn(api.store, thing, 'killed', async () => {
      begun.resolve();
      await new Promise<never>(() => undefined);
    });
    await begun.promise;
    const other = async () => await inTurn(twin.store, thing, 'next', async (mine) => mine());
    const busy = { issue: { code: 'upload.busy' } };
    await expect(other()).rejects.toMatchObject(busy);
    await runSql(
      api.database_url,
      "UPDATE polyprism.disk_use SET held_until = now() - interval '1 ms' WHERE id = 'left'",
    );
    expect(await other()).toBe(true);
  });
});

describe('a raw file', () => {
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
  const sent = async (tenant: string, text: string): Promise<string> => {
    const id = await begin(of(api, tenant), text.length);
    expect((await append(of(api, tenant), id, 0, text)).status).toBe(200);
    return id;
  };
  const listed = async (tenant: string) => {
    const answer = await of(api, tenant)(keptFiles.keptFilesList, { query: {} });
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.body.items;
  };

  it('is locked for the term of whoever sent it, and goes when that is over', async () => {
    for (const tenant of ['kept', 'too'])
      hands.set(tenant, await addPerson(api, `head-${tenant}`, tenant, ['handler', 'admin']));
    const given = await sent('kept', 'given up');
    await of(api, 'kept')(uploads.uploadsDelete, { params: { upload_id: given } });
    const [first, again, evidence] = await Promise.all(
      ['one', 'two', 'six'].map(async (text) => await sent('kept', text)),
    );
    await sent('too', 'two');
    // Three years where nothing was set, from the day where the tenant is.
    const due = async (): Promise<string[]> =>
      (await listed('kept')).map(({ keep_until }) => keep_until);
    expect(await due()).toEqual(Array.from({ length: 4 }, () => '2029-03-02'));
    expect((await listed('too')).map(({ sha256 }) => sha256)).toEqual([sha('two')]);
    const set = await of(api, 'kept')(keptFiles.keptTermSet, { body: { months: 12 } });
    expect(set.ok && set.body).toEqual({ months: 12 });
    await sent('kept', 'new');
    expect((await due()).slice(0, 2)).toEqual(['2027-03-02', '2029-03-02']);
    const opened = await of(api, 'kept')(mattersOpen, {
      headers: {},
      body: {
        kind: 'complaint',
        parties: [],
        data: { title: '投诉', facts: `证据 ${sha('six')}`, request: '退款' },
      },
    });
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(await removeOver(api.store, api.workspace)).toBe(0);
    // No one can make a term shorter; here it is as if years had passed.
    await runSql(
      api.database_url,
      `ALTER TABLE polyprism.file DISABLE TRIGGER guard;
       UPDATE polyprism.file SET keep_until = '2020-01-01'
         WHERE tenant_id = 'kept' AND sha256 <> '${sha('new')}';
       ALTER TABLE polyprism.file ENABLE TRIGGER guard;`,
    );
    // Of the three the other tenant needs one still, and a matter names another.
    const used = async (): Promise<number> =>
      await api.store.as(systemActor, async (tx) => await diskOf(tx, 'kept'));
    expect(await used()).toBe('given up'.length + 4 * 'one'.length);
    expect(await removeOver(api.store, api.workspace)).toBe(2);
    // Left are one a matter names and one whose term runs.
    expect(await used()).toBe(2 * 'one'.length);
    expect(await removeOver(api.store, api.workspace)).toBe(0);
    const rows = (await listed('kept')).map(({ sha256, matter_id, removed_at }) => [
      sha256,
      matter_id,
      removed_at !== null,
    ]);
    expect(rows.at(-1)).toEqual([sha('new'), null, false]);
    expect(Object.fromEntries(rows.map(([digest, ...rest]) => [digest, rest]))).toMatchObject({
      [sha('one')]: [null, true],
      [sha('two')]: [null, true],
      [sha('six')]: [opened.body.matter_id, false],
    });
    const raw = (text: string): boolean => existsSync(join(api.workspace, 'raw', sha(text)));
    expect(['one', 'two', 'six'].map(raw)).toEqual([false, true, true]);
    const read = async (tenant: string, id = ''): Promise<number> =>
      (await of(api, tenant)(uploads.uploadsRead, { params: { upload_id: id } })).status;
    expect(await Promise.all([first, again, evidence].map(async (id) => read('kept', id)))).toEqual(
      [404, 404, 200],
    );
    // What is sent again is kept again.
    await sent('kept', 'one');
    expect(raw('one')).toBe(true);
    expect((await listed('kept')).at(-1)).toMatchObject({ sha256: sha('one'), removed_at: null });
  });
});

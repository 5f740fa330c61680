import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parties, roles } from '../../src/model/actor.ts';
import type { Party, Role } from '../../src/model/actor.ts';
import { digestOf, newSecret } from '../../src/server/auth/secret.ts';
import { newId } from '../../src/server/auth/new-id.ts';
import { contract } from '../../src/server/contract/contract.ts';
import { scopes } from '../../src/server/contract/keys.ts';
import type { RouteShape } from '../../src/server/contract/route.ts';
import {
  beginInspection,
  folderOf,
  setJob,
} from '../../src/server/inspections/inspection-folder.ts';
import { permissions } from '../../src/server/permissions.ts';
import { beginUpload } from '../../src/server/uploads/upload-folder.ts';
import { seeded } from '../../src/model/random.ts';
import { systemActor } from '../../src/store/store.ts';
import { appendEvents } from '../../src/store/matters/append-events.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import { mappingIn, viewIn, webhookIn } from '../support/owned-rows.ts';
import type { ApiServer, Person } from '../support/api-server.ts';
import { leaveSmallMall, leftInspection } from '../support/left-inspection.ts';
import { storedFinding } from '../support/stored-finding.ts';
import { goodRequests, shopMapping } from './requests.ts';
import { draftIn, planIn, proposalIn } from '../support/stored-draft.ts';
import { publicationIn } from '../support/published.ts';
import { matterFor } from '../support/matter-for.ts';
import { submissionFor } from '../support/submission-for.ts';

// Passwords are hashed for nothing here: what hashing costs is asserted where it is tested.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };
  return { ...real, hash: async (text: string) => await real.hash(text, cheap) };
});

let api: ApiServer;
let number = 0;
const at = '2026-03-02T00:00:00.000Z';

beforeAll(async () => {
  // What inspections do has tests of its own: here they only have to be somebody's.
  api = await apiServer({}, [process.execPath, '-e', '']);
  leaveSmallMall(api.workspace);
  for (const party of parties) {
    if (party !== 'consumer') {
      await addTenant(api, `${party}-own`, party);
      await addTenant(api, `${party}-other`, party);
      await addPerson(api, `${party}-keeper`, `${party}-own`, ['admin']);
    }
  }
}, 180_000);
afterAll(async () => await api.end());

/** An object of a kind in a tenant; made anew each time, as what is done to it may end it. */
async function objectIn(
  kind: string | undefined,
  tenant_id: string,
  owner = 'opener',
): Promise<string> {
  const id = `object-${(number += 1)}`;
  if (kind === 'tenant') return tenant_id;
  if (kind === 'user') return await userIn(tenant_id, id);
  if (kind === 'session') {
    const { token } = await addPerson(api, id, tenant_id, ['reader']);
    return digestOf(token).toString('hex');
  }
  if (kind === 'upload') {
    const note = { id, name: 'a.csv', size_bytes: 3, created_at: at, sha256: null };
    return (await beginUpload({ workspace: api.workspace, tenant_id }, note)).id;
  }
  if (kind === 'matter') return await matterFor(api.store, id, tenant_id, owner, at);
  if (kind === 'view') {
    return await viewIn(api.store, { id, tenant_id, user_id: owner });
  }
  if (kind === 'left') return await leftInspection(api, tenant_id, id);
  if (kind === 'draft') return await draftIn(api.store, tenant_id, id, at);
  if (kind === 'proposal') return await proposalIn(api.store, tenant_id, id, at);
  if (kind === 'plan') return await planIn(api.store, tenant_id, id, at);
  if (kind === 'inspection') return await inspectionIn(tenant_id, id);
  if (kind === 'finding') return `${await inspectionIn(tenant_id, id)}_1`;
  if (kind === 'submission') {
    const inspection_id = await inspectionIn(tenant_id, `inspection-${id}`);
    return await submissionFor(api.store, { id, tenant_id, inspection_id, at });
  }
  if (kind === 'connector') return await connectorIn(tenant_id, id);
  if (kind === 'unlock') return await unlockIn(tenant_id, id);
  if (kind === 'affiliation') return await affiliationOf(tenant_id, id);
  if (kind === 'mapping') {
    return await mappingIn(api.store, { name: id, tenant_id, source: shopMapping });
  }
  if (kind === 'job') {
    return await api.jobs.send({ tenant_id, kind: 'inspection', subject: id });
  }
  if (kind === 'publication') return await publicationIn(api, tenant_id, id);
  const user_id = await userIn(tenant_id, id);
  if (kind === 'webhook')
    return await webhookIn(api.store, { id, tenant_id, user_id, created_at: at });
  const row = { id, tenant_id, user_id, name: id, digest: digestOf(id), roles: ['admin'] as const };
  await api.store.as(systemActor, async ({ db }) => db.insertInto('api_key').values(row).execute());
  return id;
}

/** A user without a session. */
async function userIn(tenant_id: string, user_id: string): Promise<string> {
  const user = { id: user_id, login: `${user_id}@example.org`, name: user_id };
  const role = 'reader' as const;
  await api.store.as(systemActor, async ({ db }) => {
    await db.insertInto('app_user').values(user).execute();
    await db.insertInto('membership').values({ user_id, tenant_id, role }).execute();
  });
  return user_id;
}

async function inspectionIn(tenant_id: string, id: string): Promise<string> {
  const place = { workspace: api.workspace, tenant_id };
  const blank = { as_of: null, time_zone: null, currency: null };
  const own = {
    id,
    title: id,
    platform_id: null,
    connector_id: null,
    created_at: at,
    created_by: 'a',
  };
  const note = { ...own, inputs: [], packs: ['cn'] };
  await mkdir(join(folderOf(place, id), 'out'), { recursive: true });
  await writeFile(join(folderOf(place, id), 'out', 'report.json'), '{}');
  await beginInspection(place, { ...note, ...blank });
  await setJob(place, id, 'none');
  const kept = { id, tenant_id, snapshot_id: 's', report: 'r', summary: '{}', platform_id: null };
  await api.store.as(systemActor, async ({ db }) => {
    await db
      .insertInto('inspection')
      .values({ ...kept, as_of: '2026-01-05' })
      .execute();
    await db
      .insertInto('finding')
      .values(storedFinding({ inspection_id: id, tenant_id, number: 1 }))
      .execute();
  });
  return id;
}

async function connectorIn(tenant_id: string, id: string): Promise<string> {
  const user_id = await userIn(tenant_id, `user-${id}`);
  const where = { address: 'mysql://db/mall', sealed: '', packs: ['cn'], time_zone: 'UTC' };
  const row = { id, tenant_id, user_id, name: id, platform_id: null, cron: null, ...where };
  await api.store.as(systemActor, async ({ db }) =>
    db.insertInto('connector').values(row).execute(),
  );
  return id;
}

/** Asked for and not granted: who asked is no matter then. */
async function unlockIn(tenant_id: string, matter_id: string): Promise<string> {
  const party = parties.find((one) => tenant_id.startsWith(one)) ?? 'regulator';
  const user_id = `${party}-keeper`;
  const actor = { kind: 'person', party, tenant_id, user_id, roles: ['handler'] } as const;
  const at_now = { at, on: at.slice(0, 10) };
  const data = {
    kind: 'unlock',
    title: 'a',
    parties: [{ face: 'owner', party, tenant_id, user_id: null }],
    case_id: 'case',
    subject_digest: 'a'.repeat(64),
    fields: ['a.b'],
    until: '2030-01-01',
  };
  const step = { matter_id, type: 'open', ...at_now, actor, reason: 'a', data };
  const event = { ...step, number: 1, proposal: null };
  await api.store.as(actor, async (tx) => await appendEvents(tx, matter_id, 0, [event]));
  return matter_id;
}

/** What the tenant may decide on: the other side, a tenant of its own, proposed it. */
async function affiliationOf(tenant_id: string, id: string): Promise<string> {
  const party = parties.find((one) => tenant_id.startsWith(one)) ?? 'regulator';
  const other = `${party}-side-${id}`;
  const since = '2026-01-01';
  const common = { id, proposed_by: other, since };
  await addTenant(api, other, party === 'platform' ? 'regulator' : 'platform');
  await api.store.as(systemActor, async ({ db }) => {
    if (party === 'association') {
      const row = { ...common, association_id: tenant_id, member_id: other };
      await db.insertInto('association_member').values(row).execute();
    } else if (party === 'operator') {
      const row = { ...common, tenant_id, platform_id: other, account: 'a' };
      await db.insertInto('operator_claim').values(row).execute();
    } else {
      const [over, under] = party === 'platform' ? [other, tenant_id] : [tenant_id, other];
      const row = { ...common, regulator_id: over, platform_id: under };
      await db.insertInto('jurisdiction').values(row).execute();
    }
  });
  return id;
}

type Named = Readonly<Record<string, string>>;

function never(): never {
  throw new Error('nobody may');
}

interface Seen {
  readonly status: number;
  readonly code: string | null;
  readonly text: string;
}

async function ask(
  route: RouteShape,
  headers: Readonly<Record<string, string>>,
  object: string,
  caller: Person | null,
): Promise<Seen> {
  const good = goodRequests[route.id];
  const params: Readonly<Record<string, string>> = good?.params?.(object) ?? {};
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const url = new URL(path, api.url);
  for (const [name, value] of Object.entries(good?.query ?? {})) url.searchParams.set(name, value);
  const body = good?.body?.(caller);
  const type = route.body === 'bytes' ? 'application/octet-stream' : 'application/json';
  const answer = await fetch(url, {
    method: route.method.toUpperCase(),
    redirect: 'manual',
    headers: { ...headers, ...good?.headers, ...(body !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body: route.body === 'bytes' ? 'abc' : JSON.stringify(body) }),
  });
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel();
    return { status: answer.status, code: null, text: '' };
  }
  const text = await answer.text();
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem') ?? false;
  const code: unknown = isProblem ? JSON.parse(text).code : null;
  return { status: answer.status, code: typeof code === 'string' ? code : null, text };
}

/** Did the request get through the gate, and as far as it can here? */
function isThrough(route: RouteShape, { status, code }: Seen): boolean {
  if (code !== null) return goodRequests[route.id]?.beyond?.includes(code) ?? false;
  return Object.hasOwn(route.answers, status);
}

function mayBy(route: RouteShape, party: Party, role: Role | null): boolean {
  const access = permissions[route.id];
  if (access === undefined) throw new Error(`no row for ${route.id}`);
  if (access.who !== 'roles') return true;
  if (party === 'consumer') return access.consumers === true;
  return role !== null && (access.allow[party] ?? []).includes(role);
}

interface Who {
  readonly party: Party;
  readonly role: Role | null;
  readonly tenant: string;
}

const who: readonly Who[] = [
  ...parties
    .filter((party) => party !== 'consumer')
    .flatMap((party) => roles.map((role) => ({ party, role, tenant: `${party}-own` }))),
  { party: 'consumer' as const, role: null, tenant: 'public' },
];

/** Consumers have no tenant of their own: most objects are never theirs. */
function homeOf(object: string | undefined, tenant: string): string {
  return tenant === 'public' && object !== 'matter' ? 'regulator-own' : tenant;
}

/** The same text but for the number of the request. */
function withoutNumber(text: string): string {
  return text.replace(/"request_id":"[^"]*"/, '');
}

/** Somebody of a party with one role, by a session made once; `fresh` where a route may end it. */
const sessions = new Map<string, Promise<Person>>();
async function personOf({ party, role, tenant }: Who, fresh = false): Promise<Person> {
  const id = `${party}-${role}`;
  const known = await (sessions.get(id) ??
    kept(id, addPerson(api, id, tenant, role === null ? [] : [role])));
  return fresh ? await addPerson(api, id, tenant, []) : known;
}
function kept(id: string, person: Promise<Person>): Promise<Person> {
  sessions.set(id, person);
  return person;
}

const elsewhereOf = (party: Party): string => `${party === 'consumer' ? 'platform' : party}-other`;

/** One object of a kind in another tenant of the party: nothing is ever done to it. */
const foreigners = new Map<string, Promise<string>>();
async function foreignOf(kind: string | undefined, party: Party): Promise<string> {
  const tenant = elsewhereOf(party);
  const key = `${kind} ${tenant}`;
  const made = foreigners.get(key) ?? objectIn(kind, tenant);
  foreigners.set(key, made);
  return await made;
}

/** What is wrong with the cells of a route and somebody: own objects, others', and none. */
async function cellsOf(route: RouteShape, one: Who): Promise<string[]> {
  const { party, role, tenant } = one;
  const { object } = goodRequests[route.id] ?? {};
  const told: string[] = [];
  const may = mayBy(route, party, role);
  // Whatever is done to one's own sessions must not end the one that others use.
  const fresh = permissions[route.id]?.who !== 'roles' && route.method !== 'get';
  const check = (what: string, good: boolean, seen: Seen): void => {
    if (!good) told.push(`${party} ${role} ${what}: ${seen.status} ${seen.code}`);
  };
  const caller = await personOf(one, fresh);
  const own =
    object === 'session'
      ? digestOf((await personOf(one, true)).token).toString('hex')
      : await objectIn(object, homeOf(object, tenant), caller.user_id);
  const seen = await ask(route, caller.headers, own, caller);
  check('own', may ? isThrough(route, seen) : seen.code === 'auth.forbidden', seen);
  if (object === undefined || object === 'tenant') return told;
  const foreign = await foreignOf(object, party);
  const other = await ask(route, (await personOf(one, fresh)).headers, foreign, caller);
  check('other', other.code === (may ? 'http.not_found' : 'auth.forbidden'), other);
  const nowhere = object === 'session' ? 'f'.repeat(64) : newId(api.now());
  const none = await ask(route, (await personOf(one, fresh)).headers, nowhere, caller);
  check('none', withoutNumber(none.text) === withoutNumber(other.text), none);
  return told;
}

describe('the authorisation matrix', () => {
  it('has a row and a good request for every route', () => {
    const ids = contract.map(({ id }) => id).toSorted();
    expect(Object.keys(permissions).toSorted()).toEqual(ids);
    expect(Object.keys(goodRequests).toSorted()).toEqual(ids);
  });

  it.each(contract.map((route) => [route.id, route] as const))('%s', async (_, route) => {
    const told = await Promise.all(who.map(async (one) => await cellsOf(route, one)));
    const nobody = await ask(
      route,
      {},
      await objectIn(goodRequests[route.id]?.object, 'regulator-own'),
      null,
    );
    const open = permissions[route.id]?.who === 'anyone';
    const good = open ? isThrough(route, nobody) : nobody.code === 'auth.needed';
    if (!good) told.push([`nobody: ${nobody.status} ${nobody.code}`]);
    expect(told.flat()).toEqual([]);
  });

  it('holds for keys: no scope, no way in; a scope is not a role', async () => {
    const told: string[] = [];
    for (const scope of scopes) {
      const callers = new Map<string, readonly [Person, Named, Named]>();
      for (const party of parties.filter((one) => one !== 'consumer')) {
        const named = `${party}-${scope.replace(':', '-')}`;
        const maker = await addPerson(api, named, `${party}-own`, roles);
        const keys = [await keyOf(maker, [scope], roles), await keyOf(maker, [scope], [])] as const;
        callers.set(party, [maker, ...keys]);
      }
      const closed = contract.filter(({ id }) => permissions[id]?.who !== 'anyone');
      const check = async (route: RouteShape): Promise<void> => {
        const access = permissions[route.id];
        const [party = 'regulator'] = Object.keys(access?.allow ?? {});
        const [maker, strong, roleless] = callers.get(party) ?? never();
        const kind = goodRequests[route.id]?.object;
        const object = await objectIn(kind, `${party}-own`, maker.user_id);
        const seen = await ask(route, strong, object, maker);
        const good =
          access?.scope === scope
            ? isThrough(route, seen)
            : seen.code === (access?.scope === null ? 'auth.forbidden' : 'auth.scope_missing');
        if (!good) told.push(`${route.id} ${scope}: ${seen.status} ${seen.code}`);
        if (access?.scope !== scope || access.who !== 'roles') return;
        const weak = await ask(route, roleless, object, maker);
        if (weak.code !== 'auth.forbidden') told.push(`${route.id} without roles: ${weak.code}`);
      };
      await inBatches(closed, check);
    }
    expect(told).toEqual([]);
  });

  async function keyOf(
    { user_id, tenant_id }: Person,
    scopes: readonly string[],
    roles: readonly Role[],
  ): Promise<Record<string, string>> {
    const token = newSecret();
    const row = { id: newId(api.now()), tenant_id, user_id, name: 'k', digest: digestOf(token) };
    await api.store.as(systemActor, async ({ db }) =>
      db
        .insertInto('api_key')
        .values({ ...row, roles: [...roles], scopes: [...scopes] })
        .execute(),
    );
    return { authorization: `Bearer ${token}` };
  }

  it('puts refused authorisations on record, for the auditor of the tenant alone', async () => {
    const reader = await addPerson(api, 'curious', 'operator-own', ['reader']);
    const route = contract.find(({ id }) => id === 'keys.create');
    const list = contract.find(({ id }) => id === 'refusals.list');
    if (route === undefined || list === undefined) throw new Error('no such route');
    await ask(route, reader.headers, '', reader);
    const auditor = await addPerson(api, 'own-auditor', 'operator-own', ['auditor']);
    const foreign = await addPerson(api, 'other-auditor', 'operator-other', ['auditor']);
    const seen = JSON.parse((await ask(list, auditor.headers, '', auditor)).text);
    expect(seen.items[0]).toMatchObject({
      user_id: 'curious',
      route: 'keys.create',
      code: 'auth.forbidden',
    });
    expect(JSON.parse((await ask(list, foreign.headers, '', foreign)).text).items).toEqual([]);
  });
});

/** Sixteen at a time, a few more than the store has connections. */
async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += 16) {
    await Promise.all(items.slice(at, at + 16).map(work));
  }
}

describe('identifiers of somebody else', () => {
  const kinds = [...new Set(contract.flatMap(({ id }) => goodRequests[id]?.object ?? []))];
  const named = contract.filter(({ id }) => {
    const object = goodRequests[id]?.object;
    return object !== undefined && object !== 'tenant';
  });
  const swaps = Number(process.env['POLYPRISM_SWAPS'] ?? 1_000);
  const seed = Number(process.env['POLYPRISM_SWAPS_SEED'] ?? 20_260_302);

  it(`tell nothing in ${swaps} swaps, of the right kind or another (seed ${seed})`, async () => {
    const random = seeded(seed);
    const foreign = new Map<Party, string[]>();
    for (const party of parties) {
      const made = kinds.filter((kind) => kind !== 'tenant').map((kind) => foreignOf(kind, party));
      foreign.set(party, await Promise.all(made));
    }
    const told: string[] = [];
    const list = Array.from({ length: swaps }, () => {
      const route = named[random.below(named.length)];
      const one = who[random.below(who.length)];
      const ids = foreign.get(one?.party ?? 'consumer') ?? [];
      return { route, one, id: ids[random.below(ids.length)] ?? '' };
    });
    const nowhere = new Map<string, string>();
    await inBatches(list, async ({ route, one, id }) => {
      if (route === undefined || one === undefined) return;
      const fresh = permissions[route.id]?.who !== 'roles';
      const caller = await personOf(one, fresh);
      const seen = await ask(route, caller.headers, id, caller);
      const cell = `${route.id} ${one.party} ${one.role}`;
      const none =
        nowhere.get(cell) ??
        withoutNumber((await ask(route, caller.headers, 'f'.repeat(64), caller)).text);
      nowhere.set(cell, none);
      if (withoutNumber(seen.text) !== none || seen.code === null) told.push(`${cell} ${id}`);
    });
    expect(told.slice(0, 20)).toEqual([]);
  });

  it('are not found by the handlers alone either, with row security switched off', async () => {
    const client = new Client({ connectionString: api.database_url });
    await client.connect();
    await client.query('ALTER ROLE polyprism_app BYPASSRLS');
    try {
      const told: string[] = [];
      const cells = named
        .filter(({ id }) => goodRequests[id]?.wall !== 'rows')
        .flatMap((route) =>
          who.filter(({ party, role }) => mayBy(route, party, role)).map((one) => ({ route, one })),
        );
      expect(cells.length).toBeGreaterThan(100);
      await inBatches(cells, async ({ route, one }) => {
        const caller = await personOf(one, permissions[route.id]?.who !== 'roles');
        const foreign = await foreignOf(goodRequests[route.id]?.object, one.party);
        const { code, status } = await ask(route, caller.headers, foreign, caller);
        if (code !== 'http.not_found') {
          told.push(`${route.id} ${one.party} ${one.role}: ${status} ${code}`);
        }
      });
      expect(told).toEqual([]);
    } finally {
      await client.query('ALTER ROLE polyprism_app NOBYPASSRLS');
      await client.end();
    }
  });
});

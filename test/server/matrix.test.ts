import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer, Person } from '../support/api-server.ts';
import { goodRequests } from './requests.ts';

let api: ApiServer;
let number = 0;
const at = '2026-03-02T00:00:00.000Z';

beforeAll(async () => {
  // What inspections do has tests of its own: here they only have to be somebody's.
  api = await apiServer({}, [process.execPath, '-e', '']);
  for (const party of parties) {
    if (party !== 'consumer') {
      await addTenant(api, `${party}-own`, party);
      await addTenant(api, `${party}-other`, party);
      await addPerson(api, `${party}-keeper`, `${party}-own`, ['admin']);
    }
  }
});
afterAll(async () => await api.end());

/** An object of a kind in a tenant; made anew each time, as what is done to it may end it. */
async function objectIn(kind: string | undefined, tenant_id: string): Promise<string> {
  const id = `object-${(number += 1)}`;
  if (kind === 'tenant') return tenant_id;
  if (kind === 'user') return (await addPerson(api, id, tenant_id, ['reader'])).user_id;
  if (kind === 'session') {
    const { token } = await addPerson(api, id, tenant_id, ['reader']);
    return digestOf(token).toString('hex');
  }
  if (kind === 'upload') {
    const note = { id, name: 'a.csv', size_bytes: 3, created_at: at, sha256: null };
    return (await beginUpload({ workspace: api.workspace, tenant_id }, note)).id;
  }
  if (kind === 'inspection') return await inspectionIn(tenant_id, id);
  if (kind === 'job') {
    return await api.jobs.send({ tenant_id, kind: 'inspection', subject: id });
  }
  const { user_id } = await addPerson(api, id, tenant_id, ['admin']);
  const row = { id, tenant_id, user_id, name: id, digest: digestOf(id), roles: ['admin'] as const };
  await api.store.as(systemActor, async ({ db }) => db.insertInto('api_key').values(row).execute());
  return id;
}

async function inspectionIn(tenant_id: string, id: string): Promise<string> {
  const place = { workspace: api.workspace, tenant_id };
  const blank = { as_of: null, time_zone: null, currency: null };
  const note = { id, title: id, created_at: at, created_by: 'a', inputs: [], packs: ['cn'] };
  await mkdir(join(folderOf(place, id), 'out'), { recursive: true });
  await writeFile(join(folderOf(place, id), 'out', 'report.json'), '{}');
  await beginInspection(place, { ...note, ...blank });
  await setJob(place, id, 'none');
  return id;
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
  return role !== null && (access.allow[party] ?? []).includes(role);
}

const who = [
  ...parties
    .filter((party) => party !== 'consumer')
    .flatMap((party) => roles.map((role) => ({ party, role, tenant: `${party}-own` }))),
  { party: 'consumer' as const, role: null, tenant: 'public' },
];

/** The same text but for the number of the request. */
function withoutNumber(text: string): string {
  return text.replace(/"request_id":"[^"]*"/, '');
}

describe('the authorisation matrix', () => {
  it('has a row and a good request for every route', () => {
    const ids = contract.map(({ id }) => id).toSorted();
    expect(Object.keys(permissions).toSorted()).toEqual(ids);
    expect(Object.keys(goodRequests).toSorted()).toEqual(ids);
  });

  it.each(contract.map((route) => [route.id, route] as const))('%s', async (_, route) => {
    const { object } = goodRequests[route.id] ?? {};
    const told: string[] = [];
    for (const { party, role, tenant } of who) {
      const caller = await addPerson(api, `${party}-${role}`, tenant, role === null ? [] : [role]);
      const may = mayBy(route, party, role);
      const cell = `${party} ${role}`;
      const check = (what: string, good: boolean, seen: Seen): void => {
        if (!good) told.push(`${cell} ${what}: ${seen.status} ${seen.code}`);
      };
      const own =
        object === 'session'
          ? digestOf((await addPerson(api, `${party}-${role}`, tenant, [])).token).toString('hex')
          : await objectIn(object, tenant === 'public' ? 'regulator-own' : tenant);
      const seen = await ask(route, caller.headers, own, caller);
      check('own', may ? isThrough(route, seen) : seen.code === 'auth.forbidden', seen);
      if (object === undefined || object === 'tenant') continue;
      const foreign = await objectIn(object, `${party === 'consumer' ? 'platform' : party}-other`);
      const other = await ask(route, (await again(caller)).headers, foreign, caller);
      check('other', other.code === (may ? 'http.not_found' : 'auth.forbidden'), other);
      const nowhere = object === 'session' ? 'f'.repeat(64) : newId(api.now());
      const none = await ask(route, (await again(caller)).headers, nowhere, caller);
      check('none', withoutNumber(none.text) === withoutNumber(other.text), none);
    }
    const nobody = await ask(route, {}, await objectIn(object, 'regulator-own'), null);
    const open = permissions[route.id]?.who === 'anyone';
    const good = open ? isThrough(route, nobody) : nobody.code === 'auth.needed';
    if (!good) told.push(`nobody: ${nobody.status} ${nobody.code}`);
    expect(told).toEqual([]);
  });

  async function again({ user_id, tenant_id }: Person): Promise<Person> {
    return await addPerson(api, user_id, tenant_id, []);
  }

  it('holds for keys: no scope, no way in; a scope is not a role', async () => {
    const told: string[] = [];
    for (const scope of scopes) {
      const maker = await addPerson(api, `maker-${scope}`, 'regulator-own', roles);
      for (const route of contract) {
        const access = permissions[route.id];
        if (access?.who === 'anyone') continue;
        const headers = await keyOf(maker, [scope], roles);
        const object = await objectIn(goodRequests[route.id]?.object, 'regulator-own');
        const seen = await ask(route, headers, object, maker);
        const good =
          access?.scope === scope
            ? isThrough(route, seen)
            : seen.code === (access?.scope === null ? 'auth.forbidden' : 'auth.scope_missing');
        if (!good) told.push(`${route.id} ${scope}: ${seen.status} ${seen.code}`);
        if (access?.scope !== scope || access.who !== 'roles') continue;
        const weak = await ask(route, await keyOf(maker, [scope], []), object, maker);
        if (weak.code !== 'auth.forbidden') told.push(`${route.id} without roles: ${weak.code}`);
      }
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

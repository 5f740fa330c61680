import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { builtConsole } from '../../src/cli/console/built-console.ts';
import type { Party, Role } from '../../src/model/actor.ts';
import { affiliationsCreate, affiliationsUpdate } from '../../src/server/contract/affiliations.ts';
import { inspectionsCreate } from '../../src/server/contract/inspections.ts';
import { jobsEvents } from '../../src/server/contract/jobs.ts';
import { mattersOpen } from '../../src/server/contract/matters.ts';
import { uploadsAppend, uploadsCreate } from '../../src/server/contract/uploads.ts';
import type { ServerConfig } from '../../src/server/config.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer, Person } from '../support/api-server.ts';
import { closePages, sharedChromium } from '../support/chromium.ts';
import { sampleDump } from '../support/sample-input.ts';

/** The tenants of every console test, by party; consumers are of the tenant `public`. */
export const tenantOf: Readonly<Record<Exclude<Party, 'consumer'>, string>> = {
  regulator: 'regulator-own',
  association: 'association-own',
  platform: 'platform-own',
  operator: 'operator-own',
};

/** A server with the console and nobody in it yet. */
export interface BareConsole {
  readonly api: ApiServer;
  readonly browser: Browser;
  end(): Promise<void>;
}

export interface ConsoleServer extends BareConsole {
  /** Somebody of a party's tenant who is signed in. */
  person(party: Party, roles?: readonly Role[]): Promise<Person>;
  /** An inspection of a small generated mall by the platform, done; about two seconds. */
  inspect(): Promise<string>;
  /** A complaint at the regulator; its id. */
  complaint(title: string): Promise<string>;
}

/** A real server with the built console, and pages of Chromium; nobody has set it up. */
export async function bareConsole(config: Partial<ServerConfig> = {}): Promise<BareConsole> {
  const folder = await builtConsole(() => undefined);
  const [api, browser] = await Promise.all([
    apiServer({ second_factor: 'offered', ...config }, undefined, null, folder),
    sharedChromium(),
  ]);
  const end = async (): Promise<void> => {
    await closePages(browser);
    await api.end();
  };
  return { api, browser, end };
}

/** The same with tenants of four parties that know each other. */
export async function consoleServer(config: Partial<ServerConfig> = {}): Promise<ConsoleServer> {
  const bare = await bareConsole(config);
  const { api } = bare;
  for (const [party, id] of Object.entries(tenantOf)) await addTenant(api, id, party as Party);
  const person = async (party: Party, roles: readonly Role[] = ['handler']): Promise<Person> => {
    const id = `${party}-${roles.join('-')}-${randomUUID().slice(0, 8)}`;
    if (party === 'consumer') return await addPerson(api, id, 'public', []);
    return await addPerson(api, id, tenantOf[party], roles);
  };
  await affiliate(api, person);
  return {
    ...bare,
    person,
    inspect: async () => await inspected(api, await person('platform')),
    complaint: async (title) => {
      const { headers } = await person('regulator');
      const answer = await api.client(headers)(mattersOpen, {
        headers: {},
        body: {
          kind: 'complaint',
          parties: [],
          data: { title, facts: '收到的商品与页面描述不符。', request: '退货退款' },
        },
      });
      if (!answer.ok) throw new Error(answer.problem.en);
      return answer.body.matter_id;
    },
  };
}

type NewPerson = ConsoleServer['person'];

/** The regulator supervises the platform; the association has it as a member. */
async function affiliate(api: ApiServer, person: NewPerson): Promise<void> {
  const below = api.client((await person('platform', ['admin'])).headers);
  for (const [party, kind] of [
    ['regulator', 'jurisdiction'],
    ['association', 'member'],
  ] as const) {
    const above = api.client((await person(party, ['admin'])).headers);
    const body = { kind, tenant_id: tenantOf.platform };
    const made = await above(affiliationsCreate, { body });
    if (!made.ok) throw new Error(made.problem.en);
    const params = { affiliation_id: made.body.id };
    const taken = await below(affiliationsUpdate, { params, body: { status: 'confirmed' } });
    if (!taken.ok) throw new Error(taken.problem.en);
  }
}

async function inspected(api: ApiServer, { headers }: Person): Promise<string> {
  const call = api.client(headers);
  const sample = Uint8Array.from(await sampleDump());
  const begun = await call(uploadsCreate, {
    body: { name: 'mall.sql', size_bytes: sample.length },
  });
  if (!begun.ok) throw new Error(begun.problem.en);
  const upload_id = begun.body.id;
  await call(uploadsAppend, {
    params: { upload_id },
    headers: { 'upload-offset': 0 },
    body: sample,
  });
  const made = await call(inspectionsCreate, { body: { title: '某商城', uploads: [upload_id] } });
  if (!made.ok) throw new Error(made.problem.en);
  const events = await call(jobsEvents, { params: { job_id: made.body.job_id }, headers: {} });
  if (!events.ok) throw new Error(events.problem.en);
  // The stream ends with the job.
  const told = await events.response.text();
  if (!told.includes('"state":"done"')) throw new Error(told);
  return made.body.id;
}

import { z } from '@hono/zod-openapi';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { roles } from '../../src/model/actor.ts';
import { seeded } from '../../src/model/random.ts';
import type { Random } from '../../src/model/random.ts';
import { contract } from '../../src/server/contract/contract.ts';
import { problem } from '../../src/server/contract/problem.ts';
import { openApiDocument } from '../../src/server/openapi.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { asSchema, fuzzValue } from './fuzz-values.ts';

/** The bar is 20,000 and 500,000 by night; what every run does takes well under a minute. */
const requests = Number(process.env['POLYPRISM_FUZZ_REQUESTS'] ?? 1_000);
const seed = Number(process.env['POLYPRISM_FUZZ_SEED'] ?? 20_260_301);

let api: ApiServer;
let identities: readonly Readonly<Record<string, string>>[] = [{}];

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, 'fuzzed', 'regulator');
});
afterAll(async () => await api.end());

/** Nobody, one with every role, a reader; new sessions, as signing out is among what is tried. */
async function newIdentities(): Promise<void> {
  const boss = await addPerson(api, 'fuzz-boss', 'fuzzed', roles);
  const reader = await addPerson(api, 'fuzz-reader', 'fuzzed', ['reader']);
  identities = [{}, boss.headers, boss.headers, reader.headers];
}

const document = asSchema(JSON.parse(JSON.stringify(openApiDocument('1.2.3'))));

function operationOf(path: string, method: string): Readonly<Record<string, unknown>> {
  return asSchema(asSchema(asSchema(document['paths'])[path])[method]);
}

function requestOf(random: Random): { id: string; url: string; init: RequestInit } {
  const route = contract[random.below(contract.length)];
  if (route === undefined) throw new Error('no routes');
  const operation = operationOf(route.path, route.method);
  const parameters = Array.isArray(operation['parameters']) ? operation['parameters'] : [];
  let path = route.path;
  const query = new URLSearchParams();
  const headers = new Headers(identities[random.below(identities.length)]);
  for (const parameter of parameters.map(asSchema)) {
    const value = fuzzValue(asSchema(parameter['schema']), document, random);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const name = String(parameter['name']);
    if (parameter['in'] === 'path') {
      path = path.replace(`{${name}}`, encodeURIComponent(text.toWellFormed()) || '-');
    } else if (parameter['in'] === 'query') query.set(name, text.toWellFormed());
    else if (/^[ -~]*$/.test(text)) headers.set(name, text);
  }
  const body = asSchema(asSchema(operation['requestBody'])['content']);
  const [media] = Object.keys(body);
  if (media !== undefined) headers.set('content-type', media);
  const schema = asSchema(asSchema(body[media ?? ''])['schema']);
  const text = media === undefined ? null : JSON.stringify(fuzzValue(schema, document, random));
  const cut = text !== null && random.fraction() < 0.02 ? text.slice(0, text.length / 2) : text;
  return {
    id: route.id,
    url: `${api.url.slice(0, -1)}${path}?${query.toString()}`,
    init: { method: route.method.toUpperCase(), headers, body: cut, redirect: 'manual' },
  };
}

/** What is wrong with an answer by the contract; null where nothing is. */
async function wrongWith(id: string, answer: Response): Promise<string | null> {
  if (answer.status >= 500) return `status ${answer.status}`;
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel();
    return null;
  }
  const text = await answer.text();
  if (/\n\s+at |\.ts:\d|node_modules|pg_|syntax error/.test(text)) return 'tells of the inside';
  const route = contract.find((one) => one.id === id);
  const shape = route?.answers[answer.status];
  if (shape === undefined) {
    const media = answer.headers.get('content-type');
    if (!media?.startsWith('application/problem+json')) return `${answer.status} ${media}`;
    return problem.strict().safeParse(JSON.parse(text)).success ? null : 'is no problem';
  }
  if (!(shape instanceof z.ZodType)) return null;
  return shape.safeParse(JSON.parse(text)).success ? null : 'is off its schema';
}

it(`answers ${requests} requests made of its own contract (seed ${seed})`, async () => {
  const random = seeded(seed);
  const wrong: string[] = [];
  const statuses = new Map<number, number>();
  for (let sent = 0; sent < requests; sent += 8) {
    if (sent % 40 === 0) await newIdentities();
    const batch = Array.from({ length: 8 }, () => requestOf(random));
    await Promise.all(
      batch.map(async ({ id, url, init }) => {
        const answer = await fetch(url, init);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const what = await wrongWith(id, answer);
        if (what !== null) wrong.push(`${id} ${what}: ${url} ${String(init.body)}`.slice(0, 600));
      }),
    );
  }
  console.log(
    `fuzz seed ${seed}: ${JSON.stringify([...statuses].toSorted((a, b) => a[0] - b[0]))}`,
  );
  expect(wrong.slice(0, 20)).toEqual([]);
  // It would say little if nearly all were refused at the door.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(requests / 20);
}, 1_200_000);

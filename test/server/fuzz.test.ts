import { z } from '@hono/zod-openapi';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { roles } from '../../src/model/actor.ts';
import { seeded } from '../../src/model/random.ts';
import { problem } from '../../src/server/contract/problem.ts';
import type { RouteShape } from '../../src/server/contract/route.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { fuzzRequest } from './fuzz-requests.ts';

/** 500,000 by night. */
const requests = Number(process.env['POLYPRISM_FUZZ_REQUESTS'] ?? 20_000);
const seed = Number(process.env['POLYPRISM_FUZZ_SEED'] ?? 20_260_301);

// What hashing costs is asserted where it is tested; here it would be most of the time.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };
  return { ...real, hash: async (text: string) => await real.hash(text, cheap) };
});

let api: ApiServer;
let identities: readonly Readonly<Record<string, string>>[] = [{}];

beforeAll(async () => {
  // What inspections do has tests of its own.
  api = await apiServer({}, [process.execPath, '-e', '']);
  await addTenant(api, 'fuzzed', 'regulator');
});
afterAll(async () => await api.end());

/** Routes that end the session they are called with. */
const ending = new Set(['session.create', 'session.delete', 'session.enter', 'sessions.revoke']);

/** Nobody, one with every role, a reader, each with a new session. */
async function newIdentities(): Promise<void> {
  const boss = await addPerson(api, 'fuzz-boss', 'fuzzed', roles);
  const reader = await addPerson(api, 'fuzz-reader', 'fuzzed', ['reader']);
  identities = [{}, boss.headers, boss.headers, reader.headers];
}

const strict = problem.strict();

/** What is wrong with an answer by the contract; null where nothing is. */
async function wrongWith(route: RouteShape, answer: Response): Promise<string | null> {
  if (answer.status >= 500) return `status ${answer.status}`;
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel();
    return null;
  }
  const text = await answer.text();
  if (/\n\s+at |\.ts:\d|node_modules|pg_|syntax error/.test(text)) return 'tells of the inside';
  const shape = route.answers[answer.status];
  if (shape === undefined) {
    const media = answer.headers.get('content-type');
    if (!media?.startsWith('application/problem+json')) return `${answer.status} ${media}`;
    return strict.safeParse(JSON.parse(text)).success ? null : 'is no problem';
  }
  if (!(shape instanceof z.ZodType)) return null;
  return shape.safeParse(JSON.parse(text)).success ? null : 'is off its schema';
}

it(`answers ${requests} requests made of its own contract (seed ${seed})`, async () => {
  const random = seeded(seed);
  const wrong: string[] = [];
  const statuses = new Map<number, number>();
  const before = process.cpuUsage();
  let over = true;
  for (let sent = 0; sent < requests; sent += 16) {
    if (over || sent % 1_600 === 0) await newIdentities();
    over = false;
    const batch = Array.from({ length: 16 }, () => fuzzRequest(random, identities));
    await Promise.all(
      batch.map(async ({ route, path, init }) => {
        // Not over the network, which test/server/wire.test.ts is about.
        init.headers.set('host', new URL(api.url).host);
        const answer = await api.answer(new Request(new URL(path, api.url), init));
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        over ||= answer.ok && ending.has(route.id);
        const what = await wrongWith(route, answer);
        if (what !== null) wrong.push(`${route.id} ${what}: ${path} ${init.body}`.slice(0, 600));
      }),
    );
  }
  const { user, system } = process.cpuUsage(before);
  const told = [...statuses].toSorted((a, b) => a[0] - b[0]).map(([s, n]) => `${s}: ${n}`);
  console.log(`fuzz seed ${seed}, CPU ${Math.round((user + system) / 1e6)} s; ${told.join(', ')}`);
  expect(wrong.slice(0, 20)).toEqual([]);
  // It would say little if nearly all were refused at the door.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(requests / 20);
}, 3_600_000);

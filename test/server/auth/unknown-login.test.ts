import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { parseOptions } from '@node-rs/argon2';
import type { PolyprismError } from '../../../src/model/issue.ts';
import { checkPassword } from '../../../src/server/auth/check-password.ts';
import { hashPassword } from '../../../src/server/auth/password.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { systemActor } from '../../../src/store/store.ts';
import type { Store } from '../../../src/store/store.ts';
import { migratedPostgres } from '../../support/migrated-postgres.ts';
import type { PostgresServer } from '../../support/postgres-server.ts';

const spent = vi.hoisted((): { work: string[] } => ({ work: [] }));
const counted = vi.hoisted((): { transactions: number } => ({ transactions: 0 }));

// What is counted is what a login costs: each hash made or compared, with its parameters.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return {
    ...real,
    hash: async (...given: Parameters<typeof real.hash>) => {
      spent.work.push('hash');
      return await real.hash(...given);
    },
    verify: async (hashed: string, password: string) => {
      const { memoryCost, timeCost, parallelism, outputLen } = real.parseOptions(hashed);
      spent.work.push(`verify ${memoryCost} ${timeCost} ${parallelism} ${outputLen}`);
      return await real.verify(hashed, password);
    },
  };
});

const now = new Date('2026-03-02T00:00:00.000Z');
let server: PostgresServer;
let store: Store;

beforeAll(async () => {
  server = await migratedPostgres();
  store = await openStore({ database_url: server.url });
  const secret = await hashPassword('the right one, truly');
  await store.as(systemActor, async ({ db }) => {
    for (const id of ['known', 'disabled', 'without']) {
      const disabled_at = id === 'disabled' ? now.toISOString() : null;
      await db.insertInto('app_user').values({ id, login: id, name: id, disabled_at }).execute();
      if (id === 'without') continue;
      const row = { id: `p-${id}`, user_id: id, kind: 'password', secret } as const;
      await db.insertInto('credential').values(row).execute();
    }
  });
});
afterAll(async () => {
  await store.close();
  await server.stop();
});
beforeEach(() => {
  spent.work = [];
  counted.transactions = 0;
});

it('has the parameters of the Password Storage Cheat Sheet', async () => {
  const { memoryCost, timeCost, parallelism } = parseOptions(await hashPassword('x'));
  expect([memoryCost, timeCost, parallelism]).toEqual([19_456, 2, 1]);
});

// Not by the clock, which a busy machine falsifies, but by the work: one comparison of the same
// cost and as many transactions, whoever is asked for.
it.each(['known', 'nobody', 'disabled', 'without'])(
  'a wrong password costs the same for a login that is %s',
  async (login) => {
    const counting: Store = {
      ...store,
      as: async (actor, fn) => {
        counted.transactions += 1;
        return await store.as(actor, fn);
      },
    };
    const given = { login, password: 'a wrong one, truly', code: undefined };
    const failed = checkPassword(counting, Buffer.alloc(32), given, now);
    const error = await failed.catch((thrown: PolyprismError) => thrown);
    expect('issue' in error && error.issue).toMatchObject({ code: 'auth.wrong', params: {} });
    expect(spent.work).toEqual(['verify 19456 2 1 32']);
    expect(counted.transactions).toBe(2);
  },
);

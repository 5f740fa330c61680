import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearOver, days_kept } from '../../../src/server/jobs/clear-over.ts';
import { connectorsCreate } from '../../../src/server/contract/connectors.ts';
import * as keys from '../../../src/server/contract/keys.ts';
import * as session from '../../../src/server/contract/session.ts';
import { webhooksCreate } from '../../../src/server/contract/webhooks.ts';
import { signInsList } from '../../../src/server/contract/sign-ins.ts';
import { addressDigest } from '../../../src/server/auth/record-sign-in.ts';
import { hashPassword } from '../../../src/server/auth/password.ts';
import { newTotpSecret } from '../../../src/server/auth/one-time-code.ts';
import { seal } from '../../../src/server/auth/seal.ts';
import { digestOf } from '../../../src/server/auth/secret.ts';
import { systemActor } from '../../../src/store/store.ts';
import { addPerson, addTenant, apiServer, browser, tokenOf } from '../../support/api-server.ts';
import type { ApiServer } from '../../support/api-server.ts';
import { installationKey } from '../../../src/server/auth/installation-key.ts';

const password = 'fünf leise Uhren im Schnee';
const login = 'keeper@example.org';
let api: ApiServer;

beforeAll(async () => {
  api = await apiServer({ second_factor: 'offered' });
  await addTenant(api, 'watched', 'regulator');
  await addTenant(api, 'foreign', 'regulator');
  await addPerson(api, 'keeper', 'watched', ['admin']);
  const secret = await hashPassword(password);
  const row = { id: 'p', user_id: 'keeper', kind: 'password', secret } as const;
  await api.store.as(systemActor, async ({ db }) =>
    db.insertInto('credential').values(row).execute(),
  );
});
afterAll(async () => await api.end());

async function signIn(body: { login?: string; password?: string; code?: string } = {}) {
  return await api.client()(session.sessionCreate, { body: { login, password, ...body } });
}

function codeOf(answer: { ok: boolean; problem?: { code: string } }): string | undefined {
  return answer.problem?.code;
}

async function recordOf(tenant: string) {
  const { headers } = await addPerson(api, `auditor-${tenant}`, tenant, ['auditor']);
  const list = await api.client(headers)(signInsList, { query: {} });
  if (!list.ok) throw new Error(list.problem.en);
  return list.body.items;
}

describe('the record of sign-ins', () => {
  it('has who, when, by what, from where and what came of it, and no login', async () => {
    await signIn({ password: 'not it, not it' });
    await signIn();
    await signIn({ login: 'nobody@example.org' });
    const items = await recordOf('watched');
    const at = api.now().toISOString();
    const address = addressDigest(await installationKey(api.workspace), '127.0.0.1');
    const same = { at, user_id: 'keeper', way: 'password', second_factor: false };
    const from = { address: address.toString('hex') };
    expect(items).toHaveLength(2);
    expect(items).toMatchObject([
      { ...same, code: null, ...from },
      { ...same, code: 'auth.wrong', ...from },
    ]);
    expect(JSON.stringify(items)).not.toContain('example.org');
    expect(await recordOf('foreign')).toEqual([]);
    const all = await api.store.as(systemActor, async ({ db }) =>
      db.selectFrom('sign_in').selectAll().orderBy('number').execute(),
    );
    expect(all.map(({ user_id }) => user_id)).toEqual(['keeper', 'keeper', null]);
  });
});

describe('what guards accounts', () => {
  it('is changed only shortly after showing who one is', async () => {
    const call = api.client(browser(api, tokenOf((await signIn()).response)));
    const other = tokenOf((await signIn()).response);
    const params = { session_id: digestOf(other).toString('hex') };
    const body = { name: 'a', scopes: ['read' as const], roles: ['admin' as const], days: 1 };
    expect((await call(keys.keysCreate, { body })).ok).toBe(true);
    api.wait(15 * 60 + 1);
    expect(codeOf(await call(keys.keysCreate, { body }))).toBe('auth.confirm_needed');
    expect(codeOf(await call(session.sessionsRevoke, { params }))).toBe('auth.confirm_needed');
    // Where casework is told and what is read go on without whoever set them up, as keys do.
    const hook = { body: { url: 'https://example.org/' } };
    expect(codeOf(await call(webhooksCreate, hook))).toBe('auth.confirm_needed');
    const database = { name: 'a', url: 'mysql://db/mall', time_zone: 'Asia/Shanghai' };
    expect(codeOf(await call(connectorsCreate, { body: database }))).toBe('auth.confirm_needed');
    const confirm = session.sessionConfirm;
    expect(codeOf(await call(confirm, { body: { password: 'not it, not it' } }))).toBe(
      'auth.wrong',
    );
    expect(codeOf(await call(keys.keysCreate, { body }))).toBe('auth.confirm_needed');
    expect((await call(confirm, { body: { password } })).ok).toBe(true);
    expect((await call(session.sessionsRevoke, { params })).ok).toBe(true);
    expect((await call(webhooksCreate, hook)).ok).toBe(true);
    expect(codeOf(await call(connectorsCreate, { body: database }))).toBe('connector.not_allowed');
    // Going to another tenant is no way to look fresh.
    api.wait(15 * 60 + 1);
    const entered = await call(session.sessionEnter, { body: { tenant_id: 'watched' } });
    const there = api.client(browser(api, tokenOf(entered.response)));
    expect(codeOf(await there(keys.keysCreate, { body }))).toBe('auth.confirm_needed');
    const [last] = await recordOf('watched');
    expect(last).toMatchObject({ way: 'confirm', code: null });
  });

  it('is not changed by a session that has not shown the second factor there is', async () => {
    const { headers } = await addPerson(api, 'keeper', 'watched', ['admin']);
    const secret = seal(await installationKey(api.workspace), newTotpSecret(), 'keeper');
    const row = { id: 't', user_id: 'keeper', kind: 'totp', secret } as const;
    await api.store.as(systemActor, async ({ db }) => {
      await db.insertInto('credential').values(row).execute();
      // As one that came by an invitation.
      await db.updateTable('session').set({ second_factor_at: null }).execute();
    });
    const begun = await api.client(headers)(session.secondFactorBegin, { body: { password } });
    expect(codeOf(begun)).toBe('auth.second_factor_needed');
  });
});

describe('what is over', () => {
  it('is deleted a day after its time, and not a day before', async () => {
    api.wait(86_400);
    const kinds = ['link', 'session', 'attempt', 'idempotency', 'sign_in'] as const;
    const at = api.now().toISOString();
    await api.store.as(systemActor, async ({ db }) => {
      const link = { digest: digestOf('l'), purpose: 'oidc', user_id: null } as const;
      const times = { created_at: at, expires_at: at };
      await db
        .insertInto('link')
        .values({ ...link, tenant_id: null, ...times })
        .execute();
      const attempt = { digest: digestOf('a'), failures: 1, last_at: at };
      await db.insertInto('attempt').values(attempt).execute();
      const who = { tenant_id: 'watched', user_id: 'keeper' };
      await db
        .insertInto('session')
        .values({ digest: digestOf('s'), ...who, ...times })
        .execute();
      const once = { ...who, key: 'k', request: digestOf('r'), at };
      await db.insertInto('idempotency').values(once).execute();
    });
    const left = async (days: number): Promise<Record<string, boolean>> => {
      await clearOver(api.store, new Date(api.now().getTime() + days * 86_400_000));
      return await api.store.as(systemActor, async ({ db }) => {
        const there = kinds.map(async (kind) => {
          const time = { link: 'created_at', session: 'created_at', attempt: 'last_at' } as const;
          const column = kind === 'idempotency' || kind === 'sign_in' ? 'at' : time[kind];
          const rows = await db.selectFrom(kind).select(column).where(column, '=', at).execute();
          return [kind, rows.length > 0] as const;
        });
        return Object.fromEntries(await Promise.all(there));
      });
    };
    await signIn({ login: 'nobody@example.org' });
    for (const days of new Set(Object.values(days_kept).toSorted((a, b) => a - b))) {
      const before = Object.fromEntries(kinds.map((kind) => [kind, days_kept[kind] >= days]));
      const after = Object.fromEntries(kinds.map((kind) => [kind, days_kept[kind] > days]));
      expect(await left(days - 0.01)).toEqual(before);
      expect(await left(days + 0.01)).toEqual(after);
    }
  });
});

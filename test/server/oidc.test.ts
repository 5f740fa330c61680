import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oidcFrom } from '../../src/cli/serve/oidc-from.ts';
import { vouchedFactor } from '../../src/server/auth/vouched-factor.ts';
import { mattersList } from '../../src/server/contract/matters.ts';
import { return_chars_max } from '../../src/server/contract/oidc.ts';
import { sessionRead } from '../../src/server/contract/session.ts';
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, apiServer, browser, tokenOf } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { freePort } from '../support/free-port.ts';
import { oidcProvider } from '../support/oidc-provider.ts';
import type { OidcProvider } from '../support/oidc-provider.ts';

let api: ApiServer;
let provider: OidcProvider;

beforeAll(async () => {
  provider = await oidcProvider('employee-7', 'polyprism');
  const { issuer } = provider;
  const vouched = { acr: ['https://refeds.org/profile/mfa'], amr: ['mfa', 'hwk'] };
  const oidc = { issuer, client_id: 'polyprism', client_secret: 'a secret of both', vouched };
  api = await apiServer({ oidc, port: await freePort() });
  await addTenant(api, 'ours', 'regulator');
  const { user_id } = await addPerson(api, 'seven', 'ours', ['handler']);
  const credential = { id: 'c', user_id, kind: 'oidc', secret: '' } as const;
  await api.store.as(systemActor, async ({ db }) =>
    db
      .insertInto('credential')
      .values({ ...credential, issuer, subject: 'employee-7' })
      .execute(),
  );
});
afterAll(async () => {
  await api.end();
  await provider.end();
});

/** Goes to the provider and comes back; `change` meddles with the way back. */
async function travel(
  change: (back: URL) => void = () => undefined,
  to = '',
): Promise<{
  readonly back: URL;
  readonly cookie: string;
  come(cookie?: string): Promise<Response>;
}> {
  const start = await fetch(new URL(`/api/v1/oidc/login${to}`, api.url), { redirect: 'manual' });
  expect(start.status).toBe(303);
  const cookie = start.headers.get('set-cookie')?.split(';')[0] ?? '';
  const there = await fetch(start.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(there.headers.get('location') ?? '');
  change(back);
  return {
    back,
    cookie,
    come: async (own = cookie) =>
      await fetch(back, { redirect: 'manual', headers: { cookie: own } }),
  };
}

/** The code the sign-in page is told; no session comes with it. */
function refusedWith(answer: Response): string | null {
  const { pathname, searchParams } = new URL(answer.headers.get('location') ?? '', api.url);
  expect([answer.status, pathname]).toEqual([303, '/console/sign-in']);
  expect(answer.headers.get('set-cookie')).toBeNull();
  return searchParams.get('refused');
}

describe('single sign-on', () => {
  it('signs in whom the provider vouches for, once a way', async () => {
    const way = await travel();
    const inside = await way.come();
    expect([inside.status, inside.headers.get('location')]).toEqual([303, '/console/']);
    const me = await api.client(browser(api, tokenOf(inside)))(sessionRead, {});
    expect(me.ok && [me.body.user_id, me.body.second_factor]).toEqual(['seven', false]);
    expect(refusedWith(await way.come())).toBe('auth.link_unknown');
  });

  it.each([
    [{}, false],
    [{ amr: ['pwd'] }, false],
    [{ amr: ['pwd', 'hwk'] }, true],
    [{ acr: 'https://refeds.org/profile/mfa' }, true],
    // Each value counts under its own claim alone, and in full.
    [{ acr: 'mfa', amr: ['https://refeds.org/profile/mfa', 'mfa2'] }, false],
    [{ acr: 'https://refeds.org/profile/mfa/', amr: [] }, false],
    [{ amr: 'mfa' as never }, false],
  ])('takes %j of an ID token for a second factor: %s', async (how, counts) => {
    provider.how = how;
    const inside = await (await travel()).come();
    const seven = api.client(browser(api, tokenOf(inside)));
    const me = await seven(sessionRead, {});
    expect(me.ok && me.body.second_factor).toBe(counts);
    const list = await seven(mattersList, { query: {} });
    expect(list.ok ? null : list.problem.code).toBe(counts ? null : 'auth.second_factor_required');
    provider.how = {};
  });

  it('counts nothing as one where nothing is configured to', () => {
    const oidc = { issuer: 'https://id', client_id: 'c', client_secret: 's' };
    const how = { acr: 'https://refeds.org/profile/mfa', amr: ['mfa', 'otp', 'hwk'] };
    expect(vouchedFactor(how, { ...oidc, vouched: { acr: [], amr: [] } })).toBe(false);
    const env = {
      POLYPRISM_OIDC_ISSUER: 'https://id',
      POLYPRISM_OIDC_CLIENT_ID: 'c',
      POLYPRISM_OIDC_CLIENT_SECRET: 's',
    };
    expect(oidcFrom(env)).toEqual({ ...oidc, vouched: { acr: [], amr: [] } });
    const said = { ...env, POLYPRISM_OIDC_SECOND_FACTOR: ' amr:mfa  acr:urn:a:b amr:hwk' };
    expect(oidcFrom(said)?.vouched).toEqual({ acr: ['urn:a:b'], amr: ['mfa', 'hwk'] });
    const wrong = { ...env, POLYPRISM_OIDC_SECOND_FACTOR: 'mfa' };
    expect(() => oidcFrom(wrong)).toThrow('serve.oidc_second_factor');
  });

  it('goes on to the page one wanted, and nowhere else', async () => {
    const asked = async (to: string): Promise<string | null> => {
      const way = await travel(undefined, `?to=${encodeURIComponent(to)}`);
      return (await way.come()).headers.get('location');
    };
    expect(await asked('/matters/m1?queue=overdue')).toBe('/console/matters/m1?queue=overdue');
    expect(await asked('https://evil.example/')).toBe('/console/');
    for (const [chars, status] of [
      [return_chars_max - 1, 303],
      [return_chars_max, 303],
      [return_chars_max + 1, 400],
    ] as const) {
      const path = `/api/v1/oidc/login?to=/${'a'.repeat(chars - 1)}`;
      const answer = await fetch(new URL(path, api.url), { redirect: 'manual' });
      expect([chars, answer.status]).toEqual([chars, status]);
    }
  });

  it('refuses another browser, another state, another code', async () => {
    const way = await travel();
    expect(refusedWith(await way.come(''))).toBe('auth.link_unknown');
    const other = await travel();
    expect(refusedWith(await way.come(other.cookie))).toBe('auth.link_unknown');
    const forge = (back: URL) => back.searchParams.set('code', 'made-up');
    const forged = await (await travel(forge, '?to=/matters%3Fqueue%3Doverdue')).come();
    expect(refusedWith(forged)).toBe('auth.oidc_refused');
    // Another try leads on to the page that was wanted.
    expect(forged.headers.get('location')).toMatch(/&to=%2Fmatters%3Fqueue%3Doverdue$/);
  });

  it.each(['nonce', 'audience', 'signature', 'expiry'] as const)(
    'refuses an ID token of wrong %s',
    async (spoil) => {
      provider.spoil = spoil;
      expect(refusedWith(await (await travel()).come())).toBe('auth.oidc_refused');
      provider.spoil = 'nothing';
    },
  );

  it('refuses a way that took more than ten minutes', async () => {
    const way = await travel();
    api.wait(601);
    expect(refusedWith(await way.come())).toBe('auth.link_unknown');
  });

  it('lets in nobody who is not a user here', async () => {
    await api.store.as(systemActor, async ({ db }) =>
      db
        .updateTable('credential')
        .set({ revoked_at: '2026-03-02T00:00:00.000Z' })
        .where('id', '=', 'c')
        .execute(),
    );
    expect(refusedWith(await (await travel()).come())).toBe('auth.oidc_unknown');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/store/store.ts';
import { freePort } from '../support/free-port.ts';
import { oidcProvider } from '../support/oidc-provider.ts';
import type { OidcProvider } from '../support/oidc-provider.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, hush, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
let provider: OidcProvider;

beforeAll(async () => {
  provider = await oidcProvider('employee-7', 'polyprism');
  const { issuer } = provider;
  provider.how = { amr: ['pwd', 'mfa'] };
  const vouched = { acr: [], amr: ['mfa'] };
  const oidc = { issuer, client_id: 'polyprism', client_secret: 'a secret of both', vouched };
  server = await consoleServer({ oidc, port: await freePort() });
  const { user_id } = await server.person('regulator', ['handler']);
  const row = {
    id: 'c',
    user_id,
    kind: 'oidc',
    secret: '',
    issuer,
    subject: 'employee-7',
  } as const;
  await server.api.store.as(systemActor, async ({ db }) =>
    db.insertInto('credential').values(row).execute(),
  );
});
afterAll(async () => {
  await server.end();
  await provider.end();
});

describe('single sign-on', () => {
  it('goes on to the page one wanted', async () => {
    const page = await openPage(server, '/matters?queue=overdue');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await shoot(page, 'single-sign-on-1440-zh');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('link', { name: /统一身份认证/ }).click();
    await page.getByRole('heading', { name: '事项', exact: true }).waitFor();
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe('/console/matters?queue=overdue');
    // The provider is elsewhere; nothing else is.
    hush(page);
    await page.reload();
    await page.getByRole('heading', { name: '事项', exact: true }).waitFor();
    expect(await noise(page)).toEqual([]);
    await page.context().close();
  });

  it('is not led elsewhere', async () => {
    const page = await openPage(server, `/sign-in?to=${encodeURIComponent('/../api/v1/about')}`);
    await page.getByRole('link', { name: /统一身份认证/ }).click();
    await page.getByRole('navigation').first().waitFor();
    expect(page.url()).toBe(`${server.api.url}console/`);
    await page.context().close();
  });

  it('that was refused leads back to signing in, which says why and keeps the page', async () => {
    // A way back that this browser never began.
    const page = await openPage(server, '/sign-in');
    await page.goto(`${server.api.url}api/v1/oidc/callback?code=x&state=${'s'.repeat(43)}`);
    const told = page.getByRole('alert');
    await told.getByText('不是由本浏览器发起').waitFor();
    expect(await told.innerText()).toContain('auth.link_unknown');
    await shoot(page, 'single-sign-on-refused-1440-zh');
    expect(await axe(page)).toEqual([]);
    provider.spoil = 'signature';
    await page.goto(`${server.api.url}console/sign-in?to=%2Fimports`);
    await page.getByRole('link', { name: /统一身份认证/ }).click();
    await told.getByText('auth.oidc_refused').waitFor();
    provider.spoil = 'nothing';
    await page.getByRole('link', { name: /统一身份认证/ }).click();
    await page.waitForURL(`${server.api.url}console/imports`);
    // Nobody else's words are shown from an address.
    const other = await openPage(server, '/sign-in?refused=Call%20555-1234');
    await other.getByRole('heading', { name: '登录' }).waitFor();
    expect(await other.getByRole('alert').count()).toBe(0);
    await other.context().close();
    await page.context().close();
  });
});

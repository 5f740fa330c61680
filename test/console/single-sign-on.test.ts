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
  const oidc = { issuer, client_id: 'polyprism', client_secret: 'a secret of both' };
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
});

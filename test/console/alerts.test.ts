import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsAppend } from '../../src/server/contract/events.ts';
import { batchOf, chain, joined } from '../server/live/live-requests.ts';
import { addPerson, addTenant } from '../support/api-server.ts';
import type { Person } from '../support/api-server.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, choose, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
let platform: Person;

beforeAll(async () => {
  server = await consoleServer();
  platform = await server.person('platform', ['handler']);
});
afterAll(async () => await server.end());

async function send(...list: readonly unknown[]): Promise<void> {
  const answer = await server.api.client(platform.headers)(eventsAppend, { body: batchOf(list) });
  expect.assert(answer.ok);
  expect(answer.body.items.map(({ status }) => status)).toEqual(list.map(() => 'accepted'));
}

async function wellMade(page: Awaited<ReturnType<typeof openPage>>, name: string): Promise<void> {
  await shoot(page, name);
  expect(await noise(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
}

describe('live alerts', () => {
  it('come by themselves, and are cleared by themselves', async () => {
    const page = await openPage(server, '/alerts', { as: platform });
    await page.getByRole('heading', { name: '没有预警' }).waitFor();
    await page.getByRole('status').filter({ hasText: '实时更新' }).waitFor();
    await wellMade(page, 'alerts-none-1440-zh');
    // Three below one another: the first has three levels with itself, and no list is asked anew.
    await send(...chain('a', 3));
    await page.getByText('网络达到三级').waitFor();
    await send({
      id: 'listing-1',
      at: '2026-03-01T03:00:00Z',
      kind: 'listing.published',
      rows: { listing: [{ listing_id: 'L1', title: '<b>全网第一</b>面膜', status: 'on' }] },
    });
    await page.getByText('L1').first().waitFor();
    await wellMade(page, 'alerts-1440-zh');
    await page.getByRole('row').filter({ hasText: '网络达到三级' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: '网络达到三级' });
    // a1 counts, and a2 and a3 below it.
    await dialog
      .locator('div')
      .filter({ hasText: /^人数3$/ })
      .first()
      .waitFor();
    await dialog.getByText('join-a3').first().waitFor();
    await wellMade(page, 'alert-1440-zh');
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toContain('网络达到三级');
    await send({
      ...joined('a2', null),
      id: 'moved',
      kind: 'member.moved',
      at: '2026-03-01T05:00:00Z',
    });
    const row = page.getByRole('row').filter({ hasText: '网络达到三级' });
    await row.getByText('已解除').waitFor();
    await choose(page, '状态', '已解除');
    await page.getByText('L1').first().waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?standing=false');
    expect(await noise(page)).toEqual([]);
    await page.context().close();
  });

  it('are seen by who supervises the platform, from the overview on', async () => {
    const as = await server.person('regulator', ['handler']);
    const looking = { as, language: 'en', width: 390, look: 'dark' } as const;
    const page = await openPage(server, '/', looking);
    await page.getByRole('link', { name: /Look at alerts that stand/ }).click();
    await page.getByRole('heading', { name: 'Live alerts' }).waitFor();
    const row = page.getByRole('row').filter({ hasText: 'L1' }).first();
    await row.waitFor();
    await wellMade(page, 'alerts-390-en');
    await row.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('<b>全网第一</b>面膜').first().waitFor();
    await wellMade(page, 'alert-390-en');
    await page.context().close();
    const other = await server.person('association', ['handler']);
    const theirs = await openPage(server, '/alerts', { as: other });
    await theirs.getByRole('heading', { name: '您的角色不能查看此页' }).waitFor();
    await theirs.context().close();
  });

  it('say so where nobody is supervised', async () => {
    const { api } = server;
    await addTenant(api, 'far', 'regulator');
    const as = await addPerson(api, 'far-hand', 'far', ['handler']);
    const page = await openPage(server, '/alerts', { as, language: 'en' });
    await page.getByRole('heading', { name: 'No platform is supervised' }).waitFor();
    expect(await noise(page)).toEqual([]);
    await page.context().close();
  });
});

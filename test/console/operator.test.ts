import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mattersList, mattersRead } from '../../src/server/contract/matters.ts';
import type { Person } from '../support/api-server.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { operatorWorld } from './operator-world.ts';
import { axe, hush, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
let operator: Person;
let order_id: string;

beforeAll(async () => {
  server = await consoleServer();
  operator = await server.person('operator', ['handler']);
});
afterAll(async () => await server.end());

describe('the operator’s page', () => {
  it('says what to do first where there is nothing yet, and who may not see it', async () => {
    const page = await openPage(server, '/operator', { as: operator, width: 390 });
    await page.getByRole('heading', { name: '尚未认领平台账号' }).waitFor();
    await page.getByText('目前没有需要您办理的步骤。').waitFor();
    await shoot(page, 'operator-none-390-zh');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
    const as = await server.person('platform', ['handler']);
    const other = await openPage(server, '/operator', { as });
    await other.getByRole('link', { name: '事项' }).first().waitFor();
    expect(await other.getByRole('link', { name: '本店情况' }).count()).toBe(0);
    await other.context().close();
    order_id = await operatorWorld(server);
  });

  it.each([
    ['zh', 1440, 'light', '本店情况', '68 分', '改正至少 3 项后'],
    ['en', 390, 'dark', 'Your business', '68 points', 'once 3 of them are cured'],
  ] as const)('shows it all in %s at %d px', async (language, width, look, title, points, ways) => {
    const looking = { as: operator, language, width, look };
    const page = await openPage(server, '/operator', looking);
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByText(points, { exact: true }).waitFor();
    const seen = await page.getByRole('main').innerText();
    for (const text of [ways, '删除人工添加的销量', '某法第九条', '2026-03-20', '平台规则第九条']) {
      expect(seen).toContain(text);
    }
    // The office's own draft is not the operator's to read.
    expect(seen).not.toContain('内部标题');
    // The first day is the operator's own: the platform's comes before it.
    const due = page.locator('dl').first().locator('dd').nth(1);
    expect(await due.innerText()).toBe('2026-03-20');
    const provision = page.locator('summary').first();
    await provision.click();
    await page.getByText('<script>alert(1)</script>').waitFor();
    await page.getByRole('cell', { name: '500' }).waitFor();
    await shoot(page, `operator-${width}-${language}`);
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });

  it('lets its administrator show everybody its class, and undo that', async () => {
    const reader = await openPage(server, '/operator', { as: operator });
    await reader.getByText('由本企业的管理员决定。').waitFor();
    await reader.context().close();
    const as = await server.person('operator', ['admin', 'handler']);
    const page = await openPage(server, '/operator', { as, language: 'en', width: 390 });
    await page.getByText('Not shown', { exact: true }).waitFor();
    await page.getByText('registered without a credit code').waitFor();
    await page.getByRole('button', { name: 'Agree' }).click();
    const dialog = page.getByRole('dialog');
    // 68 points are class C.
    await dialog.getByText('sees its class: C.').waitFor();
    await dialog.getByRole('button', { name: 'Agree' }).click();
    await page.getByText('Shown: class C').waitFor();
    await shoot(page, 'operator-shown-390-en');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take it back' }).click();
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('Not shown', { exact: true }).waitFor();
    await page.context().close();
    const admin = await server.person('operator', ['admin']);
    const alone = await openPage(server, '/admin/shown', { as: admin });
    await alone.getByRole('button', { name: '同意显示' }).waitFor();
    expect(await noise(alone)).toEqual([]);
    await alone.context().close();
  });

  it('leads from an order to the report of its cure', async () => {
    const page = await openPage(server, '/operator', { as: operator });
    await page.getByRole('link', { name: '报告改正情况' }).click();
    await page.getByLabel('内容', { exact: true }).fill('已改为按实际销量展示。');
    await page.locator('button[type=submit]').click();
    await page.getByText('已报告改正').first().waitFor();
    const call = server.api.client(operator.headers);
    const order = await call(mattersRead, { params: { matter_id: order_id } });
    expect.assert(order.ok);
    expect(order.body.status).toBe('reported');
    expect(order.body.events.at(-1)?.data['text']).toBe('已改为按实际销量展示。');
    expect(await noise(page)).toEqual([]);
    await page.context().close();
  });

  it('appeals against a measure, and then says how the appeal stands', async () => {
    const page = await openPage(server, '/operator', { as: operator, language: 'en' });
    await page.getByRole('button', { name: 'Appeal' }).click();
    await page.getByLabel('Why you appeal').fill('The page has been mended.');
    await shoot(page, 'operator-appeal-1440-en');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send the appeal' }).click();
    await page.getByRole('heading', { name: 'Appeal: listing removed' }).waitFor();
    const call = server.api.client(operator.headers);
    const appeals = await call(mattersList, { query: { kind: 'appeal' } });
    expect.assert(appeals.ok);
    expect(appeals.body.items.map(({ status }) => status)).toEqual(['received']);
    await page.goto(`${server.api.url}console/operator`);
    await page.getByRole('link', { name: 'Appeal 2026-03-02' }).waitFor();
    expect(await page.getByRole('button', { name: 'Appeal' }).count()).toBe(0);
    expect(await noise(page)).toEqual([]);
    await page.context().close();
  });

  it('says what failed, and tries again', async () => {
    const page = await openPage(server, '/account', { as: operator });
    await page.route('**/api/v1/overview*', async (route) => await route.abort());
    await page.getByRole('link', { name: '本店情况' }).click();
    await page.getByRole('heading', { name: '未能载入' }).waitFor();
    await page.unroute('**/api/v1/overview*');
    hush(page);
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('68 分', { exact: true }).waitFor();
    expect(await noise(page)).toEqual([]);
    await page.context().close();
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, choose, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;

beforeAll(async () => {
  server = await consoleServer();
});
afterAll(async () => await server.end());

async function isQuiet(page: Page): Promise<void> {
  expect(await noise(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
}

describe('the law library', () => {
  it('leads from packs to articles, and from an article to what tests it', async () => {
    const as = await server.person('regulator');
    const page = await openPage(server, '/standards', { as });
    await page.getByRole('link', { name: '中国社交电商监管法规' }).waitFor();
    await shoot(page, 'standards-1440-zh');
    await isQuiet(page);
    await page.getByRole('link', { name: '中国社交电商监管法规' }).click();
    const table = page.getByRole('region', { name: '逐条覆盖' });
    await table.waitFor();
    const all = await table.getByRole('row').count();
    await choose(page, '覆盖程度', '数据无从判断');
    await expect.poll(async () => await table.getByRole('row').count()).toBeLessThan(all);
    expect(new URL(page.url()).searchParams.get('status')).toBe('not_testable');
    await shoot(page, 'standard-1440-zh');
    await isQuiet(page);
    await page.getByText('时限', { exact: true }).click();
    await page.getByRole('region', { name: '时限' }).waitFor();
    await page.getByText('词表', { exact: true }).click();
    // 广告法第九条第三项.
    await page.getByText('绝对化用语').first().waitFor();
    await isQuiet(page);
    await page.context().close();
  });

  it('shows a provision: its law, reading, test, cases, and versions side by side', async () => {
    const as = await server.person('association');
    const looking = { as, language: 'en', width: 390, look: 'dark' } as const;
    const page = await openPage(server, '/standards/cn/cn.return7.art31', looking);
    await page.getByRole('heading', { name: 'What the law asks, in our words' }).waitFor();
    await page.getByText('FROM after_sale a').first().waitFor();
    const first = page.locator('details').first();
    await first.locator('summary').click();
    await first.getByText(/^as of \d{4}-/).waitFor();
    await shoot(page, 'provision-390-en-dark');
    await isQuiet(page);
    await page.context().close();
  });

  it('finds provisions in all packs, and tells versions apart', async () => {
    const as = await server.person('consumer', []);
    const page = await openPage(server, '/standards', { as });
    await page.getByLabel('检索条款').fill('退货');
    await page.getByRole('button', { name: '检索', exact: true }).click();
    await page.getByRole('table', { name: '检索条款' }).getByText('cn.return7.art31').waitFor();
    await shoot(page, 'standards-search-1440-zh');
    await page.goto(new URL('console/standards/cn/cn.aucl.added-sales', server.api.url).href);
    await page.getByRole('heading', { name: '各版本的不同之处' }).waitFor();
    await shoot(page, 'provision-1440-zh');
    await isQuiet(page);
    await page.context().close();
  });
});

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

  it('tells what a case gives from what it leaves out, and what has to come of it', async () => {
    const as = await server.person('association');
    const page = await openPage(server, '/standards/cn/cn.order116.art19', { as });
    await page.locator('summary').first().click();
    const one = page.locator('details').first();
    const cells = async (region: string, subject: string): Promise<string[]> =>
      await one
        .getByRole('region', { name: region })
        .getByRole('row')
        .filter({ has: page.getByRole('cell', { name: subject, exact: true }) })
        .getByRole('cell')
        .allInnerTexts();
    const given = '2026-03-01T16:00:00Z';
    expect(await cells('measure', 'm1')).toEqual(['m1', 'op', '限流', '（空文本）', given]);
    expect(await cells('measure', 'm3')).toEqual(['m3', 'NULL', 'NULL', 'NULL', given]);
    const stated = ['act_on = 2026-03-02', 'operator_id = op', 'kind = 限流'].join('\n');
    expect(await cells('应得结果', 'm1')).toEqual(['m1', '✕\n不符合', stated]);
    expect(await cells('应得结果', 'm3')).toEqual(['m3', '?\n无法判断', '']);
    expect(await cells('应得结果', 'm2')).toEqual(['m2', '✓\n未见不符合', '']);
    await page.goto(new URL('console/standards/cn/cn.ecl.art38.complaints', server.api.url).href);
    await page.locator('summary').last().click();
    await page.getByText('另视为已提供的列： measure.listing_id').waitFor();
    await page.context().close();
  });

  it('finds provisions in all packs, and tells versions apart', async () => {
    const as = await server.person('consumer', []);
    const page = await openPage(server, '/standards', { as });
    await page.getByLabel('检索条款').fill('退货');
    await page.getByRole('button', { name: '检索', exact: true }).click();
    await page.getByRole('table', { name: '检索条款' }).getByText('cn.return7.art31').waitFor();
    await shoot(page, 'standards-search-1440-zh');
    const asked = 'console/standards/cn/cn.aucl.prize-draw.limit?version=2020-01-01';
    await page.goto(new URL(asked, server.api.url).href);
    await page.getByText('没有自 2020-01-01 起施行的版本，以下为自 2025-10-15 起').waitFor();
    const table = page.getByRole('region', { name: '各版本的不同之处' });
    // As `diff` of the two files says, the days aside; their cases are of other days.
    expect(await table.locator('td:first-child').allInnerTexts()).toEqual([
      '依据条文',
      '如何检验',
      '参数',
      '发现的说明',
      '法律责任与改正',
      '罚款幅度',
      '仅此版本有的案例',
    ]);
    const fines = table.getByText('50,000 元以上，500,000 元以下');
    expect(await fines.count()).toBe(2);
    await shoot(page, 'provision-1440-zh');
    await isQuiet(page);
    await page.getByText('2019-04-23 至 2025-10-14', { exact: true }).first().click();
    await page.getByText('没有自').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('version')).toBe('2019-04-23');
    await page.context().close();
  });
});

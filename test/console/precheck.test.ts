import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../tidy/repository.ts';
import type { Person } from '../support/api-server.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, choose, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
let as: Person;

beforeAll(async () => {
  server = await consoleServer();
  as = await server.person('platform');
});
afterAll(async () => await server.end());

const hostile = '\u202E<img src=x onerror=alert(1)>' + '长'.repeat(400);

describe('the pre-check', () => {
  it('marks what was found in a listing, names the law, and asks for what is wanting', async () => {
    const page = await openPage(server, '/precheck', { as });
    await page.getByText('尚未输入').waitFor();
    await page.getByLabel('标题').fill('全国第一减肥茶');
    await page.getByLabel('宣传文案').fill('稳赚不赔，七天瘦十斤');
    // 广告法第九条第三项: 国家级、最高级、最佳 and the like; 第一 is of the kind.
    const found = page.getByRole('article').filter({ hasText: '全国第一' });
    await found.waitFor();
    await page.locator('mark', { hasText: '稳赚不赔' }).waitFor();
    expect(await page.locator('mark', { hasText: '全国第一' }).innerText()).toBe('全国第一');
    await page.locator('mark', { hasText: '全国第一' }).click();
    // The mark leads to its words.
    expect(await page.evaluate(`getSelection().toString()`)).toBe('全国第一');
    await found.getByText('依据与改正办法').click();
    await found.getByRole('heading', { name: '改正办法' }).waitFor();
    await shoot(page, 'precheck-1440-zh-listing');
    const open = page.getByText(/^无法判断 \d+ 条$/);
    const count = async () => Number(/\d+/.exec(await open.innerText())?.[0]);
    const before = await count();
    await choose(page, '不支持七天无理由退货', '否');
    // What was wanting is there now.
    await expect.poll(count, { timeout: 20_000 }).toBeLessThan(before);
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });

  it('reads a live script on a phone, in English and in the dark', async () => {
    const look = { as, language: 'en', width: 390, look: 'dark' } as const;
    const page = await openPage(server, '/precheck?kind=script', look);
    await page.getByLabel('Text', { exact: true }).fill(`加盟稳赚，拉三个人就回本。${hostile}`);
    await page.locator('mark', { hasText: '拉三个人' }).waitFor();
    await page.getByRole('heading', { name: /terms? found/ }).waitFor();
    await shoot(page, 'precheck-390-en-dark-script');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });

  it('tells a plan’s mistakes by line, and then what it meets', async () => {
    const plan = await readFile(join(root, 'plans', 'huasheng-2017.yaml'), 'utf8');
    const page = await openPage(server, '/precheck?kind=plan', { as, width: 390 });
    await page.getByLabel('方案文本').fill(plan.replace('fee: 99', 'fee: much'));
    const line = plan.split('\n').findIndex((text) => text.includes('fee: 99')) + 1;
    await page.getByText(`第 ${line} 行第`).first().waitFor();
    await page.getByLabel('方案文本').fill(plan);
    // 禁止传销条例第七条第（二）项: a fee for the right to recruit; one payer is enough.
    await page.getByRole('article').filter({ hasText: '入门费' }).first().waitFor();
    await shoot(page, 'precheck-390-zh-plan');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });
});

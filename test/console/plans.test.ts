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

const free = `schema: polyprism.plan/1
id: free
title: { zh: 免费推广, en: Free to join }
currency: CNY
products:
  - { id: goods, title: { zh: 商品, en: goods }, price: 100 }
ranks:
  - { id: affiliate, title: { zh: 推广员, en: affiliate } }
rules:
  - { id: own, base: own_sale, rate: 10%, buyers: customers }
`;

const few = 'schema: polyprism.assumptions/1\npopulation: 60\nmonths: 6\nruns: 4\n';

describe('the plan lab', () => {
  it('opens the plan of a decided case: what it meets, by the smallest network', async () => {
    const page = await openPage(server, '/plans', { as });
    await shoot(page, 'plans-1440-zh');
    await page.getByRole('link', { name: '花生日记（2018年1月15日以前）' }).click();
    // 禁止传销条例第七条第（二）项: one member who pays 99 yuan is enough.
    const fee = page.getByRole('article').filter({ hasText: '入门费' }).first();
    await fee.getByText('付 99.00 元 成为“超级会员”').first().waitFor();
    await shoot(page, 'plan-lab-1440-zh-tests');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });

  it('tells mistakes at their lines, plays a plan, and says when the text is another', async () => {
    const look = { as, language: 'en', width: 390, look: 'dark' } as const;
    const page = await openPage(server, '/plans/lab?view=simulate', look);
    const text = page.getByLabel('Text of the plan', { exact: true });
    await text.fill(free.replace('10%', 'much'));
    await page.getByLabel('Runs').fill('3');
    await page.getByRole('button', { name: 'Simulate', exact: true }).click();
    const line = free.split('\n').findIndex((one) => one.includes('10%')) + 1;
    await page.getByText(`line ${line}:`).waitFor();
    await text.fill(free);
    await page.getByRole('button', { name: 'Simulate', exact: true }).click();
    // Nobody pays to join, so nobody is below zero.
    await page.getByText('Joining costs nothing.').first().waitFor();
    const chart = page.getByRole('img', { name: 'Of the first tenth to join 0%' });
    await chart.waitFor();
    await page.getByText('3 times').first().waitFor({ state: 'attached' });
    await shoot(page, 'plan-lab-390-en-dark-simulate');
    await text.fill(`${free}# more`);
    await page.getByText('this is about what stood before').waitFor();
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });

  it('mends a plan that pays for entry, and puts the mended text into the editor', async () => {
    const plan = await readFile(join(root, 'plans', 'huasheng-2017.yaml'), 'utf8');
    const page = await openPage(server, '/plans/lab?view=mend&packs=us', { as });
    await page.getByLabel('方案文本').fill(plan.replace('currency: CNY', 'currency: USD'));
    await page.getByText('迹象也要消除').click();
    await page.getByRole('button', { name: '寻找最小改动' }).click();
    await page.getByRole('heading', { name: '一并消除所需的最小改动' }).waitFor();
    await shoot(page, 'plan-lab-1440-zh-mend');
    await page.getByRole('button', { name: '采用改后方案' }).click();
    await page.getByText('编辑框中已是改后方案').waitFor();
    // By hand: who sold nothing to customers is paid nothing, whoever joins below.
    const mended = await page.getByLabel('方案文本').inputValue();
    expect(mended.split('\n')).toContain('limit: { rate: 30%, of: own_sales }');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });

  it('keeps a plan, shares it by a link, and lays two side by side', async () => {
    const page = await openPage(server, '/plans/lab?view=compare&packs=us', { as });
    await page.getByLabel('方案文本', { exact: true }).fill(free);
    await page.getByText('推演假设（可不填）').click();
    await page.getByLabel('假设文本').fill(few);
    await page.getByLabel('名称').fill('免费 <b>方案</b>');
    await page.getByRole('button', { name: '保存为新方案' }).click();
    await page.getByRole('button', { name: '生成分享链接' }).click();
    const link = await page.getByText(/plans\/lab\?link=/).innerText();
    await page.goto(page.url().replace('/plans/lab?', '/plans/lab?view=compare&packs=us&'));
    await choose(page, '另一方案', '花生日记（2018年1月15日以前）');
    const other = page.getByLabel('另一方案的文本');
    await other.fill((await other.inputValue()).replace('currency: CNY', 'currency: USD'));
    const text = page.getByLabel('方案文本', { exact: true });
    await text.fill((await text.inputValue()).replace('currency: CNY', 'currency: USD'));
    await page.getByRole('button', { name: '开始比较' }).click();
    await page.getByRole('heading', { name: /^判断不同的条款 \d+ 条$/ }).waitFor();
    await shoot(page, 'plan-lab-1440-zh-compare');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    const stranger = await server.person('regulator');
    const shown = await openPage(
      server,
      new URL(link).pathname.replace('/console', '') + new URL(link).search,
      { as: stranger, width: 390 },
    );
    await shown.getByText('由以下机构分享').waitFor();
    expect(await shown.getByLabel('方案文本', { exact: true }).inputValue()).toBe(free);
    for (const one of [page, shown]) await one.context().close();
  });
});

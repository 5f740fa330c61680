import { createHash } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/api-server.ts';
import { sampleDump } from '../support/sample-input.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { choose, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
let li: Person;
let chen: Person;
let dump: Buffer;
/** Of the dump, which is the evidence. */
let digest: string;

beforeAll(async () => {
  server = await consoleServer();
  dump = await sampleDump();
  digest = createHash('sha256').update(dump).digest('hex');
  li = await server.person('regulator', ['handler']);
  chen = await server.person('regulator', ['handler', 'approver']);
});
afterAll(async () => await server.end());

/** Takes a step of a matter as somebody in front of its page does. */
async function take(
  page: Page,
  title: string,
  write: (page: Page) => Promise<void> = async () => undefined,
): Promise<void> {
  const main: Locator = page.getByRole('main');
  await main.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await write(page);
  const done = main.getByRole('button', { name: /^(确认办理|提请审批)$/ });
  await done.click();
  await done.waitFor({ state: 'detached' });
}

async function writeIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
}

/** The second person approves what waits. */
async function approve(page: Page): Promise<void> {
  await page.reload();
  const button = page.getByRole('button', { name: '批准', exact: true });
  await button.click();
  await button.click();
  await button.waitFor({ state: 'detached' });
}

describe('from a dump that is dropped in', () => {
  it('to a decision that is published, and its bag verified by anybody', async () => {
    const office = await openPage(server, '/imports', { as: li });
    await office
      .locator('input[type=file]')
      .setInputFiles({ name: '商城.sql', mimeType: 'text/plain', buffer: dump });
    await office.getByText('CRMEB (PHP) 4.4+').first().waitFor();
    await office.getByRole('button', { name: '开始检查' }).click();
    await office.getByText('逐行账').waitFor({ timeout: 60_000 });
    await office.getByRole('link', { name: '查看发现' }).click();
    await office
      .getByRole('checkbox', { name: /^选取 / })
      .first()
      .check();
    await office.getByRole('button', { name: '开启事项' }).click();
    await office.getByLabel('标题').fill('某商城涉嫌以发展人员数量计酬');
    await office.getByRole('dialog').getByRole('button', { name: '开启事项' }).click();
    await office.getByRole('heading', { name: '某商城涉嫌以发展人员数量计酬' }).waitFor();
    const matter = new URL(office.url()).pathname.replace('/console', '');
    const second = await openPage(server, matter, { as: chen });

    await take(office, '增加参与方', async (page) => {
      await choose(page, '身份', '当事人');
      await choose(page, '参与方类型', '经营者');
      await choose(page, '机构', 'operator-own');
    });
    await take(office, '立案', async (page) => {
      for (const { user_id } of [li, chen]) await choose(page, '执法人员', user_id);
    });
    await approve(second);
    await office.reload();
    await take(office, '固定证据', async (page) => {
      await writeIn(page, { 内容说明: '商城数据库转储', 取得依据: '行政处罚程序规定第二十五条' });
      await writeIn(page, { 材料: digest });
    });
    await take(office, '终结调查', async (page) => {
      await writeIn(page, { 处理建议: '罚款五十万元', 案卷摘要: digest });
    });
    await second.reload();
    await take(second, '通过审核', async (page) => await writeIn(page, { 意见: '事实清楚' }));
    await office.reload();
    await take(office, '送达处罚告知书', async (page) => {
      await writeIn(page, { 事实: '以发展人员数量计酬', 理由和根据: '构成传销', 拟作处罚: '罚款' });
      await writeIn(page, { 依据条款: '禁止传销条例第七条第一项' });
    });

    const as = await server.person('operator', ['handler']);
    const party = await openPage(server, matter, { as, width: 390 });
    await take(party, '放弃陈述、申辩');
    await shoot(party, 'journey-operator-390-zh');

    await office.reload();
    await take(office, '作出处罚决定', async (page) => {
      await writeIn(page, { 处罚内容: '罚款五十万元', 罚款金额: '500000', 裁量说明: '一般' });
      await writeIn(page, { 依据条款: '禁止传销条例第二十四条', 理由: '事实清楚，证据确凿' });
    });
    await approve(second);
    await office.reload();
    await take(office, '送达决定书', async (page) => await choose(page, '方式', '直接送达'));
    await office.getByRole('button', { name: /^公示处罚信息/ }).click();
    await office.getByText('以下内容将在本站公开页面展示').waitFor();
    // What the steps said is there already.
    expect(await office.getByLabel('结果', { exact: true }).inputValue()).toBe('罚款五十万元');
    expect(await office.getByLabel('金额（选填）').inputValue()).toBe('500000');
    await writeIn(office, {
      当事人名称: '某商城有限公司',
      案由类别: '传销',
      '须隐去的自然人姓名（选填）': '张小三',
      事实: '经营者张小三（电话13800138000）以发展人员数量计酬',
    });
    await shoot(office, 'journey-publish-1440-zh');
    await office.getByRole('button', { name: '公示', exact: true }).click();
    await office.getByText('自动隐去个人信息 2 处').waitFor();
    await office.getByText('以下内容将在本站公开页面展示').waitFor({ state: 'detached' });
    const told = office.locator('[id^=event-]');
    await told.getByRole('heading', { name: '公示处罚信息', exact: true }).waitFor();
    await shoot(office, 'journey-published-1440-zh');

    const load = office.getByRole('button', { name: /ZIP/ });
    const [bag] = await Promise.all([office.waitForEvent('download'), load.click()]);
    const anybody = await openPage(server, '/public/verify', { width: 390 });
    await anybody
      .locator('input[type=file]')
      .first()
      .setInputFiles(await bag.path());
    await anybody.locator('[data-conclusion=kept]').waitFor();
    await shoot(anybody, 'journey-verified-390-zh');
    const page = await (await fetch(new URL('/public/zh/decisions', server.api.url))).text();
    expect(page).toContain('某商城有限公司');
    expect(page).not.toMatch(/张小三|13800138000/);
    for (const one of [office, second, party, anybody]) expect(await noise(one)).toEqual([]);
  });
});

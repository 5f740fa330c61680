import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintsContact } from '../../src/server/contract/complaints.ts';
import { publicMonths } from '../../src/server/contract/public.ts';
import { mattersList, mattersRead, mattersStep } from '../../src/server/contract/matters.ts';
import { publicationIn } from '../support/published.ts';
import { consoleServer, tenantOf } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, hush, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;

beforeAll(async () => {
  server = await consoleServer();
});
afterAll(async () => await server.end());

/** Fails where a page says anything it should not, or some cannot use it. */
async function isQuiet(page: Page): Promise<void> {
  expect(await noise(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

/** Adds to the complaint, sees the office take it up, and withdraws it. */
async function followed(page: Page, matter_id: string): Promise<void> {
  await page.getByRole('heading', { name: '洗发水漏液，商家拒绝退货' }).waitFor();
  // 2026-03-02 and seven working days: 03-11.
  const clock = page.getByRole('listitem').filter({ hasText: '受理决定' });
  expect(await clock.innerText()).toContain('至 2026-03-11 止');
  expect(await clock.innerText()).toContain('剩 9 天');
  await page.getByLabel('补充事实').fill('附：商家聊天记录摘要');
  await page.getByRole('button', { name: '提交补充' }).click();
  await page.getByText('已补充').waitFor();
  await page.getByRole('listitem').filter({ hasText: '附：商家聊天记录摘要' }).waitFor();
  await shoot(page, 'status-1440-zh');
  await isQuiet(page);
  const office = server.api.client((await server.person('regulator')).headers);
  const take = async (body: Parameters<typeof office<typeof mattersStep>>[1]['body']) => {
    const taken = await office(mattersStep, { params: { matter_id }, headers: {}, body });
    if (!taken.ok) throw new Error(taken.problem.en);
  };
  await take({ type: 'accept', expected: 3 });
  const data = { text: '拟于 3 月 9 日电话调解', answer_by: '2026-03-06' };
  await take({ type: 'propose_mediation', expected: 4, data });
  await page.reload();
  await page.getByText('已受理').waitFor();
  await page.getByText('请在 2026-03-06 前答复。').waitFor();
  await page.getByLabel('说明（选填）').fill('下午均可');
  await shoot(page, 'status-mediation-1440-zh');
  await isQuiet(page);
  await page.getByRole('button', { name: '同意调解', exact: true }).click();
  const answered = page.getByRole('listitem').filter({ hasText: '下午均可' });
  expect(await answered.innerText()).toContain('同意调解。');
  expect(await page.getByRole('button', { name: '不同意调解' }).count()).toBe(0);
  await page.getByRole('button', { name: '撤回投诉' }).click();
  await page.getByText('不能恢复').waitFor();
  await shoot(page, 'status-withdraw-1440-zh');
  await isQuiet(page);
  await page.getByRole('button', { name: '确认撤回' }).click();
  await page.getByText('终止调解', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: '撤回投诉' }).count()).toBe(0);
  await isQuiet(page);
}

const facts = '3 月 1 日付款 118 元，<img src=x onerror=alert(1)> 三瓶到货时两瓶已漏液。';

describe('a complaint without an account', () => {
  it('goes to the office, the contact sealed apart, and leads to a link shown once', async () => {
    const page = await openPage(server, '/public/complain');
    // Days are counted from the server's day, which stands still.
    await page.clock.setFixedTime(server.api.now());
    await page.getByRole('heading', { name: '我要投诉' }).waitFor();
    await page.getByLabel('所在平台（选填）').selectOption(tenantOf.platform);
    await fill(page, {
      '商家或店铺名称（选填）': '山野洗护用品店',
      '订单号（选填）': 'A-118',
      一句话概括: '洗发水漏液，商家拒绝退货',
      事实经过: facts,
      您的要求: '退款 118 元',
      姓名: '张三',
      电话: '13900000001',
    });
    await shoot(page, 'complain-1440-zh');
    await isQuiet(page);
    await page.getByRole('button', { name: '提交投诉' }).click();
    await page.getByRole('heading', { name: '投诉已提交' }).waitFor();
    await page.getByText('此链接只显示这一次').waitFor();
    const link = await page.locator('[data-link]').innerText();
    expect(link).toMatch(new RegExp(`^${server.api.url}/?console/public/status#[\\w-]{43}$`));
    await shoot(page, 'complain-sent-1440-zh');
    await isQuiet(page);

    const office = server.api.client((await server.person('regulator')).headers);
    const list = await office(mattersList, { query: {} });
    const [matter] = list.ok ? list.body.items : [];
    if (matter === undefined) throw new Error('no matter');
    const params = { matter_id: matter.id };
    const read = await office(mattersRead, { params });
    if (!read.ok) throw new Error(read.problem.en);
    expect(read.body.parties.map(({ tenant_id }) => tenant_id).toSorted()).toEqual(
      ['public', tenantOf.platform, tenantOf.regulator].toSorted(),
    );
    expect(read.body.events[0]?.data).toMatchObject({
      title: '洗发水漏液，商家拒绝退货',
      facts: `被投诉的商家：山野洗护用品店\n订单号：A-118\n${facts}`,
      request: '退款 118 元',
    });
    expect(JSON.stringify(read.body)).not.toContain('张三');
    const contact = await office(complaintsContact, { params, body: { reason: '核实情况' } });
    expect(contact.ok && contact.body).toEqual({
      name: '张三',
      phone: '13900000001',
      email: null,
      address: null,
    });
    await page.getByRole('link', { name: '查看进度' }).click();
    await page.getByText('待受理').waitFor();
    await followed(page, matter.id);
    await page.context().close();
  });

  it('is written on a telephone, in English', async () => {
    const page = await openPage(server, '/public/complain', { language: 'en', width: 390 });
    await page.getByRole('heading', { name: 'Complain', exact: true }).waitFor();
    await page.getByLabel('Office').waitFor();
    await shoot(page, 'complain-390-en');
    await isQuiet(page);
    await fill(page, { 'In one line': 'Not sent', 'The facts': 'Paid, not sent' });
    await fill(page, { 'What you ask for': 'Refund' });
    await page.getByRole('button', { name: 'Send the complaint' }).click();
    await page.getByRole('heading', { name: 'Your complaint is in' }).waitFor();
    await shoot(page, 'complain-sent-390-en');
    await isQuiet(page);
    const link = await page.locator('[data-link]').innerText();
    await page.context().close();

    const later = await openPage(server, '/public/status', { language: 'en', width: 390 });
    await later.getByLabel('Paste your link').fill('https://example.org/#short');
    await later.getByRole('button', { name: 'Open' }).click();
    await later.getByRole('alert').waitFor();
    await shoot(later, 'status-ask-390-en');
    await later.getByLabel('Paste your link').fill(link);
    await later.getByRole('button', { name: 'Open' }).click();
    await later.getByRole('heading', { name: 'Not sent' }).waitFor();
    await later.getByText('Decision on acceptance').waitFor();
    await shoot(later, 'status-390-en');
    await isQuiet(later);
    await later.context().close();
  });

  it('is not shown for a link that was never given', async () => {
    const page = await openPage(server, `/public/status#${'A'.repeat(43)}`);
    await page.getByRole('alert').getByText('auth.link_unknown').waitFor();
    await shoot(page, 'status-unknown-1440-zh');
    // The browser itself puts the refused request into its log.
    hush(page);
    await isQuiet(page);
    await page.context().close();
  });
});

describe('data files', () => {
  it('are listed with digest and download, in both languages and widths', async () => {
    const { api } = server;
    await publicationIn(api, tenantOf.regulator, 'p-1', { published_on: '2026-02-10' });
    const page = await openPage(server, '/public/files');
    const file = page.getByRole('listitem').filter({ hasText: '2026-02 在公示的信息' });
    await file.waitFor();
    const answer = await api.client()(publicMonths, {});
    expect.assert(answer.ok);
    const { digest } = answer.body.items.find(({ name }) => name === 'publications') ?? {};
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await file.innerText()).toContain(digest);
    expect(await file.getByRole('link', { name: 'CSV' }).getAttribute('href')).toBe(
      '/public-data/months/publications-1.csv',
    );
    await shoot(page, 'public-files-1440-zh');
    await isQuiet(page);
    await page.context().close();
    const narrow = await openPage(server, '/public/files', { width: 390, language: 'en' });
    await narrow.getByText('SHA-256 of the manifest').first().waitFor();
    await shoot(narrow, 'public-files-390-en');
    await isQuiet(narrow);
    await narrow.context().close();
  });
});

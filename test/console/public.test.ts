import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintsContact } from '../../src/server/contract/complaints.ts';
import { mattersList, mattersRead } from '../../src/server/contract/matters.ts';
import { consoleServer, tenantOf } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, noise, openPage, shoot } from './seen-page.ts';

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

const facts = '3 月 1 日付款 118 元，<img src=x onerror=alert(1)> 三瓶到货时两瓶已漏液。';

describe('a complaint without an account', () => {
  it('goes to the office, the contact sealed apart, and leads to a link shown once', async () => {
    const page = await openPage(server, '/public/complain');
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
    await page.context().close();
  });
});

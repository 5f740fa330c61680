import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mattersRead, mattersStep } from '../../src/server/contract/matters.ts';
import type { Person } from '../support/api-server.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, choose, hush, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
let handler: Person;

beforeAll(async () => {
  server = await consoleServer();
  handler = await server.person('regulator', ['handler']);
});
afterAll(async () => await server.end());

async function wellMade(page: Page, name: string): Promise<void> {
  await shoot(page, name);
  expect(await noise(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
}

async function read(person: Person, matter_id: string) {
  const answer = await server.api.client(person.headers)(mattersRead, { params: { matter_id } });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.body;
}

async function noteIn(matter_id: string, text: string): Promise<void> {
  const { number } = await read(handler, matter_id);
  const body = { type: 'note', data: { text }, expected: number };
  const given = { params: { matter_id }, headers: {}, body };
  const answer = await server.api.client(handler.headers)(mattersStep, given);
  if (!answer.ok) throw new Error(answer.problem.en);
}

describe('a report', () => {
  let matter_id = '';

  it('is opened by a handler, who proposes to open no case and has to say why', async () => {
    const page = await openPage(server, '/matters', { as: handler });
    await page.getByRole('heading', { name: '没有事项' }).waitFor();
    await page.getByRole('button', { name: '新建事项' }).click();
    await choose(page, '类型', '举报');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请填写“标题”。').waitFor();
    await page.getByLabel('标题').fill('直播间虚假宣传 <b>全网最低</b>');
    await page
      .getByLabel('事实', { exact: true })
      .fill('主播称该商品为全网最低价。\n实际并非如此。');
    await page.getByRole('button', { name: '增加一方' }).click();
    await choose(page, '提出方的机构', 'operator-own');
    await wellMade(page, 'matter-new-1440-zh');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '直播间虚假宣传 <b>全网最低</b>' }).waitFor();
    matter_id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByRole('button', { name: /^不予立案/ }).click();
    await page.getByRole('button', { name: '提请审批' }).click();
    await page.getByText('请填写“理由”。').waitFor();
    await choose(page, '理由类别', '无违法事实');
    await page.getByLabel('理由', { exact: true }).fill('经查，页面未使用该用语。');
    await shoot(page, 'matter-step-1440-zh');
    await page.getByRole('button', { name: '提请审批' }).click();
    await page
      .getByText('须由本机构另一名审批人决定')
      .or(page.getByText('撤回提请'))
      .first()
      .waitFor();
    const { events, status } = await read(handler, matter_id);
    expect(events.map(({ type }) => type)).toEqual(['open', 'propose']);
    expect(status).toBe('received');
    await wellMade(page, 'matter-1440-zh');
    await page.context().close();
  });

  it('is approved by a second person, who is told that the matter went on meanwhile', async () => {
    const as = await server.person('regulator', ['approver']);
    const looking = { as, language: 'en', width: 390 } as const;
    const page = await openPage(server, `/matters/${matter_id}`, looking);
    await page.getByRole('heading', { name: 'Waiting for a second person' }).waitFor();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await wellMade(page, 'matter-approve-390-en');
    await noteIn(matter_id, '已电话核实');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText('The matter went on while you were writing.').waitFor();
    hush(page);
    await shoot(page, 'matter-moved-390-en');
    await page.getByRole('button', { name: 'I have read it, go on' }).click();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText('As proposed in #2').waitFor();
    const { events, status } = await read(as, matter_id);
    expect(events.map(({ type }) => type)).toEqual(['open', 'propose', 'note', 'not_open']);
    expect([events[3]?.actor?.user_id, events[3]?.proposal]).toEqual([as.user_id, 2]);
    expect(status).toBe('not_opened');
    await wellMade(page, 'matter-390-en');
    await page.context().close();
  });

  it.each([
    ['zh', 390, '以下为应向您公开的经过。', '已电话核实', '不予立案'],
    ['en', 1440, 'The steps that your side is shown.', '已电话核实', 'No case opened'],
  ] as const)(
    'shows an operator its side in %s at %d px',
    async (language, width, told, not, title) => {
      const as = await server.person('operator', ['handler']);
      const page = await openPage(server, `/matters/${matter_id}`, { as, language, width });
      await page.getByText(told).waitFor();
      await page.getByRole('heading', { name: title, exact: true }).waitFor();
      const seen = await page.getByRole('main').innerText();
      expect(seen).toContain('经查，页面未使用该用语。');
      expect(seen).not.toContain(not);
      expect(seen).not.toMatch(/提请|Proposed|proposed/);
      const load = page.getByRole('button', { name: /ZIP/ });
      const [bag] = await Promise.all([page.waitForEvent('download'), load.click()]);
      expect(bag.suggestedFilename()).toMatch(/\.zip$/);
      await wellMade(page, `matter-operator-${width}-${language}`);
      await page.context().close();
    },
  );
});

describe('the list of matters', () => {
  it('narrows by the address, saves views, and takes a step in many, each answered', async () => {
    const first = await server.complaint('商品与描述不符');
    await server.complaint('长'.repeat(120));
    const looking = { as: handler, language: 'en' } as const;
    const page = await openPage(server, '/matters?kind=complaint', looking);
    const table = page.getByRole('table', { name: 'Matters' });
    await table.waitFor();
    // The head's row and two.
    expect(await table.getAttribute('aria-rowcount')).toBe('3');
    await page.getByRole('button', { name: 'Save these filters' }).click();
    await page.getByLabel('Name of the view').fill('My complaints');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const view = page.getByRole('link', { name: 'My complaints' });
    await view.waitFor();
    expect(await view.getAttribute('href')).toBe('/console/matters?kind=complaint');
    for (const box of await table.getByRole('checkbox').all()) await box.check();
    // Somebody is quicker with one of the two.
    await noteIn(first, '先一步');
    await page.getByRole('button', { name: 'Put into a queue' }).click();
    await page.getByLabel('Queue', { exact: true }).last().fill('Advertising');
    await page.getByRole('button', { name: 'Take this step' }).click();
    await page.getByText('1 done, 1 refused').waitFor();
    await wellMade(page, 'matters-bulk-1440-en');
    expect((await read(handler, first)).queue).toBeNull();
    await page.context().close();
  });

  it.each([
    ['regulator', 'zh', 1440, 'light'],
    ['regulator', 'zh', 390, 'dark'],
    ['consumer', 'en', 390, 'light'],
  ] as const)('has a face for a %s in %s at %d px, %s', async (party, language, width, look) => {
    const as = party === 'regulator' ? handler : await server.person(party, []);
    const page = await openPage(server, '/matters', { as, language, width, look });
    const seen = party === 'regulator' ? '商品与描述不符' : 'Make a complaint';
    await page.getByText(seen).first().waitFor();
    await wellMade(page, `matters-${party}-${width}-${language}-${look}`);
    await page.context().close();
  });
});

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkCandidates, networkMember } from '../../src/server/contract/network.ts';
import type { Person } from '../support/api-server.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, choose, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
let as: Person;
let address: string;
/** A candidate of the third level or below, and the root above it. */
let below: string;
let root: string;
let candidates: number;

beforeAll(async () => {
  server = await consoleServer();
  const inspection_id = await server.inspect();
  as = await server.person('platform');
  address = `/network/${inspection_id}`;
  const params = { inspection_id, tree: 'sponsor' } as const;
  const ask = server.api.client(as.headers);
  const found = await ask(networkCandidates, { params, query: { limit: 20 } });
  expect.assert(found.ok);
  candidates = found.body.total;
  below = found.body.items.find(({ level }) => level >= 3)?.member_id ?? '';
  const member = await ask(networkMember, { params: { ...params, member_id: below } });
  expect.assert(member.ok);
  root = member.body.path[0]?.id ?? '';
});
afterAll(async () => await server.end());

const box = (page: Page) => page.getByRole('application');

/** The picture has been painted: so many glyphs. */
async function painted(page: Page): Promise<number> {
  await page.locator('[data-glyphs]').waitFor();
  return Number(await box(page).getAttribute('data-glyphs'));
}

async function isQuiet(page: Page): Promise<void> {
  expect(await noise(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
}

/** Tones at the middle of the picture: something is drawn there, and not the same. */
async function tones(page: Page): Promise<number> {
  return Number(
    await page.evaluate(`(() => {
      const canvas = document.querySelector('[role=application] canvas');
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const pen = copy.getContext('2d', { willReadFrequently: true });
      pen.drawImage(canvas, 0, 0);
      const { data } = pen.getImageData(0, 0, copy.width, copy.height);
      const seen = new Set();
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] > 0) seen.add(data[at] * 65536 + data[at + 1] * 256 + data[at + 2]);
      }
      return seen.size;
    })()`),
  );
}

describe('the network', () => {
  it('is drawn, and a candidate is looked at, with its upline, days and money', async () => {
    const page = await openPage(server, address, { as });
    expect(await painted(page)).toBeGreaterThan(50);
    expect(await tones(page)).toBeGreaterThan(5);
    await page.getByRole('table', { name: '组织者候选人' }).waitFor();
    await shoot(page, 'network-1440-zh');
    await page.getByLabel('查找会员').fill(below);
    await page.getByRole('button', { name: '查找', exact: true }).click();
    const found = page.getByRole('list', { name: '找到的会员' });
    await found.getByText(below, { exact: true }).click();
    const panel = page.getByRole('complementary', { name: '会员' });
    await panel.getByRole('heading', { name: below, exact: true }).waitFor();
    await panel.getByText('达标日期').waitFor();
    expect(new URL(page.url()).searchParams.get('member')).toBe(below);
    await choose(page, '颜色表示', '层级');
    await panel.getByText('所得来自').waitFor();
    await shoot(page, 'network-1440-zh-member');
    // Up the path to the root, where the data say it is.
    await panel.getByRole('list', { name: '上级路径' }).getByRole('button').first().click();
    await panel.getByRole('heading', { name: root, exact: true }).waitFor();
    const load = page.getByRole('button', { name: '保存图片' });
    const [picture] = await Promise.all([page.waitForEvent('download'), load.click()]);
    expect(picture.suggestedFilename()).toMatch(/^network-sponsor-[\d-]+\.png$/);
    await isQuiet(page);
    await page.context().close();
  });

  it('is walked by keys and by months, and saved as a table', async () => {
    const page = await openPage(server, address, { as, language: 'en', width: 390, look: 'dark' });
    await painted(page);
    await shoot(page, 'network-390-en-dark');
    const before = await tones(page);
    await box(page).focus();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('0');
    const slider = page.getByRole('slider');
    await slider.fill('2');
    expect(new URL(page.url()).searchParams.get('month')).toMatch(/^\d{4}-\d\d$/);
    // Most had not joined: they are only hinted at.
    await expect.poll(async () => await tones(page)).not.toBe(before);
    await page.getByText('Show all').click();
    const save = page.getByRole('button', { name: 'Save the table' });
    const [table] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const lines = (await readFile(await table.path(), 'utf8')).trim().split('\n');
    // The head, and a line each.
    expect(lines.length).toBe(1 + candidates);
    await page.getByText('Two ways of counting').click();
    await page.getByText('Members counted differently').first().waitFor();
    await shoot(page, 'network-390-en-dark-profiles');
    await isQuiet(page);
    await page.context().close();
  });

  it('says which inspections have one, and leads there', async () => {
    const page = await openPage(server, '/network', { as });
    await page.getByRole('link', { name: /机构 platform-own/ }).click();
    await painted(page);
    await page.getByText('各网络').click();
    await page.getByRole('table', { name: '各网络' }).waitFor();
    await page.getByText('总体', { exact: true }).click();
    await page.getByRole('table', { name: '各级人数' }).waitFor();
    await shoot(page, 'network-1440-zh-whole');
    await isQuiet(page);
    await page.context().close();
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareConsole } from './console-server.ts';
import type { BareConsole } from './console-server.ts';
import { axe, hush, noise, openPage, shoot } from './seen-page.ts';

let server: BareConsole;
const login = 'head@example.org';
const password = 'vier grüne Rüben am Dienstag';

beforeAll(async () => {
  server = await bareConsole();
});
afterAll(async () => await server.end());

async function submit(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.locator('button[type=submit]').click();
}

/** Fails where a page says anything it should not, or some cannot use it. */
async function isQuiet(page: Page): Promise<void> {
  expect(await noise(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
}

describe('signing in', () => {
  it('begins with a set-up: its link makes the first tenant and administrator', async () => {
    const early = await openPage(server, '/');
    await early.getByText('本系统尚未设置').waitFor();
    expect(await early.getByText('演示环境').count()).toBe(0);
    await shoot(early, 'sign-in-not-set-up');
    await isQuiet(early);
    await early.context().close();

    const page = await openPage(server, `/setup#token=${server.api.setup}`);
    await page.getByText('行业协会').waitFor();
    await shoot(page, 'setup-1440-zh');
    await isQuiet(page);
    await submit(page, {
      机构名称: '某市市场监督管理局',
      您的姓名: '王五',
      登录名: login,
      密码: password,
    });
    await page.getByRole('heading', { name: '总览' }).waitFor();
    expect(await page.getByRole('button', { name: '账户与机构' }).innerText()).toContain('王五');
    await isQuiet(page);
    await page.context().close();
  });

  it('says what is wrong, then goes on to where one wanted to be; and signs out', async () => {
    const page = await openPage(server, '/no/such/page?a=1', { language: 'en', width: 390 });
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(new URL(page.url()).search).toBe('?to=%2Fno%2Fsuch%2Fpage%3Fa%3D1');
    await shoot(page, 'sign-in-390-en');
    await isQuiet(page);
    await submit(page, { 'Login name': login, Password: 'wrong' });
    expect(await page.getByRole('alert').innerText()).toContain('auth.wrong');
    await shoot(page, 'sign-in-wrong-390-en');
    // The browser itself puts the refused request into its log.
    hush(page);
    await submit(page, { Password: password });
    // Whoever has chosen no language here is spoken to in that of the account.
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/no/such/page');
    await isQuiet(page);
    await page.getByRole('button', { name: '账户与机构' }).click();
    await shoot(page, 'user-menu-390-zh');
    await page.getByRole('menuitemradio', { name: '深色' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await isQuiet(page);
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await shoot(page, 'sign-in-390-en-dark');
    // The browser tells that it forgot what it kept of the session, as it was asked to.
    hush(page);
    await isQuiet(page);
    await page.context().close();
  });

  it('never leads away: an address of somebody else is not gone to', async () => {
    const page = await openPage(server, '/sign-in?to=%2F%2Fevil.test%2F');
    await submit(page, { 登录名: login, 密码: password });
    await page.getByRole('heading', { name: '总览' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/console');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor();
    await isQuiet(page);
    await page.context().close();
  });

  it('has no use for a link that is not whole, in whatever frame', async () => {
    for (const path of ['/link', '/invitation']) {
      const page = await openPage(server, path);
      await page.getByRole('heading', { name: '链接不完整' }).waitFor();
      await isQuiet(page);
      await page.context().close();
    }
  });
});

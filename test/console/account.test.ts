import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareConsole } from './console-server.ts';
import type { BareConsole } from './console-server.ts';
import { axe, hush, noise, openPage, shoot } from './seen-page.ts';

let server: BareConsole;
const login = 'head@example.org';
const password = 'vier grüne Rüben am Dienstag';
const next_password = 'fünf blaue Äpfel im Februar';
/** What the authenticator and the drawer hold after the first journey. */
const kept: { secret: string; codes: readonly string[] } = { secret: '', codes: [] };

beforeAll(async () => {
  // As beyond loopback: without a second factor the server refuses all but the account itself.
  server = await bareConsole({ second_factor: 'required' });
});
afterAll(async () => await server.end());

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

async function isQuiet(page: Page): Promise<void> {
  expect(await noise(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
}

/** What the authenticator shows now; a step later than what was used before. */
function code(): string {
  server.api.wait(30);
  return new TOTP({ secret: kept.secret }).generate({ timestamp: server.api.now().getTime() });
}

async function signIn(page: Page, word: string, factor: string): Promise<void> {
  await fill(page, { 'Login name': login, Password: word });
  await page.locator('button[type=submit]').click();
  await page.getByLabel('One-time code', { exact: true }).fill(factor);
  // The browser logs the refused first try.
  hush(page);
  await page.locator('button[type=submit]').click();
}

describe('a second factor that is required', () => {
  it('leads a fresh user to set it up, says why, and on to where it wanted to be', async () => {
    const page = await openPage(server, `/setup#token=${server.api.setup}`);
    await fill(page, {
      机构名称: '某市市场监督管理局',
      您的姓名: '王五',
      登录名: login,
      密码: password,
    });
    await page.locator('button[type=submit]').click();
    await page.getByRole('heading', { name: '请先启用第二因素' }).waitFor();
    await page.getByText('本次会话').waitFor();
    await shoot(page, 'account-needed-1440-zh');
    await isQuiet(page);
    // No way round it.
    await page.getByRole('link', { name: '总览' }).click();
    await page.getByRole('heading', { name: '请先启用第二因素' }).waitFor();
    expect(new URL(page.url()).search).toBe('?to=%2F');

    await page.getByRole('button', { name: '开始设置' }).click();
    await page.locator('input[name=password]').fill('not this one');
    await page.getByRole('button', { name: '开始设置' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('auth.wrong');
    await page.locator('input[name=password]').fill(password);
    await page.getByRole('button', { name: '开始设置' }).click();
    await page.getByRole('img', { name: '验证器二维码' }).waitFor();
    hush(page);
    const address = await page
      .getByRole('link', { name: '在本机的验证器应用中打开' })
      .getAttribute('href');
    kept.secret = new URL(address ?? '').searchParams.get('secret') ?? '';
    expect(kept.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).toBe(
      kept.secret.match(/.{4}/g)?.join(' '),
    );
    await shoot(page, 'account-scan-1440-zh');
    await isQuiet(page);

    await page.getByLabel('验证码', { exact: true }).fill('000000');
    await page.getByRole('button', { name: '启用第二因素' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('auth.second_factor_wrong');
    hush(page);
    await page.getByLabel('验证码', { exact: true }).fill(code());
    await page.getByRole('button', { name: '启用第二因素' }).click();
    const sheet = page.getByRole('region', { name: '恢复码' });
    await sheet.waitFor();
    kept.codes = await sheet.getByRole('listitem').allInnerTexts();
    expect(new Set(kept.codes).size).toBe(10);
    await shoot(page, 'account-codes-1440-zh');
    await isQuiet(page);
    await page.getByRole('button', { name: '我已保存，继续' }).click();
    await page.getByRole('heading', { name: '总览' }).waitFor();
    await page.goto(`${server.api.url}console/account`);
    await page.getByText('已启用').waitFor();
    expect(await page.getByText(kept.codes[0] ?? 'none').count()).toBe(0);
    await isQuiet(page);
    await page.context().close();
  });

  it('is asked for at the next sign-in; language and look outlive the session', async () => {
    const page = await openPage(server, '/account', { language: 'en', width: 390 });
    await signIn(page, password, code());
    // The user's own language.
    await page.getByRole('heading', { name: '登录会话' }).waitFor();
    await page.getByRole('radio', { name: 'English' }).check();
    await page.getByRole('button', { name: 'Account and organisation' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await shoot(page, 'account-390-en-dark');
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    const choices = (await page.evaluate(
      `[localStorage['polyprism.language'], document.documentElement.dataset.theme]`,
    )) as readonly string[];
    expect(choices).toEqual(['en', 'dark']);
    hush(page);
    await isQuiet(page);
    await page.context().close();
  });
});

describe('the account', () => {
  it('changes the password, which ends the sessions elsewhere', async () => {
    const elsewhere = await openPage(server, '/account', { language: 'en' });
    await signIn(elsewhere, password, kept.codes[0] ?? '');
    await elsewhere.getByRole('heading', { name: '登录会话' }).waitFor();
    await elsewhere.getByRole('radio', { name: 'English' }).check();
    await shoot(elsewhere, 'account-1440-en');
    await isQuiet(elsewhere);

    const page = await openPage(server, '/account', { language: 'en', width: 390 });
    await signIn(page, password, kept.codes[1] ?? '');
    await page.getByRole('radio', { name: 'English' }).check();
    // The session of the set-up, and the one elsewhere.
    await page.getByRole('button', { name: 'End all others' }).waitFor();
    const change = async (again: string): Promise<void> => {
      await fill(page, {
        'Current password': password,
        'New password': next_password,
        'New password again': again,
      });
      await page.getByRole('button', { name: 'Change password' }).click();
    };
    await change('something else');
    await page.getByText('The two new passwords are not the same.').waitFor();
    await change(next_password);
    await page.getByText('The password is changed.').waitFor();
    await isQuiet(page);
    await elsewhere.reload();
    await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor();
    await elsewhere.context().close();
    await page.context().close();
  });

  it('ends other sessions once it was shown again who is there, and asks that once', async () => {
    const others: Page[] = [];
    for (const at of [2, 3]) {
      const one = await openPage(server, '/account', { language: 'en' });
      await signIn(one, next_password, kept.codes[at] ?? '');
      await one.getByRole('heading', { name: '登录会话' }).waitFor();
      others.push(one);
    }
    const page = await openPage(server, '/account', { language: 'en', width: 390 });
    await signIn(page, next_password, kept.codes[4] ?? '');
    // These two, this one, and the one that changed the password.
    const list = page.getByRole('region', { name: '登录会话' }).getByRole('listitem');
    await list.nth(3).waitFor();
    expect(await list.count()).toBe(4);
    // Longer than a confirmation holds.
    server.api.wait(20 * 60);
    const dialog = page.getByRole('dialog', { name: '请再次验证身份' });
    await page.getByRole('button', { name: '结束', exact: true }).first().click();
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'hidden' });
    // Not shown who is there: nothing was done, and it is said why.
    expect(await page.getByRole('alert').innerText()).toContain('auth.confirm_needed');
    expect(await list.count()).toBe(4);

    await page.getByRole('button', { name: '结束其他全部会话' }).click();
    await dialog.getByLabel('密码', { exact: true }).fill('not this one');
    await dialog.getByRole('button', { name: '验证并继续' }).click();
    expect(await dialog.getByRole('alert').innerText()).toContain('auth.wrong');
    hush(page);
    await shoot(page, 'account-confirm-390-zh');
    expect(await axe(page)).toEqual([]);
    await dialog.getByLabel('密码', { exact: true }).fill(next_password);
    await dialog.getByRole('button', { name: '验证并继续' }).click();
    await dialog.waitFor({ state: 'hidden' });
    // All three end after one confirmation.
    await list.nth(1).waitFor({ state: 'detached' });
    expect(await list.count()).toBe(1);
    expect(await page.getByRole('alert').count()).toBe(0);
    await shoot(page, 'account-390-zh');
    hush(page);
    await isQuiet(page);
    for (const one of others) {
      await one.reload();
      await one.getByRole('heading', { name: '登录' }).waitFor();
      await one.context().close();
    }
    await page.context().close();
  });
});

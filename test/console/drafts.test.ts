import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/api-server.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, hush, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
let as: Person;

beforeAll(async () => {
  server = await consoleServer();
  as = await server.person('regulator', ['handler']);
  await server.inspect();
});
afterAll(async () => await server.end());

describe('a draft of a standard', () => {
  it('is begun, told its mistakes at their lines, saved, tested, and tried on data', async () => {
    const page = await openPage(server, '/drafts', { as });
    await page.getByRole('heading', { name: '尚无草案' }).waitFor();
    await shoot(page, 'drafts-1440-zh');
    await page.getByLabel('名称').fill('退款规范 <b>草案</b>');
    await page.getByLabel('标准包编号').fill('ours');
    await page.getByRole('button', { name: '开始起草' }).click();
    const editor = page.getByRole('textbox', { name: 'provisions/ours.refund-in-time.md' });
    await editor.waitFor();
    await page.getByText('未发现错误').waitFor();
    const text = await editor.inputValue();
    await editor.fill(text.replace('status: experimental', 'status: good'));
    const line = text.split('\n').indexOf('status: experimental') + 1;
    await page.getByRole('button', { name: `${line}:9` }).click();
    expect(await page.evaluate(`getSelection().toString()`)).toBe('good');
    expect(await page.getByRole('button', { name: '运行', exact: true }).isDisabled()).toBe(true);
    await shoot(page, 'draft-1440-zh-wrong');
    await editor.fill(text.replace('status: experimental', 'status: tested'));
    await page.getByText('未发现错误').waitFor();
    await page.getByRole('button', { name: '保存修订' }).click();
    await page.getByText('第 2 次修订', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: '运行', exact: true }).click();
    await page.getByText('全部通过').waitFor();
    await page.getByRole('button', { name: '试运行', exact: true }).click();
    // On the data of a platform it supervises.
    await page.getByText(/^发现 \d+ 项（判断基准日/).waitFor();
    await shoot(page, 'draft-1440-zh');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });

  it('is kept from being written over by somebody who read it before', async () => {
    const look = { as, language: 'en', width: 390, look: 'dark' } as const;
    const page = await openPage(server, '/drafts', look);
    await page.getByRole('link', { name: '退款规范 <b>草案</b>' }).click();
    const editor = page.getByRole('textbox', { name: 'provisions/ours.refund-in-time.md' });
    await editor.waitFor();
    const other = await openPage(
      server,
      new URL(page.url()).pathname.replace('/console', ''),
      look,
    );
    for (const [at, word] of [
      [other, 'stable'],
      [page, 'superseded'],
    ] as const) {
      const box = at.getByRole('textbox', { name: 'provisions/ours.refund-in-time.md' });
      await box.fill((await box.inputValue()).replace('status: tested', `status: ${word}`));
      await at.getByRole('button', { name: 'Save a revision' }).click();
      if (at === other) await at.getByText('Saved as revision 3').waitFor();
    }
    await page.getByText('draft.changed').waitFor();
    hush(page);
    // What was written is still there.
    expect(await editor.inputValue()).toContain('status: superseded');
    await shoot(page, 'draft-390-en-dark');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectionsAccounting } from '../../src/server/contract/accounting.ts';
import { inspectionsList } from '../../src/server/contract/inspections.ts';
import { sampleDump } from '../support/sample-input.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, choose, hush, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;

beforeAll(async () => {
  server = await consoleServer();
});
afterAll(async () => await server.end());

/** Three rows; the last one has no day that can be read. */
const orders = `order no,buyer,total,paid amount,create time,pay time,status
A1,1,100.00,100.00,2024-02-01 10:00:00,2024-02-01 10:01:00,paid
A2,2,50.00,50.00,2024-02-02 10:00:00,2024-02-02 10:01:00,paid
A3,2,70.00,70.00,2024-02-03 10:00:00,yesterday,paid
`;

describe('imports', () => {
  it('takes a dump from the drop to the account of its rows', async () => {
    const as = await server.person('platform');
    const page = await openPage(server, '/imports', { as });
    await page.getByText('尚无检查').waitFor();
    await shoot(page, 'imports-1440-zh-empty');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '商城.sql', mimeType: 'text/plain', buffer: await sampleDump() });
    await page.getByText('已上传').waitFor();
    await page.getByText('CRMEB (PHP) 4.4+').first().waitFor();
    await shoot(page, 'imports-1440-zh-detected');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '开始检查' }).click();
    await page.getByText('逐行账').waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'report.html' }).waitFor();
    await shoot(page, 'inspection-1440-zh');
    const [id = ''] = /[^/]+$/.exec(page.url()) ?? [];
    const asked = await server.api.client(as.headers)(inspectionsAccounting, {
      params: { inspection_id: id },
    });
    expect.assert(asked.ok);
    // Counted here from the raw tables, not by the page.
    const sum = asked.body.raw_tables.reduce((total, { present }) => total + present, 0);
    const text = await page.getByText('行在文件中').first().innerText();
    expect(text.replaceAll(/\D/g, '')).toBe(String(sum));
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'findings.csv' }).click();
    expect((await saved).suggestedFilename()).toBe('findings.csv');
    await page.context().close();
  });

  it('has a column chosen anew, and a mapping that is wrong shown at its place', async () => {
    const as = await server.person('association');
    const page = await openPage(server, '/imports', { as, language: 'en', width: 390 });
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(orders) });
    await page.getByLabel('Which column is order.paid_minor').waitFor();
    await shoot(page, 'imports-390-en-detected');
    await choose(page, 'Which column is order.paid_minor', /^total/);
    await page.getByText('The mapping was changed').waitFor();
    await page.getByText('The mapping as a file').click();
    const editor = page.getByRole('textbox', { name: 'The mapping as a file' });
    const text = await editor.inputValue();
    expect(text).toMatch(/paid_minor:\s*\{?\s*column: total/);
    await editor.fill(text.replace('as: money_major', 'as: gold'));
    await page.getByRole('button', { name: 'Inspect', exact: true }).click();
    const line = text.split('\n').findIndex((one) => one.includes('as: money_major')) + 1;
    await page.getByRole('button', { name: new RegExp(`^${line}:\\d+$`) }).waitFor();
    await shoot(page, 'imports-390-en-wrong');
    hush(page);
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await editor.fill(text);
    await page.getByRole('button', { name: 'Inspect', exact: true }).click();
    await page.getByText('Every row accounted for').waitFor({ timeout: 60_000 });
    await shoot(page, 'inspection-390-en');
    expect(await page.getByText('in the files').first().innerText()).toContain('3');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    const { headers } = as;
    const made = await server.api.client(headers)(inspectionsList, { query: {} });
    expect.assert(made.ok);
    expect(made.body.items.map(({ title }) => title)).toEqual(['orders']);
    await page.context().close();
  });

  it('goes on where it was paused', async () => {
    const as = await server.person('regulator');
    const page = await openPage(server, '/imports', { as, look: 'dark' });
    let parts = 0;
    // The first part is held until the pause is asked for.
    let letGo = (): void => undefined;
    const paused = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/api/v1/uploads/*', async (route) => {
      if (route.request().method() !== 'PATCH') return await route.continue();
      parts += 1;
      if (parts === 1) await paused;
      return await route.continue();
    });
    const buffer = Buffer.alloc(5 * 1024 * 1024, 'member id,name\n1,a\n');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'members.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: '暂停' }).click();
    letGo();
    await page.getByText('已暂停').waitFor();
    expect(await page.getByText('4.2 MB / 5.2 MB').count()).toBe(1);
    await shoot(page, 'imports-1440-zh-dark-paused');
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByText('已上传').waitFor();
    expect(parts).toBe(2);
    expect(await noise(page)).toEqual([]);
    await page.context().close();
  });
});

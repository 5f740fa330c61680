import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { systemActor } from '../../src/store/store.ts';
import { publicationIn } from '../support/published.ts';
import { committed, published } from '../support/slow-draw.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, hush, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
let bag: Buffer;
let key: string;

beforeAll(async () => {
  server = await consoleServer();
  const matter = await server.complaint('洗发水漏液，商家拒绝退货');
  const { headers } = await server.person('regulator');
  const at = (path: string): URL => new URL(path, server.api.url);
  const answer = await fetch(at(`/api/v1/matters/${matter}/bag`), { headers });
  expect(answer.status).toBe(200);
  bag = Buffer.from(await answer.arrayBuffer());
  key = await (await fetch(at('/log/key'))).text();
});
afterAll(async () => await server.end());

async function give(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.locator('input[type=file]').first();
  await chooser.setInputFiles({ name, mimeType: 'application/zip', buffer });
}

/** Promises by how they stand, once the outcome with this conclusion is there. */
async function standing(page: Page, conclusion: string): Promise<Record<string, string[]>> {
  await page.locator(`[data-conclusion=${conclusion}]`).waitFor();
  const rows = await page
    .locator('[data-promise]')
    .evaluateAll((all) =>
      all.map((row) => [row.getAttribute('data-state'), row.getAttribute('data-promise')]),
    );
  const found: Record<string, string[]> = {};
  for (const [state, promise] of rows) (found[state ?? ''] ??= []).push(promise ?? '');
  return found;
}

/** The bag with one letter of its text changed. */
function flipped(text: string): Buffer {
  const at = bag.indexOf(text);
  expect(at).toBeGreaterThan(0);
  const other = Buffer.from(bag);
  other.writeUInt8(other.readUInt8(at) ^ 1, at);
  return other;
}

async function isQuiet(page: Page): Promise<void> {
  expect(await noise(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
}

describe('a bag verified by anybody, without an account', () => {
  it('is held to the key of the site; nothing of it is sent', async () => {
    const page = await openPage(server, '/public/verify');
    await page.getByText('文件不离开浏览器').waitFor();
    await shoot(page, 'verify-1440-zh');
    const sent: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      sent.push(`${request.method()} ${pathname} ${request.postData() ?? ''}`);
    });
    await give(page, '<img src=x onerror=alert(1)>.zip', bag);
    // A matter under way whose owner sees it whole: what its kind does not have is not promised.
    expect(await standing(page, 'kept')).toEqual({
      kept: 'archive names form payload complete tags seal statements events log checkpoint'.split(
        ' ',
      ),
      not_made: ['findings', 'inputs', 'timestamp', 'custody'],
    });
    await page.getByRole('heading', { name: '核对通过' }).waitFor();
    await page.getByText('如果您怀疑的正是本站').waitFor();
    await page.getByText(key.trim()).waitFor();
    expect(sent.filter((one) => !one.includes('/assets/'))).toEqual(['GET /log/key ']);
    await shoot(page, 'verify-kept-1440-zh');
    await isQuiet(page);
    await page.context().close();
  });

  it('is refused for one changed letter, with the file named', async () => {
    const page = await openPage(server, '/public/verify', { language: 'en', width: 390 });
    await page.getByRole('heading', { name: 'Nothing leaves the browser' }).waitFor();
    await shoot(page, 'verify-390-en');
    await give(page, 'bag.zip', flipped('"title"'));
    const { broken = [] } = await standing(page, 'broken');
    expect(broken).toContain('payload');
    const row = page.locator('[data-promise=payload]');
    expect(await row.innerText()).toMatch(/changed: data\/\w+\.\w+/);
    await page.getByRole('heading', { name: 'Not verified' }).waitFor();
    await shoot(page, 'verify-broken-390-en');
    await isQuiet(page);
    await page.context().close();
  });

  it('is verified without a network, with keys of one’s own or none', async () => {
    const page = await openPage(server, '/public/verify', { width: 390, look: 'dark' });
    await page.getByText('文件不离开浏览器').waitFor();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.getByText('不用公钥').click();
    await give(page, 'bag.zip', bag);
    const { untold = [] } = await standing(page, 'untold');
    expect(untold).toEqual(['seal', 'statements', 'checkpoint']);
    await page.getByText('整包伪造的证据包也能做到这一点').waitFor();
    await shoot(page, 'verify-untold-390-zh-dark');
    await isQuiet(page);
    await page.getByText('我自己提供公钥').click();
    await page.getByLabel('公钥', { exact: true }).fill(`# 公告\n${key.slice(0, -4)}`);
    await page.getByRole('button', { name: '重新核对' }).click();
    await page.getByRole('alert').getByText('第 2 行不是公钥').waitFor();
    await page.getByLabel('公钥', { exact: true }).fill(`# 公告\n${key}`);
    await page.getByRole('button', { name: '重新核对' }).click();
    expect((await standing(page, 'kept'))['untold']).toBeUndefined();
    await isQuiet(page);
    await page.context().close();
  });

  it('says of what is no bag, and of a site that does not answer, what is wrong', async () => {
    const page = await openPage(server, '/public/verify', { language: 'en' });
    await give(page, 'notes.zip', Buffer.from('not an archive'));
    expect((await standing(page, 'broken'))['broken']?.[0]).toBe('archive');
    await page.getByText('no ZIP archive').waitFor();
    await page.route('**/log/key', (route) => route.abort());
    await give(page, 'bag.zip', bag);
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    hush(page);
    await page.unroute('**/log/key');
    await page.getByRole('button', { name: 'Try again' }).click();
    await standing(page, 'kept');
    await shoot(page, 'verify-kept-1440-en');
    await isQuiet(page);
    await page.context().close();
  });

  it('is a draw too, drawn again in the page from what the site or the visitor has', async () => {
    const draw: JsonObject = JSON.parse(JSON.stringify({ committed, published }));
    const kind = { kind: 'draw', title: '2026 年第 1 次抽查', subject: null } as const;
    const id = await publicationIn(server.api, 'regulator-own', 'draw-1', { ...kind, draw });
    const page = await openPage(server, '/public/status');
    await page.goto(new URL('/public/zh/draws', server.api.url).href);
    await page.getByRole('link', { name: '在浏览器中重新抽取核对' }).click();
    const all = ['form', 'record', 'lists', 'seeds', 'beacon', 'result'];
    expect(await standing(page, 'kept')).toEqual({ kept: all });
    await page.getByRole('cell', { name: 's11' }).waitFor();
    await page.getByText('从 12 个对象中抽取 4 个，检查人员共 5 名。').waitFor();
    await shoot(page, 'verify-draw-1440-zh');
    await isQuiet(page);
    await page.context().close();
    const own = await openPage(server, '/public/verify', {
      language: 'en',
      width: 390,
      look: 'dark',
    });
    await own.getByRole('heading', { name: 'How a draw is verified' }).waitFor();
    await own.waitForLoadState('networkidle');
    await own.context().setOffline(true);
    const other = { committed, published: { ...published, result: published.result.toReversed() } };
    await give(own, 'draw.json', Buffer.from(JSON.stringify(other)));
    await standing(own, 'broken');
    const row = own.locator('[data-promise=result]');
    expect(await row.innerText()).toContain('At place 1 the lists and seeds give "s11"');
    await shoot(own, 'verify-draw-broken-390-en-dark');
    await isQuiet(own);
    await own.context().setOffline(false);
    await server.api.store.as(systemActor, async ({ db }) =>
      db
        .updateTable('publication')
        .set({ content: null, withdrawn_on: '2026-03-02', why: 'mistaken' })
        .where('id', '=', id)
        .execute(),
    );
    await own.goto(new URL(`/console/public/verify?draw=${id}`, server.api.url).href);
    await own.getByRole('alert').getByText('The draw was withdrawn').waitFor();
    await own.context().close();
  });
});

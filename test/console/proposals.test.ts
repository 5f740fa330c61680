import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPack } from '../../src/packs/skeleton/new-pack.ts';
import { draftsCreate } from '../../src/server/contract/drafts.ts';
import { findingsList } from '../../src/server/contract/findings.ts';
import { lineDiff } from '../../console/src/parts/line-diff.ts';
import type { Person } from '../support/api-server.ts';
import { inspectedUpload, uploadedText } from '../support/inspected-upload.ts';
import { consoleServer, tenantOf } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, choose, noise, openPage, shoot } from './seen-page.ts';

const publisher = `机构 ${tenantOf.association}`;
const hostile = '<img src=x onerror=alert(1)>七日太长';
let server: ConsoleServer;
let author: Person;

/** The skeleton of a pack in a version, with so many days for refunds, as a draft; a tale of it. */
async function drafted(title: string, version: string, by: Person): Promise<void> {
  const files = [...newPack({ id: 'group-buying', publisher })].map(([name, text]) => ({
    name,
    text: text
      .replace('version: 0.1.0', `version: ${version}`)
      .replace('group-buying 标准', '社区团购售后服务规范')
      .replace('Standard of group-buying', 'After-sale service in community group buying'),
  }));
  const made = await server.api.client(by.headers)(draftsCreate, { body: { title, files } });
  if (!made.ok) throw new Error(made.problem.en);
}

beforeAll(async () => {
  server = await consoleServer();
  author = await server.person('association');
  await drafted('售后规范草案', '1.0.0', author);
});
afterAll(async () => await server.end());

async function isQuiet(page: Page): Promise<void> {
  expect(await noise(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
}

/** Opens a step, says why where that is asked for, and takes it. */
async function take(page: Page, verb: string, reason: string | null): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (reason !== null) await dialog.getByLabel('理由').fill(reason);
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe('a standard in the console', () => {
  let at = '';

  it('is proposed and put out for comment', async () => {
    const page = await openPage(server, '/proposals', { as: author });
    await page.getByText('还没有提案').waitFor();
    await page.getByRole('button', { name: '提出标准' }).click();
    await choose(page, '草案', /售后规范草案/);
    await page.getByLabel('目的与说明').fill('统一会员企业的退款期限。');
    await shoot(page, 'proposals-propose-1440-zh');
    await page.getByRole('button', { name: '提出', exact: true }).click();
    await page.getByRole('heading', { name: '社区团购售后服务规范' }).waitFor();
    at = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await take(page, '公开征求意见', null);
    await page.getByText('征求意见中').waitFor();
    await page.getByText('2026-04-01').first().waitFor();
    await shoot(page, 'proposal-open-1440-zh');
    await isQuiet(page);
    await page.context().close();
  });

  it('is read by anybody on a telephone, without an account, who gives an opinion', async () => {
    const page = await openPage(server, '/public/standards', { width: 390, look: 'dark' });
    await page.getByRole('link', { name: '社区团购售后服务规范' }).click();
    await page.getByText('意见截止 2026-04-01').waitFor();
    await page.getByText('经营者收到退回的商品后，应在七日内退款。').first().waitFor();
    await page.getByLabel('意见内容').fill(hostile);
    await page.getByLabel('署名').fill('王女士');
    await shoot(page, 'public-standard-390-zh-dark');
    await isQuiet(page);
    await page.getByRole('button', { name: '提交意见' }).click();
    await page.getByRole('heading', { name: '意见已提交' }).waitFor();
    // Nobody has read it yet.
    await page.getByText('还没有已处理的意见').waitFor();
    expect(await page.getByText(hostile).count()).toBe(0);
    await isQuiet(page);
    await page.context().close();
  });

  it('is answered, reviewed by another, signed and published', async () => {
    server.api.wait(31 * 86_400);
    author = await server.person('association');
    const page = await openPage(server, `/proposals/${at}`, { as: author });
    await page.getByText('意见处理中').waitFor();
    await page.getByRole('button', { name: '处理', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('部分采纳').click();
    await dialog.getByLabel('理由').fill('期限改为六日。');
    await shoot(page, 'proposal-answer-1440-zh');
    await isQuiet(page);
    await dialog.getByRole('button', { name: '提交处理结果' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('1／1 条已处理').waitFor();
    await take(page, '送审', null);
    await page.getByText('您参与了起草或提案').waitFor();
    await page.context().close();

    const approver = await server.person('association', ['approver']);
    const review = await openPage(server, `/proposals/${at}`, { as: approver });
    await take(review, '批准', null);
    await take(review, '签名并发布', null);
    await review.getByText('polyprism pack verify group-buying-1.0.0.tgz').waitFor();
    await shoot(review, 'proposal-published-1440-zh');
    await isQuiet(review);
    await review.context().close();

    const open = await openPage(server, `/public/standards/${at}`, { language: 'en' });
    await open.getByText('Accepted in part').waitFor();
    // Text, nothing else.
    await open.getByText(hostile).waitFor();
    const file = await open.evaluate<number>(
      `fetch(document.querySelector('a[href$="pack.tgz"]').href).then(({ status }) => status)`,
    );
    expect(file).toBe(200);
    await shoot(open, 'public-standard-1440-en');
    await isQuiet(open);
    await open.context().close();
  });

  it('is proposed again in a later version, with what differs from the one before', async () => {
    await drafted('第二版', '1.1.0', author);
    const page = await openPage(server, '/proposals', { as: author, width: 390, language: 'en' });
    await page.getByText('Published', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Propose a standard' }).click();
    await choose(page, 'Draft', /第二版/);
    await page.getByLabel('What it is for').fill('A later version.');
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await page.getByText('Nothing differs').waitFor();
    await choose(page, 'File', 'pack.yaml');
    await page.getByText('− version: 1.0.0').waitFor();
    await page.getByText('+ version: 1.1.0').waitFor();
    await isQuiet(page);
    await shoot(page, 'proposal-390-en');
    await page.context().close();
  });

  it('judges the data of those who trust its publisher', async () => {
    const decider = await server.person('platform', ['approver']);
    const page = await openPage(server, '/proposals/part/publishers', { as: decider });
    await page.getByText('未信任').waitFor();
    await page.getByRole('button', { name: '信任', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('已通过电话核对公钥。');
    await dialog.getByRole('button', { name: '信任', exact: true }).click();
    await page.getByText('已信任').waitFor();
    await shoot(page, 'publishers-1440-zh');
    await isQuiet(page);
    await page.getByRole('link', { name: '已发布标准' }).click();
    await page.getByText('group-buying 1.0.0').waitFor();
    await page.getByText('现行').waitFor();
    await shoot(page, 'editions-1440-zh');
    await isQuiet(page);
    await page.context().close();
  });

  it('is named by what it finds, which leads to its text', async () => {
    const person = await server.person('platform');
    const call = server.api.client(person.headers);
    // Received on 5 March (Shanghai), refunded after eight days.
    const csv = [
      'after_sale_id,received_back_at,refunded_at,refunded_minor',
      'late,2026-03-05T02:00:00Z,2026-03-13T02:00:00Z,100',
    ].join('\n');
    const upload_id = await uploadedText(call, 'after_sale.csv', `${csv}\n`);
    const { id: inspection_id } = await inspectedUpload(call, upload_id);
    const query = { inspection_id, provision: 'group-buying.refund-in-time' };
    const found = await call(findingsList, { query });
    const id = found.ok ? found.body.items[0]?.id : undefined;
    const page = await openPage(server, `/findings/${id ?? ''}`, { as: person });
    const standard = page.getByRole('link', { name: `group-buying 1.0.0（${publisher}）` });
    await standard.waitFor();
    await shoot(page, 'finding-of-standard-1440-zh');
    await isQuiet(page);
    await standard.click();
    await page.getByRole('heading', { name: '社区团购售后服务规范' }).waitFor();
    await page.context().close();
  });
});

describe('what differs between two texts', () => {
  it('is told line by line', () => {
    const told = (before: string, after: string) =>
      lineDiff(before, after).map(({ kind, lines }) => `${kind} ${lines.join('|')}`);
    expect(told('a\nb\nc\n', 'a\nx\nc\n')).toEqual(['same a', 'gone b', 'new x', 'same c']);
    expect(told('a\nb\n', 'a\nb\n')).toEqual(['same a|b']);
    expect(told('', 'a\nb\n')).toEqual(['new a|b']);
    expect(told('a\n', '')).toEqual(['gone a']);
    expect(told('a\na\n', 'a\n')).toEqual(['same a', 'gone a']);
    expect(told('a\nb\nc\nd\n', 'b\nd\ne\n')).toEqual([
      'gone a',
      'same b',
      'gone c',
      'same d',
      'new e',
    ]);
  });
});

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publicPolicy } from '../../../src/disclosure/pages/public-page.ts';
import type { Draft } from '../../../src/disclosure/publication/publish.ts';
import { publicationsCreate } from '../../../src/server/contract/publications.ts';
import { addTenant, apiServer } from '../../support/api-server.ts';
import type { ApiServer } from '../../support/api-server.ts';
import { closePages, sharedChromium } from '../../support/chromium.ts';
import { naughtyTexts, running, scriptTexts } from '../../support/naughty.ts';
import { draftOf } from '../../support/public-draft.ts';
import { publicationIn } from '../../support/published.ts';

let api: ApiServer;
let browser: Browser;
/** One that keeps to the policy, and one that ignores it: escaping alone has to do then. */
const contexts: BrowserContext[] = [];
const kinds = ['decision', 'measure', 'recall'] as const;
const counts = new Map<string, number>();
let refused = 0;

/** A publication that says the text wherever a text may stand. */
function saying(text: string, kind: Draft['kind']): Partial<Draft> {
  const ground = { kind: 'law', title: text, article: text, version: text, why: text } as const;
  return {
    kind,
    publisher: text,
    number: text,
    title: text,
    subject: { name: text, credit_code: null, is_person: false },
    region: text,
    category: text,
    facts: text,
    outcome: text,
    basis: [text],
    reasons: {
      decided_on: null,
      told_on: null,
      effective_on: null,
      measure: text,
      scope: text,
      territory: text,
      ends_on: null,
      open_ended: null,
      facts: text,
      source: null,
      grounds: [ground],
      found_by_machine: null,
      decided_by_machine: null,
      person_on_request: null,
      redress: [{ kind: 'court', how: text }],
    },
  };
}

/** Whether the contract takes such a publication. */
function isTaken(change: Partial<Draft>): boolean {
  const { id: _, publisher, published_on, persons, minor, ends_on, ...fields } = draftOf(change);
  void [publisher, published_on, persons, minor, ends_on];
  return publicationsCreate.body.safeParse({ matter_id: 'm', ...fields }).success;
}

beforeAll(async () => {
  api = await apiServer();
  browser = await sharedChromium();
  contexts.push(await browser.newContext(), await browser.newContext({ bypassCSP: true }));
  await addTenant(api, 'amr', 'regulator');
  for (const [i, text] of [...naughtyTexts, ...scriptTexts].entries()) {
    const kind = kinds[i % kinds.length] ?? 'decision';
    const change = saying(text, kind);
    if (!isTaken(change)) {
      refused += 1;
      continue;
    }
    await publicationIn(api, 'amr', `n-${i}`, change);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
}, 300_000);
afterAll(async () => {
  await closePages(browser);
  await api.end();
});

/** A page that counts the scripts that ran. */
async function watched(context: BrowserContext | undefined): Promise<[Page, () => number]> {
  if (context === undefined) throw new Error('no browser');
  const page = await context.newPage();
  let ran = 0;
  page.on('dialog', (dialog) => {
    ran += 1;
    void dialog.dismiss();
  });
  return [page, () => ran];
}

/** Runs in the page: what could act, and how many publications stand there. */
const look = `({
  acting: document.querySelectorAll(
    'script, iframe, object, embed, img, svg, math, video, audio, form form, base, details',
  ).length,
  handlers: [...document.querySelectorAll('*')].filter((one) =>
    [...one.attributes].some(({ name, value }) =>
      name.startsWith('on') || /^\\\\s*javascript:/i.test(value))).length,
  articles: document.querySelectorAll('main article').length,
})`;

it('there are as many texts as are said', () => {
  expect(new Set(naughtyTexts).size).toBeGreaterThanOrEqual(515);
  expect(scriptTexts).toHaveLength(200);
  const texts = new Set(naughtyTexts).size;
  console.log(`${texts} texts and 200 scripts, ${refused} refused by the contract`);
});

it('the test would see a script run, and the policy alone would stop it', async () => {
  const policies: Record<string, string>[] = [{}, {}, { 'content-security-policy': publicPolicy }];
  for (const [i, headers] of policies.entries()) {
    const [page, ran] = await watched(contexts[i === 0 ? 1 : 0]);
    const body = `<!doctype html><title>a</title>${running}`;
    await page.route('**/*', async (route) =>
      route.fulfill({ body, headers: { 'content-type': 'text/html', ...headers } }),
    );
    await page.goto(api.url, { waitUntil: 'load' });
    if (i < 2) await expect.poll(ran, { timeout: 30_000 }).toBeGreaterThan(0);
    else expect(ran()).toBe(0);
    await page.close();
  }
});

it('no text of a publication runs, in any field, in either language', async () => {
  for (const context of contexts) {
    const [page, ran] = await watched(context);
    for (const kind of kinds) {
      for (const language of ['zh', 'en']) {
        await page.goto(new URL(`/public/${language}/${kind}s`, api.url).href);
        const seen: unknown = await page.evaluate(look);
        expect([kind, seen]).toEqual([
          kind,
          { acting: 0, handlers: 0, articles: counts.get(kind) },
        ]);
      }
    }
    expect(ran()).toBe(0);
    await page.close();
  }
}, 300_000);

it('nothing that is asked of the operators comes back as more than text', async () => {
  const [page, ran] = await watched(contexts[1]);
  for (const text of scriptTexts) {
    const url = new URL('/public/zh/operators', api.url);
    url.searchParams.set('asked', text);
    await page.goto(url.href, { waitUntil: 'domcontentloaded' });
    const seen: unknown = await page.evaluate(look);
    expect([text, seen]).toMatchObject([text, { acting: 0, handlers: 0 }]);
    expect(await page.evaluate("document.querySelector('input[name=asked]').value")).toBe(text);
  }
  expect(ran()).toBe(0);
}, 300_000);

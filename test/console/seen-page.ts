import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { onTestFailed } from 'vitest';
import { root } from '../tidy/repository.ts';
import type { Person } from '../support/api-server.ts';
import type { BareConsole } from './console-server.ts';

export interface Looking {
  /** Left out: nobody is signed in. */
  readonly as?: Person;
  readonly language?: 'zh' | 'en';
  readonly width?: 1440 | 390;
  readonly look?: 'light' | 'dark';
}

/** What was heard from each page: messages, errors, and requests to elsewhere. */
const heard = new WeakMap<Page, string[]>();

/** A page of the console as somebody sees it, in a browser context of its own. */
export async function openPage(
  { api, browser }: BareConsole,
  path: string,
  { as, language = 'zh', width = 1440, look = 'light' }: Looking = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: look,
    reducedMotion: 'reduce',
  });
  if (as !== undefined) {
    await context.addCookies([{ name: 'polyprism_session', value: as.token, url: api.url }]);
  }
  const page = await context.newPage();
  // A busy machine is slow, not wrong.
  page.setDefaultTimeout(60_000);
  onTestFailed(() => tell(page), 10_000);
  const noise: string[] = [];
  heard.set(page, noise);
  page.on('console', (message) => void noise.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => void noise.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(api.url) && !/^(data|blob):/.test(url)) noise.push(`request: ${url}`);
  });
  await page.goto(new URL(`console/${path.replace(/^\//, '')}`, api.url).href);
  return page;
}

/** What the page says where a test of it fails, and its picture: a busy machine fails unseen. */
async function tell(page: Page): Promise<void> {
  if (page.isClosed()) return;
  const name = `failed-${Date.now()}`;
  await picture(page, name);
  const said = await page.locator('body').innerText();
  console.error([page.url(), `${name}.png`, ...(heard.get(page) ?? []), said].join('\n'));
}

/** What should be empty: messages, foreign requests, and whether the page scrolls sideways. */
export async function noise(page: Page): Promise<readonly string[]> {
  // A list that closes may reach over the edge for a moment.
  let wider = await widerBy(page);
  for (let turn = 0; wider > 0 && turn < 10; turn += 1) {
    await page.waitForTimeout(200);
    wider = await widerBy(page);
  }
  const sideways = wider > 0 ? [`scrolls sideways by ${wider} px`] : [];
  return [...(heard.get(page) ?? []), ...sideways];
}

async function widerBy(page: Page): Promise<number> {
  const width = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;
  return Number(await page.evaluate(width));
}

/** Forgets what was heard so far: after what cannot be without, as a refused password. */
export function hush(page: Page): void {
  heard.get(page)?.splice(0);
}

/**
 * Chooses in a list that opens, and sees it chosen. The option is told of the click rather than
 * aimed at: near the lower end of a long form the list opens partly outside of the window.
 */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.click();
  const found = page.locator('.ant-select-item-option').filter({ hasText: option, visible: true });
  await found.first().dispatchEvent('click');
  await page.locator('.ant-select').filter({ has: field }).getByText(option).waitFor();
}

/** A picture for people, where POLYPRISM_PICTURES is set: most runs nobody looks at. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env['POLYPRISM_PICTURES'] !== undefined) await picture(page, name);
}

/** `out/screenshots/<name>.png`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = join(root, 'out', 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core finds serious or critical, a line each. */
export async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const found = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  )) as readonly Violation[];
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
    );
}

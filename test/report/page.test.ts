import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderHtml } from '../../src/report/html.ts';
import { closePages, sharedChromium } from '../support/chromium.ts';
import { hostileTexts } from '../support/hostile.ts';
import { poison } from '../support/poison.ts';
import { sampleReport } from '../support/sample-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-page-'));
let browser: Browser;

beforeAll(async () => {
  browser = await sharedChromium();
});
afterAll(async () => {
  await closePages(browser);
  rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  /** Whatever should not have happened. */
  readonly noise: string[];
  /** Size of the file. */
  readonly bytes: number;
}

let files = 0;

function open(report: Report, hash = ''): Promise<Opened> {
  return openText(renderHtml(report), hash);
}

async function openText(text: string, hash = ''): Promise<Opened> {
  const file = join(folder, `${files++}.html`);
  writeFileSync(file, text);
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
  });
  const noise: string[] = [];
  page.on('dialog', (dialog) => {
    noise.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => noise.push(`console ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`error ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`file://${file}`)) noise.push(`request ${request.url()}`);
  });
  await page.goto(`file://${file}${hash}`);
  return { page, noise, bytes: Buffer.byteLength(text) };
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - innerWidth') as Promise<number>;

describe('hostile text', () => {
  it('would be noticed: the check can fail', async () => {
    const { page, noise } = await openText(hostileTexts.slice(0, 4).join('<br>'));
    expect(await page.evaluate('window.__ran')).toBe(1);
    expect(noise.some((one) => one.startsWith('dialog'))).toBe(true);
    expect(noise.some((one) => one.startsWith('request'))).toBe(true);
    await page.close();
  });

  it.each([
    ['in the data', sampleReport({ texts: hostileTexts })],
    ['everywhere', poison(sampleReport(), hostileTexts)],
    ['everywhere, in another order', poison(sampleReport(), hostileTexts.toReversed())],
  ])('%s runs nothing, asks for nothing and breaks nothing', async (_, report) => {
    const { page, noise } = await open(report);
    for (const button of ['[data-fold=open]', '[data-lang-to=en]', '[data-theme-to=dark]']) {
      await page.click(button);
    }
    await page.fill('[data-filter=findings]', '<script>');
    await page.fill('[data-filter=findings]', '');
    for (const head of await page.$$('button.sort')) await head.evaluate('node => node.click()');
    const foreign = 'img,iframe,form,base,link,object,embed,video,meta[http-equiv=refresh]';
    expect(await page.evaluate('window.__ran')).toBeUndefined();
    expect(await page.locator(foreign).count()).toBe(0);
    expect(await page.locator('script:not([type])').count()).toBe(1);
    expect(await page.locator('style').count()).toBe(1);
    const links = await page.$$eval('a', (all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(links.filter((href) => !/^(#[\w-]+$|https:\/\/)/.test(href))).toEqual([]);
    expect(noise).toEqual([]);
    await page.setViewportSize({ width: 390, height: 900 });
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await page.close();
  });

  it('stays text in the rows the script draws', async () => {
    const report = manyCandidates(450, (i) => hostileTexts[i % hostileTexts.length]!);
    const { page, noise } = await open(report);
    await page.fill('[data-filter=candidates-sponsor]', 'script');
    expect(await page.locator('#candidates-sponsor tbody tr').count()).toBeGreaterThan(5);
    expect(await page.locator('#candidates-sponsor tbody script').count()).toBe(0);
    expect(await page.evaluate('window.__ran')).toBeUndefined();
    expect(noise).toEqual([]);
    await page.close();
  });
});

function manyCandidates(count: number, idOf: (i: number) => string): Report {
  const report = sampleReport();
  const [tree] = report.network.trees;
  const candidates = Array.from({ length: count }, (_, i) => ({
    member_id: idOf(i),
    people: 5000 - i,
    levels: 3 + (i % 9),
    direct: i % 13,
    level: 2,
    crossed_30_3: null,
    path: [tree!.schemes[0]!.root_id, idOf(i)],
  }));
  return { ...report, network: { ...report.network, trees: [{ ...tree!, candidates }] } };
}

describe('the page', () => {
  it.each(['zh', 'en'])('has no sideways scroll from 390 to 1920 px in %s', async (lang) => {
    const { page, noise } = await open(sampleReport(), `#lang=${lang}`);
    await page.evaluate(`document.querySelectorAll('details').forEach((d) => (d.open = true))`);
    for (const width of [390, 600, 768, 1024, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await sideways(page)]).toEqual([width, 0]);
    }
    expect(noise).toEqual([]);
    await page.close();
  });

  it('shows one language at a time and keeps the choice in its address', async () => {
    const { page } = await open(sampleReport());
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
    expect(await page.innerText('h1')).toBe('检查报告');
    await page.click('[data-lang-to=en]');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.innerText('h1')).toBe('Inspection report');
    await page.click('nav a[href="#money"]');
    expect(new URL(page.url()).hash).toBe('#money&lang=en');
    await page.reload();
    expect(await page.innerText('h1')).toBe('Inspection report');
    const chinese = await page.evaluate(`[...document.querySelectorAll('main [lang="zh-CN"]')]
      .filter((one) => one.checkVisibility()).length`);
    expect(chinese).toBe(0);
    await page.close();
  });

  it('filters and sorts candidates beyond those it shows', async () => {
    const { page } = await open(manyCandidates(450, (i) => `M${i}`));
    const cells = (column: number): Promise<string[]> =>
      page.$$eval(`#candidates-sponsor tbody td:nth-child(${column})`, (all) =>
        all.map((one) => one.textContent ?? ''),
      );
    expect(await cells(1)).toHaveLength(200);
    expect(await page.innerText('[data-count=candidates-sponsor]')).toBe('200 / 450');
    await page.fill('[data-filter=candidates-sponsor]', 'm44');
    expect(await cells(1)).toEqual(['M44', ...Array.from({ length: 10 }, (_, i) => `M44${i}`)]);
    await page.fill('[data-filter=candidates-sponsor]', '');
    await page.click('#candidates-sponsor th:nth-child(4) button');
    await page.click('#candidates-sponsor th:nth-child(4) button');
    expect((await cells(4)).slice(0, 2)).toEqual(['4,551', '4,552']);
    await page.close();
  });

  it('unfolds everything on paper, without the script too', async () => {
    const { page } = await open(sampleReport());
    await page.emulateMedia({ media: 'print' });
    const folded = await page.evaluate(`[...document.querySelectorAll('.rows table')]
      .filter((one) => one.getBoundingClientRect().height === 0).length`);
    expect(folded).toBe(0);
    expect(await page.isVisible('nav')).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });

  it('opens quickly with a hundred thousand findings', async () => {
    const report = sampleReport({ findings: 100_000 });
    const { page, noise, bytes } = await open(report);
    expect(bytes).toBeLessThan(1_000_000);
    expect(await page.locator('.finding').count()).toBeLessThan(400);
    expect(await page.locator('.more', { hasText: '99,980' }).count()).toBe(1);
    expect(noise).toEqual([]);
    await page.close();
  });
});

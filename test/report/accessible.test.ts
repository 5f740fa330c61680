import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html.ts';
import { closePages, sharedChromium } from '../support/chromium.ts';
import { sampleReport } from '../support/sample-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-accessible-'));
const file = join(folder, 'report.html');
let browser: Browser;

beforeAll(async () => {
  writeFileSync(file, renderHtml(sampleReport()));
  browser = await sharedChromium();
});
afterAll(async () => {
  await closePages(browser);
  rmSync(folder, { recursive: true });
});

/** WCAG 2.2, success criterion 1.4.3: relative luminance and contrast of every visible text. */
const lowContrast = `(() => {
  const channel = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parse = (text) => text.match(/[\\d.]+/g).map(Number);
  const ground = (one) => {
    for (let up = one; up; up = up.parentElement) {
      const color = parse(getComputedStyle(up).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  for (const one of document.querySelectorAll('body *')) {
    const own = [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== '');
    if (!own || !one.checkVisibility() || one.closest('svg, script, style, .none')) continue;
    const style = getComputedStyle(one);
    const [a, b] = [luminance(parse(style.color)), luminance(ground(one))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) poor.add(one.tagName + '.' + one.className + ' ' + contrast.toFixed(2));
  }
  return [...poor];
})()`;

describe('the page for everyone', () => {
  it.each(['light', 'dark'] as const)('has enough contrast when %s', async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1440, height: 900 } });
    await page.goto(`file://${file}#lang=en`);
    await page.evaluate(`document.querySelectorAll('details').forEach((d) => (d.open = true))`);
    expect(await page.evaluate(lowContrast)).toEqual([]);
    await page.close();
  });

  it('has headings in order, named regions and tables, and ids used once', async () => {
    const page = await browser.newPage();
    await page.goto(`file://${file}`);
    const levels = await page.$$eval('h1,h2,h3,h4', (all) => all.map((one) => +one.tagName[1]!));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, i) => i > 0 && level > levels[i - 1]! + 1)).toEqual([]);
    expect(await page.locator('table:not(:has(caption))').count()).toBe(0);
    expect(await page.locator('th:not([scope])').count()).toBe(0);
    const ids = await page.$$eval('[id]', (all) => all.map((one) => one.id));
    expect(ids.filter((one, i) => ids.indexOf(one) !== i)).toEqual([]);
    const named = await page.$$eval('[aria-labelledby],[aria-describedby]', (all) =>
      all.flatMap((one) => [
        one.getAttribute('aria-labelledby') ?? '',
        one.getAttribute('aria-describedby') ?? '',
      ]),
    );
    const dangling = named.filter((one) => one !== '' && !ids.includes(one));
    expect(dangling).toEqual([]);
    const drawings = await page
      .locator('svg:not([aria-hidden]):not([role=img]):not(svg svg)')
      .all();
    expect(drawings).toHaveLength(0);
    await page.close();
  });

  it('names its charts for a screen reader in the language shown', async () => {
    const page = await browser.newPage();
    await page.goto(`file://${file}#lang=en`);
    const chart = page.getByRole('img', { name: 'People per level', exact: true });
    expect(await chart.count()).toBe(2);
    await page.click('[data-lang-to=zh]');
    expect(await page.getByRole('img', { name: '各层级人数', exact: true }).count()).toBe(2);
    await page.close();
  });

  it('can be used from the keyboard', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`file://${file}#lang=en`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.focus('nav a[href="#network"]');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('network-h');
    await page.close();
  });
});

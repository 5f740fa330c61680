import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/**
 * Real Chromium as readers have it, without the windows around its pages, which take a quarter of
 * the processor; CHROMIUM names its path where it is elsewhere. It starts no process for a page
 * before there is one: half of those were never used.
 */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--renderer-process-limit=1'],
  });
}

let kept: Promise<Browser> | undefined;
let idle: NodeJS.Timeout | undefined;

/** Memory that a small machine needs for other tests. */
const idle_ms = 60_000;

/**
 * The Chromium of all test files of a worker: files are told apart by the contexts of their pages.
 * Starting one takes a second and a half of processor.
 */
export async function sharedChromium(): Promise<Browser> {
  clearTimeout(idle);
  kept ??= launchChromium();
  const browser = await kept;
  if (browser.isConnected()) return browser;
  kept = launchChromium();
  return await kept;
}

/** What a test file does at its end; Chromium ends with the worker, or where none wants it soon. */
export async function closePages(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
  clearTimeout(idle);
  idle = setTimeout(() => {
    kept = undefined;
    void browser.close();
  }, idle_ms).unref();
}

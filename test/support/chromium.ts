import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/**
 * Real Chromium as readers have it, without the windows around its pages, which take a quarter of
 * the processor; CHROMIUM names its path where it is elsewhere.
 */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox'],
  });
}

import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Real Chromium, as CI and the reader's machine have it; its path from CHROMIUM where elsewhere. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
}

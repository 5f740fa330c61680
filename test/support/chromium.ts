import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Real Chromium, as CI and readers have it; CHROMIUM names its path where it is elsewhere. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
}

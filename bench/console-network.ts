import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { rangeOf } from '../src/server/http/range-of.ts';
import { consoleServer } from '../test/console/console-server.ts';
import type { ConsoleServer } from '../test/console/console-server.ts';
import { fileReader, writeNetwork } from './explorer.ts';
import { hardware } from './hardware.ts';

const SIZES = [100_000, 1_000_000];
const MONTHS = 14;
const WINDOW = { width: 1440, height: 900 };

/**
 * The page of a network in Chromium without a screen, whose pictures the processor draws: how long
 * frames take while a hand drags, a wheel turns and the months go by.
 */
export async function benchConsoleNetwork(
  print: (line: string) => void,
  members?: number,
): Promise<void> {
  print(`console-network: ${hardware()}; headless, drawn by the processor`);
  const server = await consoleServer();
  try {
    for (const size of members === undefined ? SIZES : [members]) await one(server, size, print);
  } finally {
    await server.end();
  }
}

async function one(
  server: ConsoleServer,
  members: number,
  print: (line: string) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-bench-'));
  const context = await server.browser.newContext({ viewport: WINDOW, locale: 'en-GB' });
  try {
    await writeNetwork(members, folder);
    const { token } = await server.person('platform');
    const cookie = { name: 'polyprism_session', value: token, url: server.api.url };
    await context.addCookies([cookie]);
    const page = await context.newPage();
    await page.route('**/api/v1/inspections/n/network**', async (route) => {
      await answer(route, folder, members);
    });
    const start_ms = performance.now();
    await page.goto(new URL('console/network/n', server.api.url).href);
    await page.locator('[data-glyphs]').waitFor();
    const first_ms = performance.now() - start_ms;
    const glyphs = await page.getByRole('application').getAttribute('data-glyphs');
    print(`console-network: ${members} members: ${glyphs} glyphs painted after
  ${(first_ms / 1000).toFixed(2)} s from the address typed (first visit, nothing kept)`);
    const hands = { drag, wheel, months };
    for (const [name, hand] of Object.entries(hands)) {
      const frames_ms = await framesWhile(page, async () => await hand(page));
      const sorted = frames_ms.toSorted((a, b) => a - b);
      const at = (share: number): string =>
        (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(1);
      print(`console-network: ${members} members, ${name}: ${frames_ms.length} frames of
  ${at(0.5)} ms, 95th ${at(0.95)} ms, longest ${at(0.9999)} ms`);
    }
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the server would say of an inspection whose explorer lies in the folder. */
async function answer(route: Route, folder: string, members: number): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const [, file] = /\/network\/sponsor\/files\/(.+)$/.exec(decodeURIComponent(pathname)) ?? [];
  if (file !== undefined) {
    const read = fileReader(folder);
    const whole = readFileSync(join(folder, file)).length;
    const range = rangeOf(route.request().headers()['range'], whole);
    if (range === null || range === 'all') {
      await route.fulfill({ body: Buffer.from(await read(file)) });
      return;
    }
    const body = Buffer.from(await read(file, range.from, range.to));
    const headers = { 'content-range': `bytes ${range.from}-${range.to - 1}/${whole}` };
    await route.fulfill({ status: 206, headers, body });
    return;
  }
  const json = pathname.endsWith('/network')
    ? networkBody(folder, members)
    : pathname.endsWith('/growth')
      ? growthBody(members)
      : { items: [], next: null, total: 0 };
  await route.fulfill({ contentType: 'application/json', body: JSON.stringify(json) });
}

function networkBody(folder: string, members: number) {
  const ends = { min: members, max: members, min_by: 'accounts', max_by: 'accounts' };
  const whole = { people: ends, levels: ends, counts: {}, flips: [] };
  const index = readFileSync(join(folder, 'index.json'));
  const index_sha256 = createHash('sha256').update(index).digest('hex');
  const counts = { members, roots: 1, levels: 51, people_per_level: [], candidates: 0 };
  const tree = { name: 'sponsor', ...counts, whole, needs: {}, lines: [], index_sha256 };
  const of = { inspection_id: 'n', as_of: '2018-09-26', currency: 'CNY', persons: null };
  return { ...of, trees: [tree] };
}

function growthBody(members: number) {
  // As long as the published case went on, from July 2017.
  const joined_per_month = Array.from({ length: MONTHS }, (_, i) => {
    const month = new Date(Date.UTC(2017, 6 + i, 1)).toISOString().slice(0, 7);
    return { month, members: Math.floor(members / MONTHS) };
  });
  return { joined_per_month, months: [], levels: [], ties_changed: null, undated: null };
}

/** Milliseconds from one frame to the next while something goes on. */
async function framesWhile(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(`(() => {
    window.frames_ms = [];
    let last = performance.now();
    const step = (now) => {
      window.frames_ms.push(now - last);
      last = now;
      window.counting = requestAnimationFrame(step);
    };
    window.counting = requestAnimationFrame(step);
  })()`);
  await work();
  await page.waitForTimeout(500);
  return (await page.evaluate(
    `(cancelAnimationFrame(window.counting), window.frames_ms.slice(1))`,
  )) as readonly number[];
}

async function middle(page: Page): Promise<readonly [number, number]> {
  const box = await page.getByRole('application').boundingBox();
  if (box === null) throw new Error('no picture');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Back and forth across the picture, closer by half. */
async function drag(page: Page): Promise<void> {
  const [x, y] = await middle(page);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -600);
  await page.mouse.down();
  for (let i = 0; i < 120; i += 1) {
    await page.mouse.move(x + 300 * Math.sin(i / 12), y + 150 * Math.cos(i / 9));
    await page.waitForTimeout(10);
  }
  await page.mouse.up();
}

/** Into the picture and out again. */
async function wheel(page: Page): Promise<void> {
  const [x, y] = await middle(page);
  await page.mouse.move(x - 120, y - 60);
  for (let i = 0; i < 120; i += 1) {
    await page.mouse.wheel(0, i < 60 ? -90 : 90);
    await page.waitForTimeout(10);
  }
}

/** Month after month. */
async function months(page: Page): Promise<void> {
  const slider = page.getByRole('slider');
  for (let i = 0; i < MONTHS; i += 1) {
    await slider.fill(String(i));
    await page.waitForTimeout(100);
  }
}

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, noise, openPage, shoot } from './seen-page.ts';

const rows = 100_000;
/** More than are in sight with those kept ready above and below. */
const rows_there_max = 60;
const frames = 120;

let server: ConsoleServer;
beforeAll(async () => {
  server = await consoleServer();
});
afterAll(async () => await server.end());

/** An overview whose table of provisions is long; in no stage, so that no cells are drawn. */
function longOverview(): string {
  const provisions = Array.from({ length: rows }, (_, i) => ({
    provision: `cn.p${i}`,
    title: { zh: `条款 ${i}`, en: `Provision ${i}` },
    stage: null,
    verdict: 'breach',
    breaches: (i * 7_919) % rows,
    indications: 0,
    reached: 0,
    undecided: 0,
    changes: null,
  }));
  const inspection = { inspection_id: 'i', tenant_id: 't', platform_id: 'p', account: null };
  const named = { platform_name: '某平台', title: null, at: '2026-03-02T00:00:00.000Z' };
  const rest = { as_of: '2026-03-01', since: null, stages: [], changes: null, history: [] };
  return JSON.stringify({
    today: '2026-03-02',
    inspections: [{ ...inspection, ...named, ...rest, provisions }],
    more: false,
    matters: { open: 0, overdue: 0, due_soon: 0, unassigned: 0, by_kind: [] },
    next: [],
  });
}

async function openTable(width: 1440 | 390): Promise<Page> {
  const as = await server.person('regulator', ['handler']);
  const page = await openPage(server, '/account-not-there', { as, width });
  await page.route('**/api/v1/overview*', async (route) => {
    await route.fulfill({ contentType: 'application/json', body: longOverview() });
  });
  await page.getByRole('link', { name: '回到总览' }).click();
  await page.locator('summary').click();
  await page.getByRole('table', { name: '条款明细' }).waitFor();
  return page;
}

interface Scrolled {
  readonly frames_ms: readonly number[];
  readonly rows_there: number;
}

/** Scrolls by 900 px a frame; how long each frame took, and the most rows there were at once. */
async function scrolled(page: Page): Promise<Scrolled> {
  return (await page.evaluate(`new Promise((resolve) => {
    const box = document.querySelector('[role=table]');
    const frames_ms = [];
    let rows_there = 0;
    let last = performance.now();
    const step = (now) => {
      frames_ms.push(now - last);
      last = now;
      rows_there = Math.max(rows_there, box.querySelectorAll('[data-index]').length);
      box.scrollTop += 900;
      if (frames_ms.length < ${frames}) requestAnimationFrame(step);
      else resolve({ frames_ms, rows_there });
    };
    requestAnimationFrame(step);
  })`)) as Scrolled;
}

describe('a table of 100,000 rows', () => {
  it.each([1440, 390] as const)('has at %i px only the rows in sight', async (width) => {
    const page = await openTable(width);
    const table = page.getByRole('table', { name: '条款明细' });
    expect(await table.getAttribute('aria-rowcount')).toBe(String(rows + 1));
    const { frames_ms, rows_there } = await scrolled(page);
    const sorted = frames_ms.toSorted((a, b) => a - b);
    const at = (share: number): string => (sorted[Math.floor(share * frames)] ?? 0).toFixed(1);
    console.log(`${width} px: frames of ${at(0.5)} ms, 95th ${at(0.95)}, longest ${at(0.999)}`);
    expect(rows_there).toBeGreaterThan(5);
    expect(rows_there).toBeLessThan(rows_there_max);
    // Cards are as tall as what is in them: the end moves on until those before it were seen.
    const last = table.getByText(`条款 ${rows - 1}`, { exact: true });
    await expect
      .poll(async () => {
        await page.evaluate(`document.querySelector('[role=table]').scrollTop = 1e9`);
        return await last.isVisible();
      })
      .toBe(true);
    await shoot(page, `data-table-${width}`);
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });

  it('is sorted whole, and walked with the arrows', async () => {
    const page = await openTable(1440);
    const table = page.getByRole('table', { name: '条款明细' });
    await table.getByRole('button', { name: '发现' }).click();
    // 7,919 is prime and no divisor of 100,000: each number of findings comes once.
    const found = (row: number): Promise<string> =>
      table.locator(`[data-index="${row}"]`).getByRole('cell').nth(3).innerText();
    expect([await found(0), await found(1), await found(2)]).toEqual(['0', '1', '2']);
    await table.getByRole('button', { name: '发现' }).click();
    expect(await found(0)).toBe(String(rows - 1));
    await table.locator('[data-index="0"]').focus();
    for (let i = 0; i < 3; i += 1) {
      await page.keyboard.press('ArrowDown');
      await page.locator(`[data-index="${i + 1}"]:focus`).waitFor();
    }
    await page.context().close();
  });
});

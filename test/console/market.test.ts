import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/guidance/barometer.ts';
import { effectWindows, figureEffect } from '../../src/guidance/effects-sql.ts';
import { keepInspection } from '../../src/server/findings/keep-inspection.ts';
import type { Kept } from '../../src/server/findings/kept.ts';
import type { KeptGuidance } from '../../src/server/guidance/kept-guidance.ts';
import {
  beginInspection,
  folderOf,
  setJob,
} from '../../src/server/inspections/inspection-folder.ts';
import { systemActor } from '../../src/store/store.ts';
import { addTenant } from '../support/api-server.ts';
import { consoleServer, tenantOf } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
const as_of = '2026-01-31';

beforeAll(async () => (server = await consoleServer()));
afterAll(async () => await server.end());

/** So many pairs: 25 of 100 before, and none after a measure, but 25 again without any. */
function pairs(count: number) {
  return Array.from({ length: 2 * count }, (_, i) => ({
    operator_id: `e${i}`,
    treated: i < count,
    before_cases: 25,
    before_out_of: 100,
    after_cases: i < count ? 0 : 25,
    after_out_of: 100,
  }));
}

/** Orders of 13 months; 100 of 1,000 given back, and 200 in the last; none in the second. */
const returns: Indicator = {
  name: 'return',
  title: { zh: '', en: '' },
  months: Array.from({ length: 13 }, (_, i) => ({
    month: i === 12 ? '2026-01' : `2025-${String(i + 1).padStart(2, '0')}`,
    cases: [100, 0][i] ?? (i === 12 ? 200 : 100),
    out_of: i === 1 ? 0 : 1_000,
  })),
};

async function inspected(id: string, guidance: KeptGuidance): Promise<void> {
  const { api } = server;
  const place = { workspace: api.workspace, tenant_id: tenantOf.platform };
  const blank = { platform_id: null, connector_id: null, time_zone: null, currency: null };
  const by = { created_at: api.now().toISOString(), created_by: 'a' };
  const order = { id, title: id, inputs: [], packs: ['cn'], as_of, ...by, ...blank };
  await beginInspection(place, order);
  await setJob(place, id, 'none');
  const kept: Kept = { as_of, snapshot_id: 's', report: 'r', operators: [], provisions: [] };
  const folder = folderOf(place, id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'kept.json'), JSON.stringify(kept));
  await writeFile(join(folder, 'findings.ndjson'), '');
  await writeFile(join(folder, 'guidance.json'), JSON.stringify(guidance));
  await keepInspection(api.store, place, id, api.now());
}

describe('the market in the console', () => {
  it('says what it takes where nothing was inspected, or the data say nothing', async () => {
    const as = await server.person('platform');
    const page = await openPage(server, '/market/effects', { as, width: 390 });
    await page.getByRole('heading', { name: '还没有可看的检查' }).waitFor();
    await page.getByRole('link', { name: '导入数据' }).first().waitFor();
    await inspected('nothing', { facts: [], indicators: [] });
    await page.reload();
    await page.getByRole('heading', { name: '该次检查没有可对照的措施' }).waitFor();
    await page.getByRole('link', { name: '市场晴雨表' }).last().click();
    await page.getByRole('heading', { name: '该次检查的数据不含按月的情况' }).waitFor();
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
    server.api.wait(1);
    const windows = effectWindows(as_of);
    await inspected('market', {
      facts: [],
      indicators: [returns],
      effects: [
        figureEffect('complaint', windows, pairs(6)),
        figureEffect('return', windows, pairs(3)),
      ],
    });
  });

  it.each([
    ['zh', 1440, 'light', 'platform', '市场晴雨表', '上升', '2.00 倍'],
    ['en', 390, 'dark', 'regulator', 'Market barometer', 'Rose', '2.00 times'],
  ] as const)(
    'shows months beside the year before in %s at %d px',
    async (language, width, look, party, title, rose, times) => {
      const as = await server.person(party);
      const page = await openPage(server, '/market', { as, language, width, look });
      await page.getByRole('heading', { name: title }).waitFor();
      await page.locator('summary').first().click();
      const last = page.getByRole('row').last();
      expect(await last.innerText()).toMatch(/2026-01\s+200 \/ 1000\s+20\.0%\s+10\.0%/);
      expect(await last.innerText()).toContain(rose);
      expect(await last.innerText()).toContain(times);
      const idle = page.getByRole('row').filter({ hasText: '2025-02' });
      expect(await idle.innerText()).toMatch(/2025-02\s+0 \/ 0\s+–\s+–/);
      await shoot(page, `market-${width}-${language}`);
      expect(await noise(page)).toEqual([]);
      expect(await axe(page)).toEqual([]);
      await page.context().close();
    },
  );

  it.each([
    [
      'zh',
      1440,
      'light',
      '减少',
      '无法判断',
      '−25.0 个百分点（95% 区间 −25.0 至 −25.0）',
      '0.031',
      '配对不足 6 对',
    ],
    [
      'en',
      390,
      'dark',
      'Fewer',
      'Cannot tell',
      '−25.0 percentage points (95%',
      '0.031',
      'Fewer than 6',
    ],
  ] as const)(
    'shows what followed measures in %s at %d px, and how sure that is',
    async (language, width, look, fewer, open, points, p, too_few) => {
      const as = await server.person('platform');
      const page = await openPage(server, '/market', { as, language, width, look });
      const effects = { zh: '措施效果', en: 'What followed measures' }[language];
      await page.getByRole('link', { name: effects }).click();
      const cards = page.getByRole('main').locator('section');
      await cards.nth(1).waitFor();
      // 2 of 64 arrangements of the signs of six equal differences are as far out.
      const told = await cards.nth(0).innerText();
      for (const text of [fewer, points, p, '25.0%', '0.0%']) expect(told).toContain(text);
      const few = await cards.nth(1).innerText();
      for (const text of [open, too_few, '−25.0']) expect(few).toContain(text);
      expect(few).not.toContain(p);
      await shoot(page, `effects-${width}-${language}`);
      expect(await noise(page)).toEqual([]);
      expect(await axe(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('is put together for who supervises: what is unknown, and what may not be told', async () => {
    await addTenant(server.api, 'unknown', 'platform');
    await server.api.store.as(systemActor, async ({ db }) =>
      db
        .insertInto('jurisdiction')
        .values({
          regulator_id: tenantOf.regulator,
          platform_id: 'unknown',
          since: '2026-01-01',
          status: 'confirmed',
        })
        .execute(),
    );
    const as = await server.person('regulator');
    const page = await openPage(server, '/market', { as });
    await page.getByRole('link', { name: '全市场' }).click();
    await page.getByText('共 2 个平台：1 个有数据，1 个未知').click();
    await page.getByRole('cell', { name: '未知：没有检查数据' }).waitFor();
    await page.getByText('逐月数据').first().click();
    await page.getByRole('row', { name: /2026-01 1 200 \/ 1000 20.0% 1 10.0%/ }).waitFor();
    await shoot(page, 'market-whole-1440-zh');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
    const english = { language: 'en', width: 390, look: 'dark' } as const;
    const small = await openPage(server, '/market/whole', { as, ...english });
    await small.getByText('Month by month').first().click();
    await shoot(small, 'market-whole-390-en-dark');
    expect(await noise(small)).toEqual([]);
    expect(await axe(small)).toEqual([]);
    await small.context().close();
    const association = await server.person('association');
    const members = await openPage(server, '/market/whole', { as: association, ...english });
    await members.getByText('Members are told together alone').waitFor();
    await members.getByRole('heading', { name: 'There are no data to put together yet' }).waitFor();
    await shoot(members, 'market-members-390-en-dark');
    expect(await noise(members)).toEqual([]);
    await members.context().close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsList } from '../../src/server/contract/findings.ts';
import { overviewRead } from '../../src/server/contract/overview.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;

beforeAll(async () => {
  server = await consoleServer();
  await server.inspect();
  await server.complaint('商品与描述不符');
});
afterAll(async () => await server.end());

describe('the overview', () => {
  it('shows a cell a provision, counts by verdict, and leads to what is to be done', async () => {
    const as = await server.person('regulator', ['handler']);
    const asked = await server.api.client(as.headers)(overviewRead, { query: {} });
    if (!asked.ok) throw new Error(asked.problem.en);
    const [prism] = asked.body.inspections;
    if (prism === undefined) throw new Error('no inspection');
    const page = await openPage(server, '/', { as });
    await page.getByRole('heading', { name: prism.platform_name }).waitFor();
    const rows = page.getByRole('img', { name: '按阶段与条款的判断' });
    // Three stages, and apart from them the lines at which a criminal case may be opened.
    expect(await rows.count()).toBe(4);
    expect(await rows.locator('span').count()).toBe(prism.provisions.length);
    for (const [i, stage] of prism.stages.entries()) {
      expect(await rows.nth(i).getAttribute('aria-label')).toContain(
        `${stage.stage === 'line' ? '达到标准线' : '不符合'} ${stage.breach}，` +
          `无法判断 ${stage.cannot_tell}，未见不符合 ${stage.no_breach}`,
      );
    }
    const next = page.getByRole('listitem').filter({ hasText: '分派尚无承办人的事项' });
    expect(await next.getByRole('link').getAttribute('href')).toBe(
      '/console/matters?queue=unassigned',
    );
    await page.locator('summary').click();
    const table = page.getByRole('table', { name: '条款明细' });
    // One row is the head's.
    expect(await table.getAttribute('aria-rowcount')).toBe(String(prism.provisions.length + 1));
    await table.getByRole('button', { name: '发现' }).click();
    await table.getByRole('button', { name: '发现' }).click();
    const most = Math.max(
      ...prism.provisions.map((one) => one.breaches + one.reached + one.indications),
    );
    expect(await table.getByRole('row').nth(1).getByRole('cell').nth(3).innerText()).toBe(
      String(most),
    );
    await shoot(page, 'overview-1440-zh');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });

  it('never counts a criminal line among the breaches of duties', async () => {
    const { headers } = await server.person('regulator', ['handler']);
    const ask = server.api.client(headers);
    const provisionsOf = async (verdict: 'breach' | 'reached'): Promise<string[]> => {
      const found = await ask(findingsList, { query: { verdict, limit: 200 } });
      if (!found.ok) throw new Error(found.problem.en);
      return found.body.items.map(({ provision }) => provision);
    };
    const [breaches, reached] = [await provisionsOf('breach'), await provisionsOf('reached')];
    expect(breaches).not.toEqual([]);
    expect(reached).not.toEqual([]);
    // The two judicial opinions of pack cn alone draw such lines.
    const isLine = (id: string): boolean => id.startsWith('cn.criminal.');
    expect(breaches.filter(isLine)).toEqual([]);
    expect(reached.every(isLine)).toBe(true);
    const asked = await ask(overviewRead, { query: {} });
    if (!asked.ok) throw new Error(asked.problem.en);
    const counts = new Map(asked.body.next.map(({ kind, count }) => [kind, count]));
    expect(counts.get('breaches')).toBe(breaches.length);
    expect(counts.get('lines')).toBe(reached.length);
  });

  it.each([
    ['platform', ['handler'], '查看发现'],
    ['association', ['handler'], '进行第一次检查'],
    ['operator', ['handler'], '尚无检查'],
    ['consumer', [], '暂无待办'],
    ['regulator', ['admin'], '您的角色是管理员'],
  ] as const)('has a face for a %s with the roles %j', async (party, roles, seen) => {
    const as = await server.person(party, [...roles]);
    const page = await openPage(server, '/', { as, width: 390, look: 'dark' });
    await page.getByText(seen).first().waitFor();
    await shoot(page, `overview-390-zh-dark-${party}-${roles.join('-')}`);
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoFace } from '../../src/server/config.ts';
import { addPerson } from '../support/api-server.ts';
import { consoleServer, tenantOf } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, noise, openPage, shoot } from './seen-page.ts';

const faces: readonly DemoFace[] = [
  {
    user_id: 'face-li',
    name: '李敏',
    party: 'regulator',
    tenant_id: tenantOf.regulator,
    tenant: '江城区市场监督管理局',
    roles: ['handler', 'admin'],
  },
  {
    user_id: 'face-qian',
    name: '钱珊<b>&"',
    party: 'operator',
    tenant_id: tenantOf.operator,
    tenant: '山野洗护用品店'.repeat(6),
    roles: ['handler'],
  },
  {
    user_id: 'face-lin',
    name: '林女士',
    party: 'consumer',
    tenant_id: 'public',
    tenant: 'public',
    roles: [],
  },
];

let server: ConsoleServer;

beforeAll(async () => {
  server = await consoleServer({ demo: faces });
  for (const { user_id, tenant_id, roles } of faces) {
    await addPerson(server.api, user_id, tenant_id, roles);
  }
});
afterAll(async () => await server.end());

describe('the faces of a demonstration', () => {
  it('are cards beside the sign-in; a click enters, the menu changes the face', async () => {
    const page = await openPage(server, '/sign-in');
    await page.getByRole('heading', { name: '演示环境' }).waitFor();
    const cards = page.getByRole('listitem').getByRole('button');
    expect(await cards.count()).toBe(faces.length);
    const first = await cards.first().innerText();
    for (const seen of ['监管部门', '李敏', '江城区市场监督管理局', '承办人 · 管理员']) {
      expect(first).toContain(seen);
    }
    await shoot(page, 'demo-1440-zh');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await cards.first().click();
    await page.getByRole('heading', { name: '总览' }).waitFor();
    await page.getByRole('button', { name: '账户与机构' }).click();
    const other = page.getByRole('menuitemradio', { name: '钱珊' });
    await other.waitFor();
    await shoot(page, 'demo-menu-1440-zh');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await other.click();
    await page.getByRole('button', { name: '账户与机构' }).getByText('机构 operator-own').waitFor();
    expect(await noise(page)).toEqual([]);
    await page.context().close();
  });

  it('keep the language of the visitor, on a telephone too', async () => {
    const page = await openPage(server, '/sign-in', { language: 'en', width: 390 });
    await page.getByRole('heading', { name: 'A demonstration' }).waitFor();
    await shoot(page, 'demo-390-en');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '林女士' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.getByRole('button', { name: 'Account and organisation' }).click();
    await page.getByRole('menuitemradio', { name: '李敏' }).waitFor();
    await shoot(page, 'demo-menu-390-en');
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });
});

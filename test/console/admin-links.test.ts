import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { othersFor } from '../../console/src/pages/admin/affiliation-sides.ts';
import { parties } from '../../src/model/actor.ts';
import { affiliationKinds } from '../../src/server/api/affiliations/kinds.ts';
import { affiliationsList } from '../../src/server/contract/affiliations.ts';
import { connectorsList } from '../../src/server/contract/connectors.ts';
import { webhooksList } from '../../src/server/contract/webhooks.ts';
import type { Person } from '../support/api-server.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, choose, hush, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
let platform: Person;
let operator: Person;

beforeAll(async () => {
  server = await consoleServer({
    connector_hosts: ['127.0.0.1:1'],
    outbound: { ports: [443], internal: ['127.0.0.0/8'] },
  });
  platform = await server.person('platform', ['admin', 'reader']);
  operator = await server.person('operator', ['admin', 'handler']);
});
afterAll(async () => await server.end());

async function wellMade(page: Awaited<ReturnType<typeof openPage>>, name: string): Promise<void> {
  await shoot(page, name);
  expect(await noise(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
}

describe('affiliations', () => {
  it('are offered as the server takes them', () => {
    for (const [kind, rules] of Object.entries(affiliationKinds)) {
      const over: readonly string[] = rules.over_parties;
      const under: readonly string[] = rules.under_parties;
      for (const own of parties) {
        const above = over.includes(own) && kind !== 'claim' ? under : [];
        const wanted = under.includes(own) ? over : above;
        expect([kind, own, othersFor(kind as keyof typeof affiliationKinds, own)]).toEqual([
          kind,
          own,
          wanted,
        ]);
      }
    }
  });

  it('are proposed by one side, confirmed by the other, and ended', async () => {
    const theirs = await openPage(server, '/operator', { as: operator });
    await theirs.getByRole('link', { name: '去认领账号' }).click();
    await theirs.getByRole('button', { name: '申请建立关系' }).click();
    await choose(theirs, '关系', '认领对方平台账号');
    await choose(theirs, '对方', '机构 platform-own');
    await theirs.getByLabel('账号', { exact: true }).fill('shop-7');
    await wellMade(theirs, 'admin-claim-1440-zh');
    await theirs.getByRole('button', { name: '提出申请', exact: true }).click();
    await theirs.getByText('本方提出').waitFor();
    await wellMade(theirs, 'admin-affiliations-1440-zh');
    // One's own proposal is not one's own to confirm.
    expect(await theirs.getByRole('button', { name: '确认', exact: true }).count()).toBe(0);

    const looking = { as: platform, language: 'en', width: 390, look: 'dark' } as const;
    const page = await openPage(server, '/', looking);
    // The overview leads to where the other side waits.
    await page.getByRole('link', { name: /affiliation/i }).click();
    expect(new URL(page.url()).pathname).toBe('/console/admin/affiliations');
    await page.getByRole('button', { name: 'Confirm' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('findings and the sheet of account shop-7').waitFor();
    await wellMade(page, 'admin-confirm-390-en');
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await dialog.waitFor({ state: 'detached' });
    await wellMade(page, 'admin-affiliations-390-en');
    const call = server.api.client(operator.headers);
    const statuses = async () => {
      const list = await call(affiliationsList, { query: { kind: 'claim' } });
      return list.ok ? list.body.items.map(({ status, account }) => [status, account]) : null;
    };
    expect(await statuses()).toEqual([['confirmed', 'shop-7']]);
    // A regulator's supervision is not the platform's to end: two of its three are.
    expect(await page.getByRole('button', { name: 'End', exact: true }).count()).toBe(2);
    await page.context().close();

    await theirs.reload();
    await theirs.getByRole('button', { name: '终止' }).click();
    await theirs.getByRole('dialog').getByRole('button', { name: '终止' }).click();
    await theirs.getByText('已终止').waitFor();
    expect(await statuses()).toEqual([['ended', 'shop-7']]);
    await theirs.context().close();
  });
});

describe('connectors', () => {
  it('are made with a schedule; what the server refuses is said; and they are ended', async () => {
    const page = await openPage(server, '/admin/connectors', { as: platform });
    await page.getByRole('button', { name: '连接数据库' }).click();
    await page.getByLabel('名称').fill('商城库');
    await page.getByLabel('连接地址').fill('mysql://reader:geheim@10.1.2.3:3306/mall');
    await page.getByLabel('定时').fill('30  2 * * *');
    await page.getByRole('button', { name: '连接', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('connector.');
    hush(page);
    await page.getByLabel('连接地址').fill('mysql://reader:geheim@127.0.0.1:1/mall');
    await wellMade(page, 'admin-connect-1440-zh');
    await page.getByRole('button', { name: '连接', exact: true }).click();
    await page.getByText('尚未执行').waitFor();
    const list = await server.api.client(platform.headers)(connectorsList, { query: {} });
    expect.assert(list.ok);
    const [made] = list.body.items;
    // Half past two in Shanghai is half past six in the evening before by UTC.
    expect(made?.cron).toBe('30 2 * * *');
    expect(made?.next_run_at).toMatch(/T18:30:00\.000Z$/);
    expect(await page.getByRole('main').innerText()).not.toContain('geheim');
    await page.getByRole('button', { name: '立即执行' }).click();
    // Nobody listens at that port.
    await page.getByText('live.unreachable').waitFor({ timeout: 100_000 });
    await wellMade(page, 'admin-connectors-1440-zh');
    await page.getByRole('button', { name: '历次检查' }).click();
    const runs = page.getByRole('dialog').getByRole('table', { name: '历次检查' });
    await runs.waitFor();
    // Its heads, and one run.
    expect(await runs.getByRole('row').count()).toBe(2);
    await wellMade(page, 'admin-runs-1440-zh');
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
    await page.getByRole('button', { name: '停用' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    await page.getByText('已停用').waitFor();
    expect(await noise(page)).toEqual([]);
    await page.context().close();
  }, 180_000);
});

describe('webhooks', () => {
  it('show their secret once, and what was sent', async () => {
    const looking = { as: platform, language: 'en', width: 390 } as const;
    const page = await openPage(server, '/admin/webhooks', looking);
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await page.getByLabel('Address').fill('https://127.0.0.1:1/hook');
    await page.getByLabel('Types of events').fill('open,decide,');
    await wellMade(page, 'admin-webhook-390-en');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const secret = await page.getByText(/^whsec_/).innerText();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    expect(await page.getByText(secret).count()).toBe(0);
    const list = await server.api.client(platform.headers)(webhooksList, {});
    expect.assert(list.ok);
    expect(list.body.items.map(({ types }) => types)).toEqual([['open', 'decide']]);
    await page.getByRole('button', { name: 'Deliveries' }).click();
    await page.getByRole('heading', { name: 'Nothing was sent yet.' }).waitFor();
    await wellMade(page, 'admin-deliveries-390-en');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
    await page.getByText('Ended').waitFor();
    expect(await noise(page)).toEqual([]);
    await page.context().close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectionsList } from '../../src/server/contract/inspections.ts';
import { keysList } from '../../src/server/contract/keys.ts';
import { usersList } from '../../src/server/contract/users.ts';
import { systemActor } from '../../src/store/store.ts';
import type { Person } from '../support/api-server.ts';
import { consoleServer, tenantOf } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, choose, hush, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
let admin: Person;

beforeAll(async () => {
  server = await consoleServer();
  admin = await server.person('regulator', ['admin', 'handler']);
  const setting = { tenant_id: tenantOf.regulator, name: 'hosts_installation', value: 'true' };
  await server.api.store.as(systemActor, async ({ db }) =>
    db.insertInto('tenant_setting').values(setting).execute(),
  );
});
afterAll(async () => await server.end());

type Page = Awaited<ReturnType<typeof openPage>>;

async function wellMade(page: Page, name: string): Promise<void> {
  await shoot(page, name);
  expect(await noise(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
}

async function user(name: string) {
  const list = await server.api.client(admin.headers)(usersList, { query: { limit: 200 } });
  expect.assert(list.ok);
  return list.body.items.find((one) => one.name === name);
}

const password = 'sieben rote Äpfel im Februar';

describe('users', () => {
  it('are invited by a link, given roles, and kept out', async () => {
    const page = await openPage(server, '/admin', { as: admin });
    await page.getByRole('button', { name: '邀请用户' }).click();
    expect(new URL(page.url()).pathname).toBe('/console/admin/users');
    await page.getByLabel('姓名').fill('赵六 <b>');
    await page.getByLabel('登录名').fill('zhao@example.org');
    await page.getByRole('checkbox', { name: '查阅人' }).check();
    await wellMade(page, 'admin-invite-1440-zh');
    await page.getByRole('button', { name: '生成邀请链接' }).click();
    const link = await page.getByText(/\/console\/invitation#token=/).innerText();
    await wellMade(page, 'admin-invited-1440-zh');
    await page.getByRole('button', { name: '关闭' }).last().click();
    const { pathname, hash } = new URL(link);
    const theirs = await openPage(server, `${pathname.replace('/console', '')}${hash}`, {});
    await theirs.locator('input[name=password]').fill(password);
    await theirs.locator('button[type=submit]').click();
    await theirs.getByRole('heading', { name: '总览' }).waitFor();
    // A reader keeps nothing.
    expect(await theirs.getByRole('link', { name: '管理' }).count()).toBe(0);

    await page.getByRole('row').filter({ hasText: 'zhao@example.org' }).click();
    await page.getByRole('checkbox', { name: '审计员' }).check();
    await page.getByRole('button', { name: '保存角色' }).click();
    await page.getByText('角色已保存。').waitFor();
    expect((await user('赵六 <b>'))?.roles.toSorted()).toEqual(['auditor', 'reader']);
    await wellMade(page, 'admin-user-1440-zh');
    await page.getByRole('button', { name: '停用用户' }).click();
    await page.getByRole('button', { name: '恢复用户' }).waitFor();
    expect((await user('赵六 <b>'))?.disabled_at).not.toBeNull();
    await theirs.reload();
    await theirs.getByRole('heading', { name: '登录' }).waitFor();
    await theirs.context().close();
    await page.getByRole('dialog').getByRole('button').first().click();
    await wellMade(page, 'admin-users-1440-zh');
    await page.context().close();
  });

  it('keep one administrator at least', async () => {
    const as = await server.person('association', ['admin']);
    const { user_id } = as;
    await server.api.store.as(systemActor, async ({ db }) => {
      const others = db.deleteFrom('membership').where('tenant_id', '=', tenantOf.association);
      await others.where('user_id', '<>', user_id).execute();
    });
    const page = await openPage(server, '/admin/users', { as, language: 'en', width: 390 });
    await page.getByRole('row').first().click();
    await page.getByRole('checkbox', { name: 'Administrator' }).uncheck();
    await page.getByRole('checkbox', { name: 'Reader' }).check();
    await page.getByRole('button', { name: 'Save roles' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('auth.last_admin');
    hush(page);
    await wellMade(page, 'admin-user-390-en');
    await page.context().close();
  });
});

describe('keys', () => {
  it('are made with scopes, shown once, work, and are revoked', async () => {
    const page = await openPage(server, '/admin/keys', { as: admin, language: 'en', width: 390 });
    await page.getByRole('heading', { name: 'No keys yet.' }).waitFor();
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByLabel('Name', { exact: true }).fill('ticket system');
    await page.getByRole('checkbox', { name: 'Handler' }).check();
    // Beyond today by the browser's clock, too.
    await page.getByLabel('Days it works').fill('400');
    await wellMade(page, 'admin-key-390-en');
    await page.getByRole('dialog').getByRole('button', { name: 'Make a key' }).click();
    const token = await page.getByText(/^pp_/).innerText();
    await page.getByRole('button', { name: 'Close' }).last().click();
    expect(await page.getByText(token).count()).toBe(0);
    const call = server.api.client({ authorization: `Bearer ${token}` });
    expect((await call(inspectionsList, { query: {} })).status).toBe(200);
    await page.getByText('In use').waitFor();
    await wellMade(page, 'admin-keys-390-en');
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked').waitFor();
    expect((await call(inspectionsList, { query: {} })).status).toBe(401);
    expect(await noise(page)).toEqual([]);
    await page.context().close();
  });
});

describe('what is on record', () => {
  it('is read by auditors, who change nothing', async () => {
    const reader = await server.person('regulator', ['reader']);
    expect((await server.api.client(reader.headers)(keysList, {})).status).toBe(403);
    const as = await server.person('regulator', ['auditor']);
    const page = await openPage(server, '/admin/refusals', { as });
    await page.getByText('keys.list').waitFor();
    await page.getByText('您的角色无权进行此操作。').waitFor();
    await wellMade(page, 'admin-refusals-1440-zh');
    await page.getByRole('link', { name: '登录记录' }).click();
    // The invitation taken above.
    await page.getByText('邀请', { exact: true }).waitFor();
    await page.getByText('赵六 <b>').waitFor();
    await wellMade(page, 'admin-sign-ins-1440-zh');
    for (const [name, verb] of [
      ['用户', '邀请用户'],
      ['API 密钥', '创建密钥'],
      ['事件通知', '新增通知'],
    ] as const) {
      await page.getByRole('link', { name, exact: true }).click();
      await page
        .getByRole('table')
        .or(page.getByText(/^还没有/))
        .first()
        .waitFor();
      expect([name, await page.getByRole('button', { name: verb }).count()]).toEqual([name, 0]);
    }
    expect(await page.getByRole('button', { name: '撤销' }).count()).toBe(0);
    await page.context().close();
    const phone = await openPage(server, '/admin/sign-ins', { as, language: 'en', width: 390 });
    await phone.getByText('Invitation', { exact: true }).waitFor();
    await wellMade(phone, 'admin-sign-ins-390-en');
    await phone.context().close();
  });

  it('is not for administrators', async () => {
    const page = await openPage(server, '/admin/refusals', { as: admin });
    await page.getByRole('heading', { name: '您的角色不能查看此页' }).waitFor();
    expect(await noise(page)).toEqual([]);
    await page.context().close();
  });
});

describe('organisations', () => {
  it('are taken in by whoever runs the installation alone', async () => {
    const page = await openPage(server, '/admin/tenants', { as: admin });
    await page.getByRole('button', { name: '接入机构' }).click();
    await page.getByLabel('机构名称').fill('某直播平台');
    await page.getByLabel('管理员姓名').fill('孙七');
    await page.getByLabel('管理员登录名').fill('sun@example.org');
    await choose(page, '法域', '欧盟');
    await page.getByRole('button', { name: '接入', exact: true }).click();
    await page.getByText(/invitation#token=/).waitFor();
    await page.getByRole('button', { name: '关闭' }).last().click();
    await page.getByText('全体消费者').waitFor();
    const row = page.getByRole('row', { name: '某直播平台' });
    await row.getByText('欧盟', { exact: true }).waitFor();
    await wellMade(page, 'admin-tenants-1440-zh');
    // Taken in under a wrong law: another one from a later day on.
    await row.click();
    await page.getByText('没有更正记录。').waitFor();
    await page.getByLabel('自何日起适用').fill('2026-06-01');
    await choose(page, '法域', '中国');
    await page.getByLabel('事由').fill('接入时误选');
    await page.getByRole('button', { name: '登记更正' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await row.getByText('欧盟', { exact: true }).waitFor();
    await row.click();
    await page.getByText('自 2026-06-01 起：中国，证照编号：无').waitFor();
    await wellMade(page, 'admin-tenant-changes-1440-zh');
    await page.context().close();
    const as = await server.person('platform', ['admin']);
    const other = await openPage(server, '/admin/tenants', { as });
    await other.getByText('某直播平台').waitFor();
    expect(await other.getByRole('button', { name: '接入机构' }).count()).toBe(0);
    await other.context().close();
  });
});

describe('raw files', () => {
  it('are listed with the day until which they are locked', async () => {
    const { api } = server;
    await api.store.as(systemActor, async ({ db }) => {
      const { user_id } = admin;
      const row = { tenant_id: tenantOf.regulator, user_id, bytes: 1_234, name: '订单.csv' };
      const kept = { ...row, keep_until: '2029-03-02' };
      const gone = {
        name: 'old.sql',
        keep_until: '2026-02-27',
        removed_at: '2026-03-01T00:00:00Z',
      };
      await db
        .insertInto('file')
        .values([
          { ...kept, sha256: 'a'.repeat(64) },
          { ...row, ...gone, sha256: 'b'.repeat(64) },
        ])
        .execute();
    });
    const page = await openPage(server, '/admin/kept-files', { as: admin });
    await page.getByText('订单.csv').waitFor();
    await page.getByText('已清除 2026-03-01').waitFor();
    await choose(page, '今后上传文件的保存期限', '5 年');
    await wellMade(page, 'admin-kept-1440-zh');
    await page.context().close();
    const small = await openPage(server, '/admin/kept-files', {
      as: admin,
      language: 'en',
      width: 390,
      look: 'dark',
    });
    await small.getByText('gone since 2026-03-01').waitFor();
    await small.getByText('5 years').waitFor();
    await wellMade(small, 'admin-kept-390-en-dark');
    await small.context().close();
  });
});

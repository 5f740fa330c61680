import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as findings from '../../../src/server/contract/findings.ts';
import * as findingMatters from '../../../src/server/contract/finding-matters.ts';
import * as matters from '../../../src/server/contract/matters.ts';
import { systemActor } from '../../../src/store/store.ts';
import { storedFinding } from '../../support/stored-finding.ts';
import { good, openOffice } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
const day = '2026-03-02';

/** Subjects found under cn.a, and how many rows nobody could judge there. */
async function inspected(id: string, as_of: string, subjects: string[], undecided = 0) {
  const common = { inspection_id: id, tenant_id: 'mall' };
  const row = { id, tenant_id: 'mall', as_of, snapshot_id: 's', report: 'r', summary: '{}' };
  await office.api.store.as(systemActor, async ({ db }) => {
    await db.insertInto('inspection').values(row).execute();
    const verdict = subjects.length > 0 ? ('breach' as const) : ('no_breach' as const);
    const detail = JSON.stringify({ undecided });
    const judged = { ...common, provision_id: 'cn.a', verdict, detail };
    await db.insertInto('inspection_provision').values(judged).execute();
    const found = subjects.map((subject, i) =>
      storedFinding({ ...common, number: i + 1, provision: 'cn.a', subject }),
    );
    if (found.length > 0) await db.insertInto('finding').values(found).execute();
  });
}

beforeAll(async () => {
  office = await openOffice();
  await office.api.store.as(systemActor, async ({ db }) => {
    const over = { regulator_id: 'amr', platform_id: 'mall', since: day };
    await db
      .insertInto('jurisdiction')
      .values({ ...over, status: 'confirmed' })
      .execute();
  });
  await inspected('first', '2026-01-05', ['1', '2']);
  await inspected('half', '2026-02-05', ['2']);
  await inspected('blind', '2026-02-06', [], 3);
  await inspected('clean', '2026-02-07', []);
  await inspected('early', '2025-12-01', []);
});
afterAll(async () => await office.api.end());

describe('an order about findings', () => {
  it('is cured by a later inspection that finds none of them, and by nothing less', async () => {
    const li = await office.as('li');
    const body = { kind: 'order' as const, title: '停止计酬', facts: '三级计酬' };
    const about = { ...body, findings: ['first_1', 'first_2'] };
    const opened = await li(findingMatters.findingsOpenMatter, { body: about });
    const { matter_id, findings: ids } = good(opened);
    await office.take('li', matter_id, 'add_party', {
      data: { face: 'subject', party: 'platform', tenant_id: 'mall' },
    });
    const issue = { requirement: '停止', basis: ['第七条'], due_on: '2026-03-20' };
    await office.both('zhang', 'zhao', matter_id, 'issue', issue);
    // Opened from findings or by hand, lists know its day; the platform sees it from the issue on.
    for (const user of ['li', 'chen']) {
      const list = good(await (await office.as(user))(matters.mattersList, { query: {} }));
      expect(list.items).toMatchObject([
        { id: matter_id, due_on: '2026-03-20', due_clock: 'cure', due_title: { zh: '改正期限' } },
      ]);
    }
    const cure = (inspection_id: string, gone = ids) => ({ data: { inspection_id, gone } });
    const refused = async (inspection: string, gone = ids) =>
      await office.refused('li', matter_id, 'confirm_cure', cure(inspection, gone));
    expect(await refused('half')).toBe('matters.still_there');
    // Naming only what is gone does not help: all that the order is about must be.
    expect(await refused('half', ids.slice(0, 1))).toBe('matters.still_there');
    expect(await refused('blind')).toBe('matters.cure_unknown');
    expect(await refused('clean', [...ids, 'made up'])).toBe('matters.cure_unknown');
    expect(await refused('early')).toBe('findings.no_pair');
    expect(await refused('first')).toBe('casework.same_inspection');
    expect(await refused('nowhere')).toBe('http.not_found');
    expect((await office.take('li', matter_id, 'confirm_cure', cure('clean'))).status).toBe(
      'cured',
    );
  });

  it('tells its subjects which once it is issued, and no subject more than its own', async () => {
    const { api } = office;
    const claims = { wang: ['shop', 'op-1'], rival: ['shop2', 'op-2'] } as const;
    await api.store.as(systemActor, async ({ db }) => {
      const row = { id: 'walls', tenant_id: 'mall', as_of: day, snapshot_id: 's', report: 'r' };
      await db
        .insertInto('inspection')
        .values({ ...row, summary: '{}' })
        .execute();
      for (const [number, [tenant_id, account]] of Object.values(claims).entries()) {
        const common = { inspection_id: 'walls', tenant_id: 'mall', number: 7 + number };
        await db
          .insertInto('finding')
          .values(storedFinding({ ...common, operator_id: account }))
          .execute();
        const claim = { id: `claim-${account}`, tenant_id, platform_id: 'mall', account };
        const agreed = { proposed_by: tenant_id, since: day, status: 'confirmed' } as const;
        await db
          .insertInto('operator_claim')
          .values({ ...claim, ...agreed })
          .execute();
      }
    });
    const li = await office.as('li');
    const body = { kind: 'order' as const, title: '清理评价', facts: '编造评价' };
    const about = { ...body, findings: ['walls_7', 'walls_8'] };
    const { matter_id, findings: ids } = good(
      await li(findingMatters.findingsOpenMatter, { body: about }),
    );
    for (const [party, tenant_id, face] of [
      ['operator', 'shop', 'subject'],
      ['operator', 'shop2', 'subject'],
      ['association', 'guild', 'helper'],
    ]) {
      await office.take('li', matter_id, 'add_party', { data: { face, party, tenant_id } });
    }
    const seen = async (user: string) => {
      const answer = await (await office.as(user))(matters.mattersRead, { params: { matter_id } });
      return answer.ok ? answer.body : null;
    };
    expect(await seen('wang')).toBeNull();
    const issue = { requirement: '清理', basis: ['第七条'], due_on: '2026-03-20' };
    await office.both('zhang', 'zhao', matter_id, 'issue', issue);
    for (const [user, own, other] of [
      ['wang', 7, 8],
      ['rival', 8, 7],
    ] as const) {
      const told = await seen(user);
      expect(told?.title).toBe('清理评价');
      expect(told?.events.map(({ type }) => type)).toEqual(['open', 'issue']);
      // The parties, who drafted it and why stay with the office.
      expect(told?.events[0]).toMatchObject({ reason: null, actor: { user_id: null } });
      expect(told?.events[0]?.data).toEqual({
        kind: 'order',
        title: '清理评价',
        inspection_id: 'walls',
        findings: ids,
      });
      expect(told?.parties.map(({ tenant_id }) => tenant_id)).not.toContain(
        user === 'wang' ? 'shop2' : 'shop',
      );
      const call = await office.as(user);
      const read = async (number: number) =>
        (await call(findings.findingsRead, { params: { finding_id: `walls_${number}` } })).status;
      expect([await read(own), await read(other)]).toEqual([200, 404]);
      const list = good(await call(findings.findingsList, { query: {} }));
      expect(list.items.map(({ number }) => number)).toEqual([own]);
    }
    // A helper is asked to see to it, not told what was found.
    expect((await seen('sun'))?.events.map(({ type }) => type)).toEqual(['issue']);
  });
});

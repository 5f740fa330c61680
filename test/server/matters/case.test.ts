import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as matters from '../../../src/server/contract/matters.ts';
import { good, openOffice } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => await office.api.end());

const shop = { face: 'subject' as const, tenant_id: 'shop' };
const clue = { source: 'monitoring', facts: '虚假交易线索' };
const notice = {
  facts: '组织虚假交易',
  grounds: '违反反不正当竞争法',
  basis: ['反不正当竞争法第九条'],
  proposed: '罚款五千元',
  hearing_right: true,
};
const decision = {
  penalty: '罚款五千元',
  basis: ['反不正当竞争法第二十五条'],
  fine_minor: 500_000,
  discretion: '从轻',
  heavy: false,
  other_province: false,
};

async function statusOf(user: string, matter_id: string): Promise<number> {
  const client = await office.as(user);
  return (await client(matters.mattersRead, { params: { matter_id } })).status;
}

describe('a penalty case', () => {
  it('is decided by two people, and is the subject’s from the notice on', async () => {
    const id = await office.open('li', 'case', { title: '某店案', ...clue }, [shop]);
    await office.both('li', 'zhang', id, 'open_case', { officers: ['li', 'hu'] });
    await office.take('li', id, 'finish_investigation', {
      data: { proposal: '处罚', file_digest: 'a'.repeat(64) },
    });
    expect(await office.refused('li', id, 'review', { data: { opinion: '同意' } })).toBe(
      'casework.decided_before',
    );
    await office.take('zhao', id, 'review', { data: { opinion: '同意' } });
    expect(await statusOf('wang', id)).toBe(404);
    await office.take('li', id, 'serve_notice', { data: notice });
    const told = await office.read('wang', id);
    expect(told.events.map(({ type }) => type)).toEqual(['serve_notice']);
    expect(told).toMatchObject({ title: null, status: 'noticed', proposals: [] });
    // Five working days after Monday 2 March.
    expect(told.clocks.map(({ clock, due_on }) => [clock, due_on])).toEqual([
      ['statement', '2026-03-09'],
    ]);
    expect(told.steps.map(({ step }) => step)).toEqual(['state', 'waive', 'ask_hearing']);
    await office.take('wang', id, 'waive');

    expect(await office.refused('li', id, 'decide', { data: decision })).toBe(
      'casework.second_person',
    );
    const { number } = await office.take('zhang', id, 'propose', {
      data: { step: 'decide', data: decision },
    });
    const approve = { data: { proposal: number } };
    expect(await office.refused('zhang', id, 'approve', approve)).toBe('casework.same_person');
    expect(await office.refused('li', id, 'approve', approve)).toBe('casework.not_yours');
    expect(await office.refused('wu', id, 'approve', approve)).toBe('http.not_found');
    const mine = (await office.read('zhang', id)).proposals;
    expect(mine).toMatchObject([{ number, step: 'decide', may: ['retract'] }]);
    expect((await office.read('zhao', id)).proposals[0]?.may).toEqual(['approve', 'reject']);
    expect((await office.take('zhao', id, 'approve', approve)).status).toBe('decided');

    // Not served yet: the subject stands where it stood, in lists and by itself.
    expect(await office.read('wang', id)).toMatchObject({ status: 'ready' });
    const client = await office.as('wang');
    const query = { status: 'decided' };
    expect(good(await client(matters.mattersList, { query })).items).toEqual([]);
    await office.take('li', id, 'serve', { data: { how: 'direct' } });
    const items = good(await client(matters.mattersList, { query: {} })).items;
    expect(items).toMatchObject([{ id, status: 'served', title: null, due_on: '2026-03-17' }]);
    const served = await office.read('wang', id);
    expect(served.events.map(({ type }) => type)).toEqual([
      'serve_notice',
      'waive',
      'decide',
      'serve',
    ]);
    expect(JSON.stringify(served)).not.toMatch(/线索|zhang|zhao/);
    // Fifteen days after 2 March.
    const payment = served.clocks.find(({ clock }) => clock === 'payment');
    expect(payment).toMatchObject({
      due_on: '2026-03-17',
      clause: { article: expect.any(String) },
    });
  });

  it('hides who reported it: no report, no link and no name for the subject', async () => {
    const owner = { face: 'owner' as const, tenant_id: 'amr' };
    const report = await office.open(
      'buyer',
      'report',
      { title: '内部举报', facts: '店长让员工刷单', named: true },
      [owner, { face: 'helper', tenant_id: 'mall' }],
    );
    const id = await office.open('li', 'case', { title: '刷单案', ...clue }, [shop]);
    await office.take('li', id, 'link', { data: { matter_id: report, how: 'came_from' } });
    const from = await office.read('li', report);
    expect(from.links).toEqual([{ matter_id: id, how: 'led_to' }]);
    expect(from.parties).toContainEqual(expect.objectContaining({ user_id: 'buyer' }));
    const reading = await office.read('reading', report);
    expect(JSON.stringify(reading)).not.toContain('buyer');
    await office.both('li', 'zhang', id, 'open_case', { officers: ['li', 'hu'] });
    await office.both('li', 'zhang', id, 'seal', { item: '仓库', what: '库存' });
    const sealed = await office.read('wang', id);
    expect(sealed.events.map(({ type }) => type)).toEqual(['seal']);
    expect(sealed).toMatchObject({ links: [], status: null });
    expect(JSON.stringify(sealed)).not.toMatch(/举报|buyer|刷单/);
    for (const user of ['wang', 'mall', 'rival', 'buyer2']) {
      if (user !== 'mall') expect(await statusOf(user, report)).toBe(404);
    }
    expect(await statusOf('chen', report)).toBe(404);
    await office.both('li', 'zhang', report, 'open_case', { matter_id: id });
    const helped = await office.read('chen', report);
    expect(JSON.stringify(helped)).not.toMatch(/buyer|店长|内部举报/);
    // The reporter is told that there is a case, and does not see it.
    expect((await office.read('buyer', report)).status).toBe('case_opened');
    expect(await statusOf('buyer', id)).toBe(404);
    // Nobody may name a matter he does not see.
    const other = await office.open('wu', 'case', { title: '他局', ...clue }, [shop]);
    expect(
      await office.refused('wu', other, 'link', { data: { matter_id: report, how: 'related' } }),
    ).toBe('store.no_matter');
  });
});

describe('an appeal', () => {
  it('is decided by neither who proposed nor who approved the measure', async () => {
    const measure = await office.open('chen', 'measure', { title: '下架', facts: '售假' }, [shop]);
    const what = {
      measure: 'remove_listing',
      facts: '售假',
      grounds: '规则第三条',
      basis: ['平台规则'],
      appeal_path: '站内申诉',
      shop: '某店',
      found_by_machine: true,
    };
    expect(await statusOf('wang', measure)).toBe(404);
    await office.both('chen', 'lin', measure, 'decide', what);
    expect((await office.read('wang', measure)).status).toBe('decided');
    const owner = { face: 'owner' as const, tenant_id: 'mall' };
    const grounds = { title: '申诉', grounds: '商品有授权', measure_id: measure };
    await expect(office.open('rival', 'appeal', grounds, [owner])).rejects.toThrow(
      'store.no_matter',
    );
    const id = await office.open('wang', 'appeal', grounds, [owner]);
    for (const user of ['chen', 'lin']) {
      expect(await office.refused(user, id, 'take')).toBe('casework.decided_before');
      expect((await office.read(user, id)).steps.map(({ step }) => step)).not.toContain('take');
    }
    expect((await office.read('he', id)).steps.map(({ step }) => step)).toContain('take');
    await office.take('he', id, 'take');
    expect(await office.refused('chen', id, 'lift')).toBe('casework.decided_before');
    await office.take('he', id, 'lift', { reason: '授权属实' });
    const seen = await office.read('wang', id);
    expect(seen.status).toBe('lifted');
    expect(seen.events.at(-1)).toMatchObject({ reason: '授权属实', actor: { user_id: null } });
  });
});

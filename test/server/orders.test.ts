import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as orders from '../../src/server/contract/orders.ts';
import type { Client } from '../../src/server/client.ts';
import { dayStart } from '../../src/server/orders/day-start.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { leaveSmallMall, leftInspection } from '../support/left-inspection.ts';

let api: ApiServer;
let platform: Client;
let stranger: Client;

beforeAll(async () => {
  api = await apiServer({}, [process.execPath, '-e', '']);
  leaveSmallMall(api.workspace);
  await addTenant(api, 'mall', 'platform');
  await addTenant(api, 'else', 'platform');
  await leftInspection(api, 'mall', 'look');
  platform = api.client((await addPerson(api, 'p', 'mall', ['reader'])).headers);
  stranger = api.client((await addPerson(api, 's', 'else', ['reader'])).headers);
}, 180_000);
afterAll(async () => await api.end());

async function lifeOf(order_id: string) {
  const answer = await platform(orders.ordersRead, { params: { inspection_id: 'look', order_id } });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.body;
}

describe('the life of an order', () => {
  it('goes from the post it came from to the complaint about it, in time', async () => {
    const life = await lifeOf('o1');
    const at = life.line.map(({ on, row, column }) => {
      const { table, id } = life.rows[row]!;
      return `${on} ${table} ${id} ${column}`;
    });
    expect(at).toEqual([
      '2026-01-08 content c1 published_at',
      '2026-01-09 order o1 ordered_at',
      '2026-01-09 commission k1 accrued_at',
      '2026-01-09 commission k2 accrued_at',
      '2026-01-09 commission k3 accrued_at',
      '2026-01-09 order o1 paid_at',
      '2026-01-10 order o1 shipped_at',
      ...['k1', 'k2', 'k3'].map((id) => `2026-01-10 commission ${id} paid_at`),
      '2026-01-10 shipment s1 shipped_at',
      '2026-01-12 order o1 delivered_at',
      '2026-01-12 shipment s1 delivered_at',
      '2026-01-13 after_sale as1 requested_at',
      '2026-01-14 review r1 created_at',
      '2026-01-22 after_sale as1 answered_at',
      '2026-01-23 complaint p1 received_at',
      '2026-01-24 complaint p1 answered_at',
    ]);
    const paid = life.line.find(({ column }) => column === 'paid_at');
    expect(paid?.what).toEqual({ zh: '订单：支付时间', en: 'an order: paid' });
    // The listing, its operator and the line speak of no moment.
    const undated = life.undated.map((row) => life.rows[row]!.table).toSorted();
    expect(undated).toEqual(['listing', 'operator', 'order_line']);
    expect([life.time_zone, life.currency, life.cut]).toEqual(['Asia/Shanghai', 'CNY', []]);
  });

  it('says to whom commission was paid on it, at which level', async () => {
    const paid = (await lifeOf('o1')).commissions.map((one) => [
      one.beneficiary_id,
      one.level,
      one.amount_minor,
    ]);
    expect(paid).toEqual([
      ['f', 1, 2_000],
      ['d', 2, 1_000],
      ['c', 3, 500],
    ]);
    expect((await lifeOf('o2')).commissions.map(({ commission_id }) => commission_id)).toEqual([
      'k4',
    ]);
  });

  it('says what failed, by the inspection, and what held, judged again from the row', async () => {
    const life = await lifeOf('o1');
    expect([life.packs.map(({ id }) => id), life.packs_changed]).toEqual([['cn'], false]);
    const failed = life.rows.flatMap(({ table, id, judged }) =>
      judged
        .filter(({ verdict }) => verdict === 'breach' || verdict === 'indication')
        .map((one) => [table, id, one.provision, one.verdict, one.by, one.version_in_force]),
    );
    // Every breach a row alone shows is one the inspection found: two runners, one answer.
    expect(failed).toEqual([
      ['listing', 'l1', 'cn.adlaw.art9-3', 'indication', 'inspection', '2015-09-01'],
      ['after_sale', 'as1', 'cn.crpl.art25.refusal', 'breach', 'inspection', '2014-03-15'],
    ]);
    const afterSale = life.rows.find(({ table }) => table === 'after_sale')!;
    const others = afterSale.judged.filter(({ by }) => by === 'row');
    expect(new Set(others.map(({ verdict }) => verdict))).toEqual(
      new Set(['no_breach', 'cannot_tell']),
    );
    for (const one of others) {
      expect(one.needs.length > 0).toBe(one.verdict === 'cannot_tell');
      expect(one.explanation.zh).toContain(
        one.verdict === 'no_breach' ? '依所供数据，该记录未见不符合' : `尚需：${one.needs[0]}`,
      );
      expect(one.version_in_force).toMatch(/^(19|20)\d\d-\d\d-\d\d$/);
    }
    // The other order has no after-sale request, and nothing failed on it.
    const other = await lifeOf('o2');
    expect(other.rows.map(({ table }) => table)).toEqual([
      'listing',
      'operator',
      'order',
      'commission',
      'order_line',
    ]);
    expect(other.rows.flatMap(({ judged }) => judged).some(({ by }) => by === 'inspection')).toBe(
      false,
    );
  });

  it('is there for those who see the inspection, and where there is such an order', async () => {
    const params = { inspection_id: 'look', order_id: 'o1' };
    expect((await stranger(orders.ordersRead, { params })).status).toBe(404);
    const none = { params: { ...params, order_id: "o' OR '1'='1" } };
    expect((await platform(orders.ordersRead, none)).status).toBe(404);
    const list = { params: { inspection_id: 'look' }, query: {} };
    expect((await stranger(orders.ordersList, list)).status).toBe(404);
  });
});

describe('orders of an inspection', () => {
  const ask = async (query: Readonly<Record<string, string | number>>) => {
    const params = { inspection_id: 'look' };
    const answer = await platform(orders.ordersList, { params, query });
    if (!answer.ok) throw new Error(answer.problem.en);
    return answer.body;
  };
  const ids = async (query: Readonly<Record<string, string>>) =>
    (await ask(query)).items.map(({ order_id }) => order_id);

  it('are listed newest first, with how many findings there are on them', async () => {
    const first = await ask({ limit: 1 });
    expect(first.items[0]).toMatchObject({ order_id: 'o2', buyer_id: 'g2', findings: 0 });
    const rest = await ask({ limit: 1, cursor: first.next ?? '' });
    expect(rest).toMatchObject({ items: [{ order_id: 'o1', findings: 1 }], next: null });
  });

  it('are found by who, what and when', async () => {
    expect(await ids({ order: 'o1' })).toEqual(['o1']);
    expect(await ids({ buyer_id: 'g2' })).toEqual(['o2']);
    expect(await ids({ promoter_id: 'f' })).toEqual(['o2', 'o1']);
    expect(await ids({ listing_id: 'l1' })).toEqual(['o1']);
    expect(await ids({ with_findings: 'true' })).toEqual(['o1']);
    expect(await ids({ from: '2026-01-09', to: '2026-01-09' })).toEqual(['o1']);
    expect(await ids({ from: '2026-01-10' })).toEqual(['o2']);
    expect(await ids({ buyer_id: 'nobody' })).toEqual([]);
  });
});

it('knows when a day begins, also where clocks are put forward at midnight', () => {
  expect(dayStart('Asia/Shanghai', '2026-01-09')).toBe('2026-01-08T16:00:00.000Z');
  expect(dayStart('UTC', '2026-01-09')).toBe('2026-01-09T00:00:00.000Z');
  expect(dayStart('America/New_York', '2026-03-09')).toBe('2026-03-09T04:00:00.000Z');
  // 7 September 2025 began at one o'clock in Chile, three hours behind UTC from then on.
  expect(dayStart('America/Santiago', '2025-09-07')).toBe('2025-09-07T04:00:00.000Z');
  expect(dayStart('Pacific/Kiritimati', '2026-01-09')).toBe('2026-01-08T10:00:00.000Z');
});

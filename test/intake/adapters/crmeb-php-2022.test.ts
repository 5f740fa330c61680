import { describe, expect, it } from 'vitest';
import { adapterOf, mapWith } from './map-with.ts';

const adapter = adapterOf('crmeb', '2022');
/** 2023-11-01 08:30:00 in Shanghai. */
const t = 1_698_798_600;
const at = (hours: number): string => String(t + hours * 3600);

const user = (uid: number, spread_uid: number, more: Record<string, string> = {}) => ({
  uid: String(uid),
  spread_uid: String(spread_uid),
  add_time: at(uid),
  spread_time: spread_uid === 0 ? '0' : at(uid),
  phone: `1391234567${uid}`,
  card_id: '',
  is_promoter: spread_uid === 0 ? '1' : '0',
  status: '1',
  level: '0',
  agent_level: uid === 1 ? '4' : '0',
  spread_count: '1',
  is_del: '0',
  ...more,
});

const ledger = (id: number, type: string, link_id: string, more: Record<string, string> = {}) => ({
  id: String(id),
  uid: '1',
  link_id,
  type,
  number: '2.00',
  pm: '1',
  status: '1',
  add_time: at(10),
  ...more,
});

const order = (id: number, more: Record<string, string> = {}) => ({
  id: String(id),
  pid: '0',
  order_id: `cp${id}`,
  uid: '3',
  total_price: '100.00',
  total_postage: '5.00',
  pay_price: '95.50',
  paid: '1',
  pay_time: at(9),
  add_time: at(8),
  status: '0',
  refund_status: '0',
  refund_price: '0.00',
  delivery_type: '',
  delivery_id: '',
  delivery_name: '',
  spread_uid: '2',
  is_del: '0',
  is_system_del: '0',
  mer_id: '0',
  store_id: '0',
  ...more,
});

describe('CRMEB PHP from 2022', () => {
  it('maps members, their ranks and what ties accounts together', async () => {
    const mapped = await mapWith(adapter, {
      user: [user(1, 0), user(2, 1), user(3, 2, { phone: '13912345672', is_del: '1' })],
      agent_level: [{ id: '4', name: 'gold' }],
      system_user_level: [{ id: '9', name: 'silver' }],
    });
    const columns = 'member_id recruiter_no joined_at bound_at tier is_promoter deleted';
    expect(mapped.rows('member', columns)).toEqual([
      {
        member_id: '1',
        recruiter_no: null,
        joined_at: '2023-11-01T01:30:00Z',
        bound_at: null,
        tier: 'gold',
        is_promoter: true,
        deleted: false,
      },
      {
        member_id: '2',
        recruiter_no: 0,
        joined_at: '2023-11-01T02:30:00Z',
        bound_at: '2023-11-01T02:30:00Z',
        tier: null,
        is_promoter: false,
        deleted: false,
      },
      {
        member_id: '3',
        recruiter_no: 1,
        joined_at: '2023-11-01T03:30:00Z',
        bound_at: '2023-11-01T03:30:00Z',
        tier: null,
        is_promoter: false,
        deleted: true,
      },
    ]);
    const links = mapped.rows('account_link', 'member_id kind link_key');
    expect(links.map(({ member_id, kind }) => [member_id, kind])).toEqual([
      ['1', 'phone'],
      ['2', 'phone'],
      ['3', 'phone'],
    ]);
    expect(links[1]?.['link_key']).toBe(links[2]?.['link_key']);
    expect(mapped.checks.find(({ check }) => check === 'direct_count')).toEqual({
      check: 'direct_count',
      compared: 3,
      differing: 1,
      first: '3',
    });
  });

  it('reads who was bound to whom when, and when an account was closed', async () => {
    const mapped = await mapWith(adapter, {
      user: [user(1, 0), user(2, 0), user(3, 2, { is_del: '1' })],
      user_spread: [
        { id: '1', uid: '3', spread_uid: '1', spread_time: at(3) },
        { id: '2', uid: '3', spread_uid: '2', spread_time: at(30) },
      ],
      user_cancel: [
        { id: '1', uid: '3', add_time: at(40), status: '2', up_time: at(41) },
        { id: '2', uid: '3', add_time: at(50), status: '1', up_time: at(51) },
      ],
    });
    const columns = 'change_id member_id from_id to_id changed_at';
    expect(mapped.rows('sponsor_change', columns).map((row) => Object.values(row))).toEqual([
      ['1', '3', null, '1', '2023-11-01T03:30:00Z'],
      ['2', '3', null, '2', '2023-11-02T06:30:00Z'],
    ]);
    expect(mapped.rows('member', 'member_id left_at')).toEqual([
      { member_id: '1', left_at: null },
      { member_id: '2', left_at: null },
      { member_id: '3', left_at: '2023-11-03T03:30:00Z' },
    ]);
  });

  it('tells the bounty for recruits from commissions on sales and on memberships', async () => {
    const mapped = await mapWith(adapter, {
      user_brokerage: [
        ledger(1, 'one_brokerage', '70'),
        ledger(2, 'two_brokerage', '70', { status: '-1' }),
        ledger(3, 'self_brokerage', '70', { status: '0' }),
        ledger(4, 'brokerage_user', '3'),
        ledger(5, 'one_member_brokerage', '5'),
        ledger(6, 'refund', '70', { pm: '0' }),
        ledger(7, 'extract', '1', { pm: '0' }),
        ledger(8, 'agent_brokerage', '70'),
      ],
      store_order: [order(70)],
      other_order: [
        {
          id: '5',
          uid: '2',
          type: '1',
          paid: '1',
          pay_price: '99.00',
          pay_time: at(7),
          member_type: 'year',
        },
        {
          id: '6',
          uid: '2',
          type: '0',
          paid: '1',
          pay_price: '0.00',
          pay_time: at(7),
          member_type: 'free',
        },
      ],
    });
    const columns = 'commission_id kind level amount_minor source_member_id order_id status';
    const rows = mapped.rows('commission', columns).map((row) => Object.values(row));
    expect(rows).toEqual([
      ['1', 'downline_sale', 1, 200, '3', '70', 'paid'],
      ['2', 'downline_sale', 2, 200, '3', '70', 'reversed'],
      ['3', 'own_sale', 0, 200, '3', '70', 'accrued'],
      ['8', 'level_difference', null, 200, '3', '70', 'paid'],
      ['4', 'recruit', 1, 200, '3', null, 'paid'],
      ['5', 'entry_fee', 1, 200, '2', null, 'paid'],
      ['6', 'downline_sale', null, -200, '3', '70', 'reversed'],
    ]);
    expect(mapped.rows('fee', 'fee_id kind amount_minor tier')).toEqual([
      { fee_id: 'member:5', kind: 'upgrade', amount_minor: 9900, tier: 'year' },
    ]);
  });

  it('maps orders, their history and their lines', async () => {
    const cart = { truePrice: 95, productInfo: { store_name: 'tea', ot_price: '199.00' } };
    const mapped = await mapWith(adapter, {
      store_order: [
        order(70, {
          status: '2',
          delivery_type: 'express',
          delivery_id: 'SF1',
          delivery_name: 'SF',
        }),
        order(71, { paid: '0', pay_time: '0', is_del: '1', spread_uid: '-1' }),
        order(72, { status: '-2', refund_status: '2', refund_price: '95.50' }),
      ],
      store_order_status: [
        { oid: '70', change_type: 'delivery_goods', change_time: at(20) },
        { oid: '70', change_type: 'delivery_goods', change_time: at(30) },
        { oid: '70', change_type: 'user_take_delivery', change_time: at(40) },
      ],
      store_order_cart_info: [
        { id: '1', oid: '70', product_id: '8', cart_num: '2', cart_info: JSON.stringify(cart) },
      ],
    });
    const columns =
      'order_id promoter_id amount_minor paid_minor paid shipped_at delivered_at status ' +
      'refund_status deleted';
    expect(mapped.rows('order', columns).map((row) => Object.values(row))).toEqual([
      [
        '70',
        '2',
        10500,
        9550,
        true,
        '2023-11-01T20:30:00Z',
        '2023-11-02T16:30:00Z',
        'delivered',
        'none',
        false,
      ],
      ['71', null, 10500, null, false, null, null, 'unpaid', 'none', true],
      ['72', '2', 10500, 9550, true, null, null, 'refunded', 'refunded', false],
    ]);
    expect(mapped.rows('order_line', 'title quantity price_minor reference_price_minor')).toEqual([
      { title: 'tea', quantity: 2, price_minor: 9500, reference_price_minor: 19900 },
    ]);
    expect(mapped.rows('shipment', 'shipment_id carrier tracking_no')).toEqual([
      { shipment_id: 'order:70', carrier: 'SF', tracking_no: 'SF1' },
    ]);
    expect(mapped.data_until).toBe('2023-11-02T16:30:00Z');
  });

  it('maps what the schema admits of itself: added sales, invented reviews', async () => {
    const product = {
      id: '8',
      mer_id: '0',
      store_name: 'tea',
      keyword: 'cure',
      store_info: 'heals',
      cate_id: '2',
      price: '95.00',
      ot_price: '199.00',
      sales: '3',
      ficti: '5000',
      is_show: '1',
      is_del: '0',
      add_time: at(0),
    };
    const reply = {
      product_id: '8',
      oid: '70',
      product_score: '5',
      comment: 'good',
      is_del: '0',
      add_time: at(1),
    };
    const mapped = await mapWith(adapter, {
      store_product: [product],
      store_product_reply: [
        { ...reply, id: '1', uid: '3', nickname: '' },
        { ...reply, id: '2', uid: '0', nickname: 'happy' },
      ],
    });
    expect(mapped.rows('listing', 'claims sales_actual sales_added reference_price_minor')).toEqual(
      [{ claims: 'cure\nheals', sales_actual: 3, sales_added: 5000, reference_price_minor: 19900 }],
    );
    expect(mapped.rows('review', 'review_id member_id planted')).toEqual([
      { review_id: '1', member_id: '3', planted: false },
      { review_id: '2', member_id: null, planted: true },
    ]);
  });

  it('reads refunds in their states', async () => {
    const refund = (id: number, refund_type: string, is_cancel = '0') => ({
      id: String(id),
      store_order_id: '70',
      uid: '3',
      refund_type,
      is_cancel,
      refund_price: '95.50',
      refunded_price: refund_type === '6' ? '95.50' : '0.00',
      refund_reason: 'late',
      refund_explain: '',
      refuse_reason: refund_type === '3' ? 'used' : '',
      add_time: at(1),
      refunded_time: ['3', '6'].includes(refund_type) ? at(2) : '0',
    });
    const mapped = await mapWith(adapter, {
      store_order_refund: [refund(1, '1'), refund(2, '3'), refund(3, '6'), refund(4, '1', '1')],
    });
    const columns = 'after_sale_id status refunded_minor answered_at refunded_at refusal_reason';
    expect(mapped.rows('after_sale', columns).map((row) => Object.values(row))).toEqual([
      ['1', 'open', 0, null, null, null],
      ['2', 'refused', 0, '2023-11-01T02:30:00Z', null, 'used'],
      ['3', 'done', 9550, '2023-11-01T02:30:00Z', '2023-11-01T02:30:00Z', null],
      ['4', 'withdrawn', 0, null, null, null],
    ]);
  });
});

describe('the plan in the settings of CRMEB PHP', () => {
  const settings = (values: Record<string, string>) => ({
    system_config: Object.entries(values).map(([menu_name, value]) => ({ menu_name, value })),
  });

  it('pays for heads, for own purchases and two levels deep', async () => {
    const mapped = await mapWith(
      adapter,
      settings({
        brokerage_func_status: '1',
        store_brokerage_statu: '3',
        store_brokerage_price: '"100"',
        store_brokerage_ratio: '"10"',
        store_brokerage_two: '"5"',
        brokerage_level: '2',
        brokerage_user_status: '1',
        uni_brokerage_price: '"2.5"',
        is_self_brokerage: '1',
        member_brokerage: '"0"',
      }),
    );
    const columns =
      'plan_id enabled levels_paid join_condition join_price_minor self_rebate src_line';
    expect(mapped.rows('plan', columns)).toEqual([
      {
        plan_id: 'crmeb',
        enabled: true,
        levels_paid: 2,
        join_condition: 'spend_threshold',
        join_price_minor: 10000,
        self_rebate: true,
        src_line: 2,
      },
    ]);
    expect(mapped.rows('plan')[0]?.['statement']).toBe(
      'brokerage_func_status = 1; store_brokerage_statu = 3; store_brokerage_price = 100; ' +
        'is_self_brokerage = 1; uni_brokerage_price = 2.5; store_brokerage_ratio = 10; ' +
        'store_brokerage_two = 5; brokerage_user_status = 1; brokerage_level = 2; ' +
        'member_brokerage = 0',
    );
    const rules = mapped.rows('plan_rule', 'base depth rate amount_minor src_line');
    expect(rules.map((row) => Object.values(row))).toEqual([
      ['headcount', 1, null, 250, 9],
      ['own_sale', 0, 0.1, null, 5],
      ['downline_sale', 1, 0.1, null, 5],
      ['downline_sale', 2, 0.05, null, 6],
    ]);
  });

  it('pays one level where settings say one, and no bounty when that is off', async () => {
    const mapped = await mapWith(
      adapter,
      settings({
        store_brokerage_ratio: '10',
        store_brokerage_two: '5',
        brokerage_level: '1',
        brokerage_user_status: '0',
        uni_brokerage_price: '2',
      }),
    );
    expect(mapped.rows('plan', 'levels_paid enabled')).toEqual([{ levels_paid: 1, enabled: null }]);
    expect(mapped.rows('plan_rule', 'base depth')).toEqual([{ base: 'downline_sale', depth: 1 }]);
  });

  it('says nothing of a plan where there are no settings', async () => {
    const mapped = await mapWith(adapter, settings({ site_name: 'x' }));
    expect(mapped.tables.plan).toEqual({ read: 0, refused: 0, folded: 0, columns_present: [] });
  });

  it('reports a setting it cannot read', async () => {
    const mapped = await mapWith(adapter, settings({ store_brokerage_ratio: 'ten' }));
    expect(mapped.rows('plan_rule')).toEqual([]);
    const codes = mapped.issues.map(({ code, count }) => [code, count]);
    expect(codes).toContainEqual(['plan.setting_unreadable', 1]);
  });
});

import { describe, expect, it } from 'vitest';
import { adapterOf, mapWith } from './map-with.ts';

const adapter = adapterOf('niushop');
const t = '1698798600';

const member = (member_id: string, source_member: string) => ({
  member_id,
  source_member,
  mobile: '',
  is_fenxiao: '1',
  status: '1',
  is_delete: '0',
  member_level_name: 'plain',
  reg_time: t,
});

/** Distributor 500 + m is member m: the two number spaces do not overlap. */
const fenxiao = (m: number, parent: string) => ({
  fenxiao_id: String(500 + m),
  member_id: String(m),
  parent,
  level_name: 'gold',
  audit_time: t,
});

describe('NiuShop', () => {
  it('turns a parent distributor into a member, beside the member who recruited', async () => {
    const mapped = await mapWith(adapter, {
      member: [member('1', '0'), member('2', '1'), member('3', '1'), member('4', '0')],
      fenxiao: [fenxiao(1, '0'), fenxiao(2, '501'), fenxiao(3, '502'), fenxiao(4, '503')],
    });
    const columns = 'member_id recruiter_id placement_id tier';
    expect(mapped.rows('member', columns).map((row) => Object.values(row))).toEqual([
      ['1', null, null, 'gold'],
      ['2', '1', '1', 'gold'],
      ['3', '1', '2', 'gold'],
      ['4', '3', '3', 'gold'],
    ]);
  });

  it('makes one commission of each level of a wide row', async () => {
    const row = {
      fenxiao_order_id: '9',
      order_id: '70',
      member_id: '3',
      create_time: t,
      is_settlement: '1',
      is_refund: '0',
      one_fenxiao_id: '502',
      one_commission: '10.00',
      two_fenxiao_id: '501',
      two_commission: '5.00',
      three_fenxiao_id: '0',
      three_commission: '0.00',
    };
    const mapped = await mapWith(adapter, {
      fenxiao: [fenxiao(1, '0'), fenxiao(2, '501')],
      fenxiao_order: [
        row,
        { ...row, fenxiao_order_id: '10', is_settlement: '0', is_refund: '1', two_fenxiao_id: '0' },
      ],
    });
    const columns =
      'commission_id beneficiary_id level amount_minor source_member_id order_id status';
    expect(mapped.rows('commission', columns).map((one) => Object.values(one))).toEqual([
      ['one:9', '2', 1, 1000, '3', '70', 'paid'],
      ['one:10', '2', 1, 1000, '3', '70', 'reversed'],
      ['two:9', '1', 2, 500, '3', '70', 'paid'],
    ]);
  });

  it('reads ranks and JSON settings into one plan', async () => {
    const mapped = await mapWith(adapter, {
      fenxiao_level: [
        {
          level_id: '1',
          level_name: 'gold',
          one_rate: '10.00',
          two_rate: '5.00',
          three_rate: '2.00',
        },
      ],
      config: [
        { config_key: 'FENXIAO_BASICS_CONFIG', value: '{"level":"2","self_purchase_rebate":"1"}' },
        { config_key: 'FENXIAO_CONFIG', value: '{"fenxiao_condition":"3","consume_money":"399"}' },
      ],
    });
    expect(mapped.rows('plan', 'levels_paid join_condition join_price_minor self_rebate')).toEqual([
      {
        levels_paid: 2,
        join_condition: 'spend_threshold',
        join_price_minor: 39900,
        self_rebate: true,
      },
    ]);
    expect(mapped.rows('plan_rule', 'rule_id depth rate').map((row) => Object.values(row))).toEqual(
      [
        ['rank-one:1', 1, 0.1],
        ['rank-two:1', 2, 0.05],
        ['rank-three:1', 3, 0.02],
      ],
    );
  });

  it('reads after-sale requests out of order items', async () => {
    const item = {
      order_id: '70',
      member_id: '3',
      goods_id: '8',
      sku_name: 'tea',
      goods_name: 'tea',
      num: '2',
      price: '20.00',
      refund_type: '2',
      refund_reason: 'late',
      refund_remark: '',
      refund_apply_money: '40.00',
      refund_refuse_reason: '',
    };
    const mapped = await mapWith(adapter, {
      order_goods: [
        {
          ...item,
          order_goods_id: '1',
          refund_status: '0',
          refund_real_money: '0.00',
          refund_time: '0',
          refund_action_time: '0',
        },
        {
          ...item,
          order_goods_id: '2',
          refund_status: '3',
          refund_real_money: '40.00',
          refund_time: '1698805800',
          refund_action_time: t,
        },
      ],
      order_refund_log: [
        { order_goods_id: '2', refund_status: '1', action_way: '1', action_time: t },
        { order_goods_id: '2', refund_status: '4', action_way: '2', action_time: '1698802200' },
      ],
    });
    const columns = 'after_sale_id kind status requested_at answered_at refunded_at refunded_minor';
    expect(mapped.rows('after_sale', columns).map((row) => Object.values(row))).toEqual([
      [
        'item:2',
        'return',
        'done',
        '2023-11-01T00:30:00Z',
        '2023-11-01T01:30:00Z',
        '2023-11-01T02:30:00Z',
        4000,
      ],
    ]);
    expect(mapped.rows('order_line', 'quantity price_minor')).toEqual([
      { quantity: 2, price_minor: 2000 },
      { quantity: 2, price_minor: 2000 },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { adapterOf, mapWith } from './map-with.ts';

const adapter = adapterOf('likeshop');
const t = '1698798600';

describe('likeshop', () => {
  it('maps members with rank, downline count and the time of deletion', async () => {
    const user = { mobile: '', level: '2', is_distribution: '0', disable: '0', create_time: t };
    const mapped = await mapWith(adapter, {
      user: [
        { ...user, id: '1', first_leader: '0', del: '0' },
        { ...user, id: '2', first_leader: '1', del: '1698802200', disable: '1' },
      ],
      distribution: [{ user_id: '1', level_id: '5', is_distribution: '1' }],
      distribution_level: [
        {
          id: '5',
          name: 'partner',
          first_ratio: '20',
          second_ratio: '10',
          third_ratio: '5',
          self_ratio: '0',
        },
      ],
      user_level: [{ id: '2', name: 'silver' }],
      user_distribution: [{ user_id: '1', fans: '1' }],
    });
    const columns = 'member_id recruiter_id tier is_promoter status deleted direct_cached';
    expect(mapped.rows('member', columns).map((row) => Object.values(row))).toEqual([
      ['1', null, 'partner', true, 'active', false, 1],
      ['2', '1', 'silver', false, 'disabled', true, null],
    ]);
  });

  it('reads the plan from the ranks, capped by the setting of levels', async () => {
    const ranks = [
      {
        id: '1',
        name: 'basic',
        first_ratio: '20',
        second_ratio: '10',
        third_ratio: '0',
        self_ratio: '0.00',
      },
      {
        id: '2',
        name: 'partner',
        first_ratio: '25',
        second_ratio: '12.5',
        third_ratio: '5',
        self_ratio: '2',
      },
    ];
    const setting = (name: string, value: string) => ({ type: 'distribution', name, value });
    const mapped = await mapWith(adapter, {
      distribution_level: ranks,
      config: [
        { type: 'other', name: 'is_open', value: '0' },
        setting('is_open', '1'),
        setting('level', '3'),
        setting('apply_condition', '1'),
      ],
    });
    expect(mapped.rows('plan', 'enabled levels_paid join_condition')).toEqual([
      { enabled: true, levels_paid: 3, join_condition: 'open' },
    ]);
    const rules = mapped.rows('plan_rule', 'tier base depth rate').map((row) => Object.values(row));
    expect(rules).toEqual([
      ['partner', 'own_sale', 0, 0.02],
      ['basic', 'downline_sale', 1, 0.2],
      ['partner', 'downline_sale', 1, 0.25],
      ['basic', 'downline_sale', 2, 0.1],
      ['partner', 'downline_sale', 2, 0.125],
      ['partner', 'downline_sale', 3, 0.05],
    ]);
  });

  it('keeps the plan of the ranks where nothing was ever set', async () => {
    const mapped = await mapWith(adapter, {
      distribution_level: [
        {
          id: '1',
          name: 'basic',
          first_ratio: '20',
          second_ratio: '10',
          third_ratio: '0',
          self_ratio: '0',
        },
      ],
    });
    expect(mapped.rows('plan', 'plan_id enabled levels_paid statement')).toEqual([
      {
        plan_id: 'likeshop',
        enabled: null,
        levels_paid: 2,
        statement:
          'shop8_distribution_level: basic, 1 = 0.2; shop8_distribution_level: basic, 2 = 0.1',
      },
    ]);
  });

  it('finds the buyer behind a commission through the order item', async () => {
    const entry = {
      user_id: '1',
      ratio: '20.00',
      order_id: '0',
      order_goods_id: '9',
      money: '4.00',
      create_time: t,
      settlement_time: null,
    };
    const mapped = await mapWith(adapter, {
      distribution_order_goods: [
        { ...entry, id: '1', level: '1', status: '1' },
        { ...entry, id: '2', level: '3', status: '2', settlement_time: '1698802200' },
        { ...entry, id: '3', level: '0', status: '3' },
      ],
      order_goods: [
        {
          id: '9',
          order_id: '70',
          goods_id: '8',
          goods_name: 'tea',
          goods_num: '1',
          goods_price: '20.00',
          original_price: '99.00',
        },
      ],
      order: [
        {
          id: '70',
          order_sn: 's70',
          user_id: '3',
          order_status: '3',
          pay_status: '1',
          order_amount: '20.00',
          refund_status: '0',
          del: '0',
        },
      ],
    });
    const columns = 'commission_id kind level source_member_id order_id status paid_at';
    expect(mapped.rows('commission', columns).map((row) => Object.values(row))).toEqual([
      ['1', 'downline_sale', 1, '3', '70', 'accrued', null],
      ['2', 'downline_sale', 3, '3', '70', 'paid', '2023-11-01T01:30:00Z'],
      ['3', 'own_sale', 0, '3', '70', 'reversed', null],
    ]);
    expect(mapped.rows('order', 'paid paid_minor status')).toEqual([
      { paid: true, paid_minor: 2000, status: 'completed' },
    ]);
  });

  it('knows a review with virtual reviewer data as planted', async () => {
    const comment = {
      goods_id: '8',
      order_goods_id: '9',
      goods_comment: '5',
      comment: 'good',
      status: '1',
      del: '0',
      create_time: t,
    };
    const mapped = await mapWith(adapter, {
      goods_comment: [
        { ...comment, id: '1', user_id: '3', virtual_data: null },
        { ...comment, id: '2', user_id: '0', virtual_data: '{"nickname":"happy"}' },
      ],
    });
    expect(mapped.rows('review', 'review_id planted hidden')).toEqual([
      { review_id: '1', planted: false, hidden: false },
      { review_id: '2', planted: true, hidden: false },
    ]);
  });

  it('reads after-sale states', async () => {
    const sale = {
      user_id: '3',
      order_id: '70',
      refund_reason: 'late',
      refund_remark: null,
      refund_type: '1',
      refund_price: '20.00',
      create_time: t,
      audit_time: null,
      confirm_take_time: null,
      admin_remark: 'no',
    };
    const mapped = await mapWith(adapter, {
      after_sale: [
        { ...sale, id: '1', status: '0', del: '0' },
        { ...sale, id: '2', status: '4', del: '0' },
        { ...sale, id: '3', status: '6', del: '0' },
        { ...sale, id: '4', status: '0', del: '1' },
      ],
      order_refund: [
        { order_id: '70', refund_status: '2', refund_at: '1698799000' },
        { order_id: '70', refund_status: '1', refund_at: '1698802200' },
      ],
    });
    const columns = 'after_sale_id kind status refunded_minor refunded_at refusal_reason';
    expect(mapped.rows('after_sale', columns).map((row) => Object.values(row))).toEqual([
      ['1', 'return', 'open', null, null, null],
      ['2', 'return', 'refused', null, null, 'no'],
      ['3', 'return', 'done', 2000, '2023-11-01T01:30:00Z', null],
      ['4', 'return', 'withdrawn', null, null, null],
    ]);
  });
});

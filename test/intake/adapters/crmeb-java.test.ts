import { describe, expect, it } from 'vitest';
import { adapterOf, mapWith } from './map-with.ts';

const adapter = adapterOf('crmeb', '1.x');
const at = '2023-11-01 08:30:00';

describe('CRMEB Java', () => {
  it('maps members with local times and accounts that were closed', async () => {
    const user = {
      phone: '',
      card_id: '',
      is_promoter: '1',
      level: '1',
      spread_count: '1',
      create_time: at,
      spread_time: at,
    };
    const mapped = await mapWith(adapter, {
      user: [
        { ...user, uid: '1', spread_uid: '0', status: '1', is_logoff: '0', spread_time: null },
        { ...user, uid: '2', spread_uid: '1', status: '0', is_logoff: '0' },
        { ...user, uid: '3', spread_uid: '1', status: '1', is_logoff: '1' },
      ],
      system_user_level: [{ id: '1', name: 'silver' }],
    });
    const columns = 'member_id recruiter_no joined_at bound_at tier status deleted';
    expect(mapped.rows('member', columns).map((row) => Object.values(row))).toEqual([
      ['1', null, '2023-11-01T00:30:00Z', null, 'silver', 'active', false],
      ['2', 0, '2023-11-01T00:30:00Z', '2023-11-01T00:30:00Z', 'silver', 'disabled', false],
      ['3', 0, '2023-11-01T00:30:00Z', '2023-11-01T00:30:00Z', 'silver', 'closed', true],
    ]);
  });

  it('finds the order of a commission by its number, and its level', async () => {
    const entry = {
      uid: '1',
      link_id: 'order1',
      link_type: 'order',
      type: '1',
      price: '9.20',
      create_time: at,
    };
    const mapped = await mapWith(adapter, {
      user_brokerage_record: [
        { ...entry, id: '1', brokerage_level: '1', status: '3' },
        { ...entry, id: '2', brokerage_level: '2', status: '2' },
        { ...entry, id: '3', brokerage_level: '1', status: '4' },
        { ...entry, id: '4', brokerage_level: null, status: '5', link_type: 'extract', type: '2' },
      ],
      store_order: [{ id: '70', order_id: 'order1', uid: '3', paid: '1', status: '3' }],
    });
    const columns = 'commission_id kind level amount_minor source_member_id order_id status';
    expect(mapped.rows('commission', columns).map((row) => Object.values(row))).toEqual([
      ['1', 'downline_sale', 1, 920, '3', '70', 'paid'],
      ['2', 'downline_sale', 2, 920, '3', '70', 'accrued'],
      ['3', 'downline_sale', 1, 920, '3', '70', 'reversed'],
    ]);
    expect(mapped.rows('order', 'order_id order_no status')).toEqual([
      { order_id: '70', order_no: 'order1', status: 'completed' },
    ]);
  });

  it('reads promotions in datetime and in milliseconds', async () => {
    const mapped = await mapWith(adapter, {
      store_seckill: [
        {
          id: '1',
          product_id: '8',
          price: '9.90',
          ot_price: '99.00',
          start_time: at,
          stop_time: at,
        },
      ],
      store_combination: [
        {
          id: '1',
          product_id: '8',
          price: '19.90',
          ot_price: '99.00',
          start_time: '1698798600000',
          stop_time: '1698802200000',
        },
      ],
    });
    expect(mapped.rows('price_event', 'price_event_id kind price_minor starts_at')).toEqual([
      {
        price_event_id: 'seckill:1',
        kind: 'flash_sale',
        price_minor: 990,
        starts_at: '2023-11-01T00:30:00Z',
      },
      {
        price_event_id: 'combination:1',
        kind: 'group_buy',
        price_minor: 1990,
        starts_at: '2023-11-01T00:30:00Z',
      },
    ]);
    expect(mapped.issues.filter(({ code }) => code === 'mapping.epoch_in_ms')).toEqual([]);
  });

  it('reads the plan from settings in their own names', async () => {
    const mapped = await mapWith(adapter, {
      system_config: [
        { name: 'brokerage_func_status', value: '1' },
        { name: 'store_brokerage_status', value: '2' },
        { name: 'store_brokerage_ratio', value: '10' },
        { name: 'store_brokerage_two', value: '0' },
      ],
    });
    expect(mapped.rows('plan', 'enabled levels_paid join_condition')).toEqual([
      { enabled: true, levels_paid: 1, join_condition: 'open' },
    ]);
    expect(mapped.rows('plan_rule', 'base depth rate')).toEqual([
      { base: 'downline_sale', depth: 1, rate: 0.1 },
    ]);
  });
});

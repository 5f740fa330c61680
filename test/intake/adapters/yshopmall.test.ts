import { describe, expect, it } from 'vitest';
import { adapterOf, mapWith } from './map-with.ts';

const adapter = adapterOf('crmeb', 'Java');
const at = '2023-11-01 08:30:00';

describe('yshopmall', () => {
  it('maps live rooms in epoch seconds beside datetime everywhere else', async () => {
    const room = {
      room_id: '5',
      name: 'tea night',
      anchor_name: 'a',
      anchor_wechat: 'wx',
      start_time: '1698798600',
      end_time: '1698802200',
    };
    const mapped = await mapWith(adapter, {
      wechat_live: [{ ...room, live_status: '103' }],
      user: [{ uid: '1', spread_uid: '0', create_time: at }],
    });
    expect(mapped.rows('live_session', 'started_at ended_at status')).toEqual([
      { started_at: '2023-11-01T00:30:00Z', ended_at: '2023-11-01T01:30:00Z', status: 'ended' },
    ]);
    expect(mapped.rows('live_session')[0]?.['streamer_id']).toMatch(/^[0-9a-f]{64}$/);
    expect(mapped.rows('member', 'joined_at')).toEqual([{ joined_at: '2023-11-01T00:30:00Z' }]);
  });

  it('finds the order of an after-sale request by its number', async () => {
    const request = {
      order_code: 'no70',
      refund_amount: '20.00000000',
      service_type: '0',
      reasons: 'late',
      explains: '',
      user_id: '3',
      create_time: at,
    };
    const mapped = await mapWith(adapter, {
      store_order: [{ id: '70', order_id: 'no70', uid: '3', paid: '1', status: '-2' }],
      store_after_sales: [
        { ...request, id: '1', state: '3', sales_state: '0' },
        { ...request, id: '2', state: '0', sales_state: '2' },
        { ...request, id: '3', state: '0', sales_state: '1' },
      ],
      store_order_status: [{ oid: '70', change_type: 'refund_price_success', change_time: at }],
    });
    const columns = 'after_sale_id order_id kind status refunded_minor refunded_at';
    expect(mapped.rows('after_sale', columns).map((row) => Object.values(row))).toEqual([
      ['1', '70', 'refund_only', 'done', 2000, '2023-11-01T00:30:00Z'],
      ['2', '70', 'refund_only', 'refused', null, null],
      ['3', '70', 'refund_only', 'withdrawn', null, null],
    ]);
  });

  it('takes order lines out of the JSON of the cart', async () => {
    const cart = {
      cartNum: 3,
      truePrice: 1.5,
      productInfo: { storeName: 'tea', attrInfo: { otPrice: 9.9 } },
    };
    const mapped = await mapWith(adapter, {
      store_order_cart_info: [
        { id: '1', oid: '70', product_id: '8', cart_info: JSON.stringify(cart) },
      ],
    });
    expect(mapped.rows('order_line', 'title quantity price_minor reference_price_minor')).toEqual([
      { title: 'tea', quantity: 3, price_minor: 150, reference_price_minor: 990 },
    ]);
  });

  it('reads the plan from its settings', async () => {
    const mapped = await mapWith(adapter, {
      system_config: [
        { menu_name: 'store_brokerage_open', value: '1' },
        { menu_name: 'store_brokerage_ratio', value: '70' },
        { menu_name: 'store_brokerage_two', value: '30' },
      ],
    });
    expect(mapped.rows('plan', 'enabled levels_paid')).toEqual([{ enabled: true, levels_paid: 2 }]);
    expect(mapped.rows('plan_rule', 'depth rate')).toEqual([
      { depth: 1, rate: 0.7 },
      { depth: 2, rate: 0.3 },
    ]);
  });
});

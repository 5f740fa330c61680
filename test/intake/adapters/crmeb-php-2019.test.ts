import { describe, expect, it } from 'vitest';
import { adapterOf, mapWith } from './map-with.ts';

const adapter = adapterOf('crmeb', '2019');

const bill = (id: number, type: string, more: Record<string, string> = {}) => ({
  id: String(id),
  uid: '1',
  link_id: '70',
  category: 'now_money',
  type,
  number: '3.00',
  pm: '1',
  status: '1',
  add_time: '1698798600',
  ...more,
});

const order = (id: number, refund_status: string, refund_reason = '') => ({
  id: String(id),
  order_id: `wx${id}`,
  uid: '3',
  total_price: '30.00',
  total_postage: '0.00',
  pay_price: '30.00',
  paid: '1',
  pay_time: '1698798600',
  add_time: '1698798600',
  status: '0',
  refund_status,
  refund_reason,
  refund_reason_wap: 'late',
  refund_reason_wap_explain: '',
  refund_reason_time: '1698802200',
  refund_price: refund_status === '2' ? '30.00' : '0.00',
  is_del: '0',
  is_system_del: '0',
});

describe('CRMEB PHP before 2022', () => {
  it('reads commissions out of the general ledger', async () => {
    const mapped = await mapWith(adapter, {
      user_bill: [
        bill(1, 'brokerage'),
        bill(2, 'brokerage', { pm: '0' }),
        bill(3, 'brokerage_user', { link_id: '3' }),
        bill(4, 'recharge'),
        bill(5, 'gain', { category: 'integral' }),
        bill(6, 'brokerage', { category: 'integral' }),
      ],
      store_order: [order(70, '0')],
    });
    const columns = 'commission_id kind level amount_minor source_member_id order_id status';
    expect(mapped.rows('commission', columns).map((row) => Object.values(row))).toEqual([
      ['1', 'downline_sale', null, 300, '3', '70', 'paid'],
      ['3', 'recruit', 1, 300, '3', null, 'paid'],
      ['2', 'downline_sale', null, -300, '3', '70', 'reversed'],
    ]);
  });

  it('reads refunds, refused ones too, out of the order', async () => {
    const mapped = await mapWith(adapter, {
      store_order: [order(1, '0'), order(2, '1'), order(3, '2'), order(4, '0', 'opened')],
      store_order_status: [
        { oid: '3', change_type: 'refund_price', change_time: '1698805800' },
        { oid: '4', change_type: 'refund_n', change_time: '1698805800' },
      ],
    });
    const columns = 'after_sale_id status refunded_minor answered_at refunded_at refusal_reason';
    expect(mapped.rows('after_sale', columns).map((row) => Object.values(row))).toEqual([
      ['order:2', 'open', 0, null, null, null],
      ['order:3', 'done', 3000, null, '2023-11-01T02:30:00Z', null],
      ['order:4', 'refused', null, '2023-11-01T02:30:00Z', null, 'opened'],
    ]);
    expect(mapped.rows('order', 'refund_status').map((row) => row['refund_status'])).toEqual([
      'none',
      'requested',
      'refunded',
      'none',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { codeOfLabel } from '../../../src/intake/detect/code-labels.ts';
import { enumerationOf } from '../../../src/intake/detect/enumeration.ts';

const read = (comment: string): Record<string, string> =>
  Object.fromEntries(enumerationOf(comment));

describe('codes written in a COMMENT', () => {
  it.each([
    ['0 未付款 1 已付款', { 0: '未付款', 1: '已付款' }],
    ['支付状态(0:未支付;1:已支付;)', { 0: '未支付', 1: '已支付' }],
    ['订单状态:0-待付款;1-待发货;2-待收货', { 0: '待付款', 1: '待发货', 2: '待收货' }],
    ['(-1:申请退款 -2:退货成功 0:待发货)', { '-1': '申请退款', '-2': '退货成功', 0: '待发货' }],
    ['[0]未支付 [1]已支付', { 0: '未支付', 1: '已支付' }],
    ['状态 1=正常,2=禁用', { 1: '正常', 2: '禁用' }],
    ['1: pending, 2: paid', { 1: 'pending', 2: 'paid' }],
    ['待付款:0,已付款:1', { 0: '待付款', 1: '已付款' }],
    ['1、待审核 2、已打款', { 1: '待审核', 2: '已打款' }],
    ['0代表未付款,1代表已付款', { 0: '未付款', 1: '已付款' }],
  ])('%s', (comment, codes) => {
    expect(read(comment)).toEqual(codes);
  });

  it.each(['用户编号', '金额,保留2位小数', 'user id', '', '最多 20 字'])(
    'none in "%s"',
    (comment) => {
      expect(read(comment)).toEqual({});
    },
  );
});

describe('labels', () => {
  it.each([
    ['order', 'status', '等待买家付款', 'unpaid'],
    ['order', 'status', '交易成功', 'completed'],
    ['order', 'status', '待发货', 'paid'],
    ['order', 'status', 'PaymentSettled', 'paid'],
    ['order', 'status', 'Canceled', 'cancelled'],
    ['order', 'status', 'ArrangingPayment', 'unpaid'],
    ['order', 'paid', '未支付', 'false'],
    ['order', 'paid', '已支付', 'true'],
    ['order', 'refund_status', '已退款', 'refunded'],
    ['order', 'refund_status', '未退款', 'none'],
    ['order', 'refund_status', '申请中', 'requested'],
    ['withdrawal', 'status', '待打款', 'requested'],
    ['withdrawal', 'status', '已打款', 'paid'],
    ['withdrawal', 'status', '审核不通过', 'refused'],
    ['commission', 'status', '未结算', 'accrued'],
    ['commission', 'status', '已结算', 'paid'],
    ['commission', 'status', '已失效', 'reversed'],
    ['commission', 'kind', '直推奖', 'recruit'],
    ['commission', 'kind', '一级佣金', 'downline_sale'],
    ['commission', 'kind', '自购返佣', 'own_sale'],
    ['commission', 'kind', '级差奖', 'level_difference'],
    ['fee', 'kind', '升级', 'upgrade'],
    ['fee', 'kind', '入会', 'entry'],
    ['fee', 'kind', '余额充值', 'recharge'],
    ['after_sale', 'kind', '仅退款', 'refund_only'],
    ['after_sale', 'kind', '退货退款', 'return'],
    ['member', 'status', '冻结', 'disabled'],
  ] as const)('%s.%s %s is %s', (table, column, label, code) => {
    expect(codeOfLabel(table, column, label)).toBe(code);
  });

  it('says nothing of words it does not know', () => {
    expect(codeOfLabel('order', 'status', '玄武')).toBeNull();
  });
});

import { bool, code, date, id, int, money, needing, text } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

const from = ['commission.amount_minor'];

/** What funded a commission; `subsidy` where nothing that came in did. */
export const fundingClasses = [
  'entry_fee',
  'qualifying_purchase',
  'own_use',
  'outside_retail',
  'subsidy',
  'unknown',
] as const;

export type FundingClass = (typeof fundingClasses)[number];

const accrued_on = needing(
  date('calendar date it was earned', '产生日期'),
  'commission.accrued_at',
);

/** Each commission traced to the money that funded it, and who gains. docs/reference/funding.md */
export const fundingTables = {
  commission_funding: {
    doc: {
      en: 'a part of a commission with what funded it; the parts of one sum to it',
      zh: '佣金资金来源（同一佣金各部分之和等于该佣金）',
    },
    key: null,
    derived: { from },
    columns: {
      commission_id: id('entry', '佣金记录'),
      part: int('1, and 2 for what exceeds its source beside what it covers', '部分序号'),
      beneficiary_id: id('who earns', '受益会员'),
      plan_id: id('plan whose rule it fits, where it fits one plan only', '对应方案'),
      kind: text('what it was paid for, as the commission says', '佣金类型'),
      level: int('distance from the payer to the beneficiary', '层级距离'),
      accrued_on,
      funding: code(fundingClasses, 'what funded it', '资金来源'),
      counts_as: code(
        ['recruitment', 'own_use', 'retail', 'open'],
        'in the recruitment share: recruitment, own use, retail, or open where data do not say',
        '在拉人占比中的归类',
      ),
      reason: code(
        [
          'fee_for_joining',
          'order_that_joined',
          'order_at_rank_threshold',
          'order_before_right',
          'order_of_participant',
          'order_before_joining',
          'order_of_outsider',
          'buyer_without_account',
          'paid_by_head_without_fee',
          'exceeds_source',
          'buyer_not_named',
          'participant_not_known',
          'right_not_dated',
          'order_not_dated',
          'order_not_supplied',
          'source_not_named',
          'fee_not_supplied',
          'fee_kind_not_known',
        ],
        'why it stands under that source',
        '归类理由',
      ),
      amount_minor: money('this part; null where the commission has no amount', '金额'),
      source_table: code(['order', 'fee'], 'where the money came in; null for none', '来源表'),
      source_id: id('that payment', '来源记录'),
      payer_id: id('who paid it', '付款会员'),
    },
  },
  funding_band: {
    doc: {
      en: 'sums of commission by source: the recruitment share lies between two fractions of them',
      zh: '佣金来源合计与拉人占比区间',
    },
    key: null,
    derived: { from },
    columns: {
      scope: code(['all', 'month', 'plan', 'beneficiary'], 'of what', '范围'),
      scope_id: text("'all', a month 'YYYY-MM', a plan or a member", '范围标识'),
      first_on: needing(date('first day earned', '首日'), 'commission.accrued_at'),
      last_on: needing(date('last day earned', '末日'), 'commission.accrued_at'),
      entries: int('commissions', '佣金笔数'),
      unpriced: int('of them without an amount', '其中无金额'),
      entry_fee_minor: money('funded by entry fees', '入门费来源'),
      qualifying_minor: money('funded by qualifying purchases', '资格性购买来源'),
      subsidy_minor: money('funded by nothing that came in for it', '平台补贴'),
      unknown_minor: money('of unknown source', '来源不明'),
      recruitment_minor: money('counts as recruitment', '计为拉人'),
      own_use_minor: money("counts as participants' own use", '计为参与者自用'),
      retail_minor: money('counts as retail', '计为外部零售'),
      open_minor: money('open: retail at the lower end, recruitment at the upper', '未定'),
      total_minor: money('all; lower end recruitment/total, upper (total-retail)/total', '合计'),
      settled: bool('no sum is negative, the total is positive, none lacks an amount', '可否计算'),
    },
  },
  sales_month: {
    doc: { en: "a month's sales by who bought, net of refunds", zh: '每月销售额（按买家身份）' },
    key: 'month',
    derived: { from: ['order.paid_minor', 'order.amount_minor'] },
    columns: {
      month: text("month 'YYYY-MM'", '月份'),
      last_on: date('last day of a sale in it', '末日'),
      sales_minor: money('all sales', '销售额'),
      outside_minor: money('to buyers who take no part', '外部买家'),
      own_use_minor: money('to participants for own use', '参与者自用'),
      qualifying_minor: money('that joined or earned a rank', '资格性购买'),
      unknown_minor: money('where that is not known', '无法判断'),
      unpriced: int('orders without an amount', '无金额的订单数'),
    },
  },
  downline_sales: {
    doc: {
      en: "a paid member's month: sales in its subtree, to participants and to others",
      zh: '受酬会员当月本人及下线销售额',
    },
    key: null,
    derived: { from },
    columns: {
      member_id: id('member', '会员'),
      month: text("month 'YYYY-MM'", '月份'),
      last_on: date('last day earned in it', '末日'),
      pay_minor: money('commission earned in it', '当月佣金'),
      sales_minor: money('sales in the subtree, net of refunds', '本人及下线销售额'),
      outside_minor: money('of them to buyers who take no part', '其中外部买家'),
      unknown_minor: money('of them where that is not known', '其中无法判断'),
    },
  },
  member_gain: {
    doc: {
      en: 'what a member paid in, earned and took out; members with no money have no row',
      zh: '会员收支',
    },
    key: 'member_id',
    derived: { from },
    columns: {
      member_id: id('member', '会员'),
      level: needing(int('own level, root = 1', '所处层级'), 'member.recruiter_id'),
      joined_on: needing(date('calendar date it joined', '加入日期'), 'member.joined_at'),
      fees_minor: money('fees paid to enter, rise or stay, net of refunds', '缴费'),
      qualifying_minor: money('purchases that earned a right, net of refunds', '资格性购买'),
      own_use_minor: money('other purchases as a participant, net of refunds', '自用购买'),
      paid_in_minor: money('fees and qualifying purchases', '投入合计'),
      accrued_minor: money('commission earned, less what was taken back', '应得佣金'),
      paid_minor: money('of it marked as paid', '已付佣金'),
      withdrawn_minor: money('withdrawals paid', '已提现'),
      net_minor: money('earned less paid in', '净收益'),
      net_all_minor: money('earned less paid in and own use', '净收益（计入自用）'),
    },
  },
} as const satisfies Record<string, TableShape>;

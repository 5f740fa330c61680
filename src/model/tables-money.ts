import { planBases } from './plan.ts';
import { bool, code, double, id, instant, int, money, text } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

/** What is paid for joining, and what is paid out for recruiting and selling. */
export const moneyTables = {
  plan: {
    doc: { en: 'a commission plan, as the configuration or the rules state it', zh: '分佣方案' },
    key: 'plan_id',
    columns: {
      plan_id: id('plan', '方案'),
      name: text('name', '名称'),
      enabled: bool('switched on', '是否启用'),
      levels_paid: int('levels of upline that are paid', '计酬层数'),
      join_condition: code(
        ['open', 'appointed', 'spend_threshold', 'purchase', 'fee', 'application'],
        'what earns the right to recruit',
        '取得推广资格的条件',
      ),
      join_price_minor: money('price of that right', '取得资格的金额'),
      self_rebate: bool("pays on the member's own purchase", '自购返佣'),
      statement: text('the configuration values it was read from', '依据的配置项'),
    },
  },
  plan_rule: {
    doc: { en: 'who is paid, for what, how deep', zh: '分佣规则' },
    key: 'rule_id',
    columns: {
      rule_id: id('rule', '规则'),
      plan_id: id('its plan', '所属方案'),
      base: code(planBases, 'what the pay is computed from', '计酬依据'),
      depth: int('levels above the payer: 1 the recruiter; 0 the payer itself', '层级距离'),
      unlimited: bool('pays every level above this one as well', '是否及于以上各层'),
      rate: double('share of the base, 0.1 for 10 %', '比例'),
      amount_minor: money('fixed amount', '定额'),
      tier: text('rank it applies to; null for all', '适用等级'),
      qualification: text('condition on the beneficiary', '受益条件'),
    },
  },
  fee: {
    doc: { en: 'what a member pays to enter, rise or stay', zh: '入门、升级等费用' },
    key: 'fee_id',
    columns: {
      fee_id: id('payment', '缴费'),
      member_id: id('who paid', '缴费会员'),
      kind: code(
        ['entry', 'purchase_to_join', 'upgrade', 'renewal', 'deposit', 'recharge'],
        'what for',
        '费用类型',
      ),
      amount_minor: money('amount', '金额'),
      paid_at: instant('paid; null when never paid', '支付时间'),
      disclosed_at: instant(
        'written disclosure about the business handed over',
        '书面披露文件交付时间',
      ),
      refund_asked_at: instant('return of a deposit asked for', '申请退还押金时间'),
      refunded_minor: money('given back', '已退金额'),
      refunded_at: instant('given back when', '退款时间'),
      tier: text('rank bought', '购买等级'),
      order_id: id('order it was paid with', '对应订单'),
    },
  },
  commission: {
    doc: { en: 'a payment earned by recruiting or selling', zh: '佣金' },
    key: 'commission_id',
    columns: {
      commission_id: id('entry', '佣金记录'),
      beneficiary_id: id('who earns', '受益会员'),
      amount_minor: money('amount earned; negative when taken back', '金额'),
      kind: code(
        ['recruit', 'entry_fee', 'own_sale', 'downline_sale', 'level_difference', 'bonus'],
        'what it was paid for',
        '佣金类型',
      ),
      source_member_id: id('member whose act it was paid for', '来源会员'),
      order_id: id('order it was paid for', '来源订单'),
      level: int('distance from the payer to the beneficiary, 1 the recruiter', '层级距离'),
      status: code(['accrued', 'paid', 'reversed'], 'status', '状态'),
      accrued_at: instant('earned', '产生时间'),
      paid_at: instant('paid', '到账时间'),
    },
  },
  withdrawal: {
    doc: { en: 'money a member takes out', zh: '提现' },
    key: 'withdrawal_id',
    columns: {
      withdrawal_id: id('withdrawal', '提现'),
      member_id: id('who', '会员'),
      amount_minor: money('amount', '金额'),
      status: code(['requested', 'paid', 'refused'], 'status', '状态'),
      requested_at: instant('asked for', '申请时间'),
      paid_at: instant('paid', '到账时间'),
    },
  },
} as const satisfies Record<string, TableShape>;

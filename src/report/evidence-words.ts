import type { Localised } from '../model/localised.ts';

type Pair = readonly [en: string, zh: string];

/**
 * What the bundled packs call the evidence they compute; columns of the canonical tables bring
 * their own words. A column of another pack is shown under its name.
 */
const pairs: Readonly<Record<string, Pair>> = {
  added_ratio: ['share added by hand', '添加部分占比'],
  all_pay_minor: ['all pay', '报酬合计'],
  basis_minor: ['lowest price of the window', '期间最低成交价'],
  beneficiaries: ['who earned', '受益人数'],
  consumer_funded_ratio: ['share from buyers who never earned', '来自未取酬买家的占比'],
  days: ['days', '天数'],
  days_late: ['days late', '逾期天数'],
  days_needed: ['days of notice needed', '应提前公示天数'],
  days_to_answer: ['days to the answer', '答复用时（天）'],
  days_to_refund: ['days to the refund', '退款用时（天）'],
  deals: ['deals', '成交笔数'],
  deals_in_window: ['deals in the window', '期间成交笔数'],
  deepest_level: ['deepest level', '最深层级'],
  deepest_paid: ['deepest level paid', '实际计酬最深层级'],
  deepest_rule: ['deepest level in the rules', '规则所定最深层级'],
  due_on: ['due on', '应于此日前'],
  entries: ['entries', '记录数'],
  failed_checks: ['failed checks', '未通过核验次数'],
  first_shop_on: ['first record of the shop', '店铺最早记录'],
  highest_deal_minor: ['highest price of a deal', '最高成交价'],
  kept_minor: ['paid and not given back', '已付未退金额'],
  kept_until: ['kept until', '保存至'],
  last_completed_on: ['last deal completed', '最后交易完成日'],
  members: ['members', '会员数'],
  month: ['month', '月份'],
  most_levels: ['most levels', '最多层级'],
  most_people: ['most people', '最多人数'],
  needed_from: ['needed from', '应自此日起'],
  needed_until: ['needed until', '应保存至'],
  notice_days: ['days of notice', '提前公示天数'],
  notice_on: ['notice given', '公示日'],
  orders_after: ['orders afterwards', '此后订单数'],
  orders_minor: ['paid orders', '已付订单合计'],
  other_pay_minor: ['pay not from own sales', '非本人销售报酬'],
  pay_minor: ['pay', '报酬'],
  pay_ratio: ['pay to own sales', '报酬与本人销售之比'],
  payers: ['who paid', '缴费人数'],
  payments: ['payments', '缴费笔数'],
  plans: ['plans', '方案数'],
  recalled_on: ['recalled', '召回日'],
  received_on: ['goods received back', '收到退货日'],
  recruit_pay_minor: ['pay for recruiting', '按发展人员计付的报酬'],
  recruit_pay_ratio: ['share for recruiting', '按发展人员计付的占比'],
  rolling_pay_minor: ['pay for indirect recruits', '对间接发展的付酬'],
  rules: ['rules', '规则数'],
  sale_pay_minor: ['pay on sales', '销售报酬'],
  sales_minor: ['own net sales', '本人销售净额'],
  team_pay_minor: ["pay on the downline's sales", '按下线销售计付的报酬'],
  team_pay_ratio: ["share on the downline's sales", '按下线销售计付的占比'],
  turnover_year_minor: ['turnover of a year', '年交易额'],
};

export function evidenceWord(column: string): Localised | null {
  const pair = Object.hasOwn(pairs, column) ? pairs[column] : undefined;
  return pair ? { en: pair[0], zh: pair[1] } : null;
}

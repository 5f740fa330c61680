import type { Localised } from '../model/localised.ts';

/** Sentences about where commission came from and who gains; part of `texts`. */
export const fundingTexts = {
  funding: { en: 'Where commission came from', zh: '佣金的资金来源' },
  funding_note: {
    en:
      'Each commission is traced to the payment it was paid for. What the data do not say stays ' +
      'open. Shares and bands, no verdict; how it is done: docs/reference/funding.md.',
    zh:
      '每笔佣金追溯到其所对应的付款；数据未说明的列为未定。此处只列占比与区间，不作判断，' +
      '方法见 docs/reference/funding.md。',
  },
  funding_sources: { en: 'Commission by what it counts as', zh: '佣金归类' },
  counts_recruitment: { en: 'Recruitment', zh: '拉人' },
  counts_recruitment_hint: {
    en: 'entry fees, qualifying purchases, pay by head',
    zh: '入门费、资格性购买、按人头付酬',
  },
  counts_own_use: { en: 'Own use', zh: '参与者自用' },
  counts_own_use_hint: { en: "participants' other purchases", zh: '参与者的其他购买' },
  counts_retail: { en: 'Outside retail', zh: '外部零售' },
  counts_retail_hint: { en: 'buyers who take no part', zh: '未参与方案的买家' },
  counts_open: { en: 'Open', zh: '未定' },
  counts_open_hint: {
    en: 'unknown, or more than the sale brought in',
    zh: '来源不明，或超出该笔销售所得',
  },
  share: { en: 'Share', zh: '占比' },
  band_title: { en: 'Share of recruitment by month, a band', zh: '每月拉人占比区间' },
  band_description: {
    en:
      'Per month and in all, a bar from the lower to the upper end of the share of recruitment; ' +
      'lines at 20 %, 33.33 % and 50 %. In all: {low} to {high}.',
    zh: '每月及合计的拉人占比，自下端至上端；横线为 20%、33.33%、50%。合计：{low} 至 {high}。',
  },
  band_whole: {
    en:
      'In all, between {low} (all own use accepted as end use, nothing open counted) and {high} ' +
      '(no own use accepted, all that is open counted).',
    zh: '合计在 {low}（承认全部自用，未定部分不计）与 {high}（不承认自用，未定部分全计）之间。',
  },
  band_none: {
    en: 'There is no share: a sum is negative, or a commission has no amount.',
    zh: '无法计算占比：有合计为负，或佣金缺少金额。',
  },
  lines: { en: 'Lines others have drawn', zh: '参照线' },
  lines_funding_note: {
    en:
      'An end of the band is past a line when less own use is accepted than stated. The 30 % cap ' +
      'on direct sellers is pay over own sales, no line here: see cn.directselling.art24.',
    zh:
      '承认的自用低于所列比例时，区间该端越过参照线。直销报酬百分之三十的上限是报酬与本人销售之比，' +
      '不是此处的线，见 cn.directselling.art24。',
  },
  line: { en: 'Line', zh: '线' },
  line_fifth: {
    en:
      '20 %: counterpart of the 80 % to end users in the Herbalife order (2016), which binds its ' +
      'party alone',
    zh: '20%：对应康宝莱案命令（2016）的八成最终用户，仅约束当事人',
  },
  line_third: {
    en: '33.33 %: counterpart of the two thirds from retail in the same order',
    zh: '33.33%：对应同一命令的三分之二零售报酬',
  },
  line_half: {
    en:
      '50 %: primarily, in Annex I no. 14 of Directive 2005/29/EC, as we read it; counterpart ' +
      'of the majority in the Vemma order (2016), which binds its party alone',
    zh:
      '50%：欧盟 2005/29/EC 指令附件一第14项的“主要”（本软件的读法）；' +
      '对应 Vemma 案命令（2016）的过半数，仅约束当事人',
  },
  line_low: { en: 'Lower end past it', zh: '下端越线' },
  line_high: { en: 'Upper end past it', zh: '上端越线' },
  crossed_always: { en: 'however much is accepted', zh: '承认多少自用均越线' },
  crossed_never: { en: 'never', zh: '不越线' },
  crossed_below: { en: 'below {share} accepted', zh: '承认低于 {share} 时' },
  gains: { en: 'Who gains and who loses', zh: '收支与盈亏' },
  gains_note: {
    en:
      'Of {payers} member(s) who paid in, {never} earned less than they paid ({share}); with own ' +
      'use counted as paid in, {never_all}. Paid in: fees and qualifying purchases, net of ' +
      'refunds.',
    zh:
      '投入资金的会员 {payers} 名，其中 {never} 名所得佣金少于投入（{share}）；' +
      '自用购买也计为投入的，为 {never_all} 名。投入指费用和资格性购买，扣除退款。',
  },
  gains_top: {
    en: 'Of {earners} who earned, the top {top} took {share}; Gini coefficient {gini}.',
    zh: '取得佣金的 {earners} 名会员中，最高的 {top} 名占 {share}；基尼系数 {gini}。',
  },
  cash: { en: 'What came in and what is owed', zh: '收款与应付佣金' },
  cash_in: {
    en:
      'Came in, net of refunds: fees {fees}, orders {orders}, together {cash_in}. An order that ' +
      'was paid as a fee counts once, as the fee.',
    zh:
      '收款（扣除退款）：费用 {fees}，订单 {orders}，合计 {cash_in}。' +
      '同时作为费用缴纳的订单只计一次，计入费用。',
  },
  cash_stored: {
    en: 'Recharges of {stored} are not in it: spent, they are orders; unspent, they are owed too.',
    zh: '充值 {stored} 不计在内：已消费的体现为订单，未消费的同样属于欠付会员的款项。',
  },
  cash_unnamed: {
    en: 'Fees of {unnamed} are not in it: the data do not say what kind they are.',
    zh: '另有 {unnamed} 的费用未注明类别，不计在内。',
  },
  cash_owed: {
    en:
      'Commission earned {accrued}: marked as paid {paid}, not marked as paid {unpaid}. ' +
      'What came in less what is marked as paid leaves {left}, before goods and every other cost.',
    zh:
      '应得佣金 {accrued}，其中已标明付讫 {paid}，未标明付讫 {unpaid}。' +
      '收款减去已付佣金，余 {left}，货款及其他成本尚未扣除。',
  },
  cash_unmarked: {
    en: 'Commission earned {accrued}; the data do not say how much of it is paid.',
    zh: '应得佣金 {accrued}；数据未说明其中已付多少。',
  },
  cash_exceeds: {
    en:
      'Unpaid commission is {gap} more than what is left: more was earned than came in. Whatever ' +
      'part of it has been paid, the difference is the same.',
    zh: '未付佣金超出余款 {gap}：应得佣金总额多于收款总额。' + '无论其中已付多少，差额不变。',
  },
  cash_covers: {
    en:
      'Unpaid commission is not more than what is left; {gap} remains above it, before goods and ' +
      'every other cost.',
    zh: '未付佣金未超出余款；扣除货款及其他成本之前，余款多出 {gap}。',
  },
  cash_open: {
    en: 'Whether unpaid commission is more than what is left cannot be told; missing: {needs}.',
    zh: '未付佣金是否超出余款，无法判断；缺少：{needs}。',
  },
  gains_levels: { en: 'Members who paid in, by level', zh: '投入会员的盈亏（按层级）' },
  gains_months: {
    en: 'Members who paid in, by month of joining',
    zh: '投入会员的盈亏（按加入月份）',
  },
  payers: { en: 'Paid in', zh: '投入人数' },
  never_back: { en: 'Earned less', zh: '未回本' },
  paid_in: { en: 'Sum paid in', zh: '投入' },
  earned: { en: 'Earned', zh: '所得' },
  net: { en: 'Net', zh: '净额' },
  month: { en: 'Month', zh: '月份' },
  flows: { en: 'From level to level', zh: '层级间的资金流向' },
  flows_note: {
    en: 'Commission on the payments of one level, earned by another; the largest flows.',
    zh: '某一层级的付款产生、由另一层级取得的佣金，列出最大的几项。',
  },
  flow_from: { en: 'Paid by level', zh: '付款层级' },
  flow_to: { en: 'Earned by level', zh: '取得层级' },
  top_earners: { en: 'Who earned most, and from what', zh: '所得最多的会员及其来源' },
  band: { en: 'Band', zh: '区间' },
} as const satisfies Record<string, Localised>;

import type { Localised } from '../model/localised.ts';

/** Words about simulations. No advice, and nothing of what a plan is in law. */
export const simulationTexts = {
  page_title: { en: 'Simulated: {plan}', zh: '方案推演：{plan}' },
  assumptions: { en: 'What is assumed', zh: '推演假设' },
  assumptions_note: {
    en:
      'All figures below follow from these assumptions and the plan. Real people may act ' +
      'otherwise.',
    zh: '以下全部数字均由这些假设和方案推算得出，实际情况可能不同。',
  },
  outlook: {
    en: 'What to expect on joining in month {month}',
    zh: '第 {month} 个月加入者的预期',
  },
  a_population: {
    en: '{population} people could join; {count} member(s) at the start as {rank}, who never stop.',
    zh: '可能加入者共 {population} 人；启动时有 {count} 名会员（{rank}），且一直活跃。',
  },
  a_uniform: {
    en:
      'An active member brings in {rate} newcomer(s) a month while nobody has joined yet, and ' +
      'fewer as the share that has joined grows. All active members are alike in this.',
    zh:
      '无人加入时，每名活跃会员每月发展 {rate} 人，已加入者占比越高，发展越少。' +
      '各活跃会员发展他人的可能性相同。',
  },
  a_by_recruits: {
    en:
      'An active member brings in {rate} newcomer(s) a month while nobody has joined yet, and ' +
      'fewer as the share that has joined grows. Who has recruited before recruits more: in ' +
      'proportion to one more than the recruits a member has.',
    zh:
      '无人加入时，活跃会员平均每月发展 {rate} 人，已加入者占比越高，发展越少。' +
      '发展过他人者更易再发展：与“已发展人数加一”成正比。',
  },
  a_k_ary: {
    en:
      'An active member brings in {rate} newcomer(s) a month while nobody has joined yet, and ' +
      'fewer as the share that has joined grows. Newcomers stand under the first active member ' +
      'with fewer than {width} recruits.',
    zh:
      '无人加入时，活跃会员平均每月发展 {rate} 人，已加入者占比越高，发展越少。' +
      '新会员归于加入最早、发展未满 {width} 人的活跃会员名下。',
  },
  a_join: {
    en: '{share} of newcomers come in as {rank}, for {price}.',
    zh: '新会员中 {share} 以“{rank}”加入，费用 {price}。',
  },
  a_purchases: {
    en:
      'Each month an active member buys {own} of {product} ({price} each) for itself and sells ' +
      '{customers} to customers outside, each to another.',
    zh:
      '每名活跃会员每月自购“{product}”（单价 {price}）{own} 件，' +
      '并售予外部顾客 {customers} 件，每件售予不同顾客。',
  },
  a_no_products: { en: 'The plan has no products: nothing is sold.', zh: '方案无商品，没有销售。' },
  a_stops: {
    en:
      'At the end of each month {stops} of active members stop recruiting, buying and selling. ' +
      'They keep their place and what the plan still pays for it.',
    zh: '每月末有 {stops} 的活跃会员停止发展、购买和销售，' + '但保留位置及方案仍应给付的佣金。',
  },
  a_rises: {
    en: '{rises} of active members a month take the lowest higher rank open to them.',
    zh: '每月有 {rises} 的活跃会员取得其可取得的最低一级更高等级。',
  },
  a_back: {
    en:
      '{withdraws} of newcomers ask for their money back and stop; {returns} of goods come back; ' +
      'both after {days} day(s). What is given back is what the plan says.',
    zh:
      '新会员中 {withdraws} 申请退款并停止活动，商品中 {returns} 被退回，均在 {days} 天后；' +
      '退还数额依方案规定。',
  },
  a_payout_plan: {
    en:
      'Commission is paid out at a month’s end, once {days} day(s) have passed, as the plan ' +
      'says.',
    zh: '佣金自取得满 {days} 天后于月末发放（依方案）。',
  },
  a_payout: {
    en:
      'Commission is paid out at a month’s end, once {days} day(s) have passed; the plan does ' +
      'not say when.',
    zh: '佣金自取得满 {days} 天后于月末发放（方案未载明，此为假设）。',
  },
  a_runs: {
    en: '{months} months of 30 days, played {runs} times; seed {seed}.',
    zh: '共 {months} 个月，每月按 30 天计；推演 {runs} 次，随机种子 {seed}。',
  },
  o_basis: {
    en: '{people} people in {runs} runs who joined in month {month} as {rank}, for {price}.',
    zh: '依据：{runs} 次推演中第 {month} 个月以“{rank}”加入的 {people} 人，费用 {price}。',
  },
  o_after: { en: 'After {months} more months', zh: '再过 {months} 个月' },
  o_earned_back: {
    en: '{out_of_100} people have received at least what joining cost them.',
    zh: '{out_of_100} 人收到的钱不低于加入费用。',
  },
  o_free: { en: 'Joining costs nothing.', zh: '加入不收费。' },
  o_net: {
    en:
      'Money received less the cost of joining: half of the people have {median} or less. ' +
      'Leaving out the lowest and the highest quarter, it lies between {low} and {high}.',
    zh:
      '收到的钱减去加入费用：半数人不超过 {median}；' +
      '除去最低和最高各四分之一，在 {low} 至 {high} 之间。',
  },
  o_net_with_purchases: {
    en:
      'Counting goods bought for own use as spent: half of the people have {median} or less; the ' +
      'middle half lies between {low} and {high}.',
    zh: '若把自用购物也算作支出：半数人不超过 {median}，中间半数在 {low} 至 {high} 之间。',
  },
  o_no_recruit: {
    en: '{out_of_100} people have brought nobody in.',
    zh: '{out_of_100} 人未发展到任何人。',
  },
  o_nobody: {
    en: 'Nobody joined in month {month} in any run.',
    zh: '各次推演中，第 {month} 个月均无人加入。',
  },
  o_too_late: {
    en: 'No month simulated lies 3 months after month {month}.',
    zh: '推演时间不足，未及第 {month} 个月之后 3 个月。',
  },
  of_100: { en: 'About {count} of 100', zh: '每 100 人中约 {count}' },
  of_100_none: { en: 'None of 100', zh: '每 100 人中 0' },
  of_100_few: { en: 'Fewer than 1 of 100', zh: '每 100 人中不足 1' },
  of_100_most: { en: 'More than 99 of 100', zh: '每 100 人中超过 99' },
  of_100_all: { en: 'All of 100', zh: '每 100 人中 100' },
  figures: { en: 'Over all runs', zh: '各次推演' },
  quantiles: {
    en:
      '5 % of runs lie at or below the first figure, 25, 50, 75 and 95 % at or below the others. ' +
      '“–” is: not within the months simulated.',
    zh: '分别有 5%、25%、50%、75%、95% 的推演结果不超过各列数字；“–”表示在推演月份内未发生。',
  },
  figure: { en: 'Figure', zh: '项目' },
  n: { en: 'runs', zh: '次数' },
  members: { en: 'Members who ever joined', zh: '累计加入会员' },
  levels: { en: 'Levels, the top counted', zh: '层级数（含最上层）' },
  no_recruit: { en: 'Members with no recruit', zh: '未发展他人的会员占比' },
  cash_in: { en: 'Money taken in, less refunds', zh: '收入（减退款）' },
  commission: { en: 'Commission earned', zh: '应付佣金' },
  paid_out: { en: 'Commission paid out', zh: '已付佣金' },
  unpaid: { en: 'Earned and not paid out at the end', zh: '期末未付佣金' },
  owed_back: { en: 'Paid out and taken back, owed by members', zh: '已付而应退回的佣金' },
  kept: {
    en: 'Left to the operator before the cost of goods',
    zh: '经营者留存（未减商品成本）',
  },
  owed_share: {
    en: 'Most owed at a month’s end, of money taken in',
    zh: '月末未付佣金占收入的最高比例',
  },
  not_covered: {
    en: 'Day from which cash no longer covers what is owed',
    zh: '现金不足以支付应付佣金之日（第几天）',
  },
  recruitment_low: { en: 'Share of commission from joining', zh: '佣金来自加入缴款的占比' },
  recruitment_high: {
    en: 'The same, own purchases counted in',
    zh: '佣金来自加入缴款的占比（自购也计入）',
  },
  lines: { en: 'Day on which a line is crossed', zh: '达到各界线之日（第几天）' },
  lines_note: {
    en:
      'Counted over the whole network, the first members included and nobody who left taken off; ' +
      'money is what was paid to join. That a line is crossed decides nothing by itself.',
    zh:
      '按整个网络计，含最初的会员，退出者不扣除；金额为加入所缴款项。' +
      '达到界线本身不等于任何认定。',
  },
  crossed: { en: 'crossed in', zh: '达到次数' },
  crossed_of: { en: '{crossed} of {runs}', zh: '{crossed}/{runs}' },
  levels_3: { en: '3 levels', zh: '3 层' },
  people_30_levels_3: { en: '30 people and 3 levels', zh: '30 人且 3 层' },
  people_120: { en: '120 people', zh: '120 人' },
  paid_2500000_yuan: { en: '2.5 million yuan paid to join', zh: '加入缴款累计 250 万元' },
  by_tenth: { en: 'By time of joining', zh: '按加入先后' },
  by_level: { en: 'By level', zh: '按层级' },
  groups_note: {
    en:
      'Medians over the runs in which the group has members. The result is money received less ' +
      'the cost of joining; then with own purchases counted as spent as well. Who joined late ' +
      'has had less time.',
    zh:
      '各组有会员的推演之中位数。结果为收到的钱减去加入费用，另列将自用购物也算作支出的结果。' +
      '加入较晚者收款的时间较短。',
  },
  tenth: { en: 'Tenth', zh: '第几个十分之一' },
  level: { en: 'Level', zh: '层级' },
  level_members: { en: 'members', zh: '会员' },
  in_loss: { en: 'below zero', zh: '亏损占比' },
  in_loss_all: { en: 'with own purchases', zh: '亏损占比（计自购）' },
  net: { en: 'middle result', zh: '中位结果' },
  net_all: { en: 'with own purchases', zh: '中位结果（计自购）' },
  close: {
    en:
      'Arithmetic on assumptions: no forecast of a company, no advice, and no finding that ' +
      'anything is lawful or not.',
    zh: '以上为按假设推算的结果，不是对任何企业的预测，不构成建议，也不表示合法或违法。',
  },
} as const satisfies Record<string, Localised>;

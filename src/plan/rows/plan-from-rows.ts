import type { Localised } from '../../model/localised.ts';
import { minorUnitsOf } from '../../model/money-units.ts';
import { planSchema } from '../../model/plan.ts';
import type { Plan, PlanProduct, PlanRank, RankWay } from '../../model/plan.ts';
import { fill } from '../../model/localised.ts';
import type { Row } from './plan-rows.ts';
import type { Unknown } from './rules-from-rows.ts';
import { rulesFromRows } from './rules-from-rows.ts';

export interface PlanFromRows {
  readonly plan: Plan;
  /** What the rows do not say, or say in words of their own, and what stands here instead. */
  readonly unknown: readonly Localised[];
}

const goods = 'goods';

/**
 * A plan out of a mall's configuration: one row of `plan` and its rows of `plan_rule`. Nothing is
 * lost silently: what cannot be put into the language is named in `unknown`.
 */
export function planFromRows(row: Row, rules: readonly Row[], currency: string): PlanFromRows {
  const unknown: Localised[] = [];
  const say: Unknown = (text, values = {}) =>
    void unknown.push({ en: fill(text.en, values), zh: fill(text.zh, values) });
  const tiers = [...new Set(rules.flatMap(({ tier }) => (typeof tier === 'string' ? [tier] : [])))];
  const price = 100 * minorUnitsOf(currency);
  const products: PlanProduct[] = [product(goods, price)];
  const joining = joiningRanks(row, products, say);
  const ranks = [
    ...joining,
    ...tiers.map((tier, i) => tierRank(tier, i, joining.at(-1)?.ways[0], say)),
  ];
  const idOf = new Map(tiers.map((tier, i) => [tier, `tier-${i + 1}`]));
  say(texts.price);
  if (row['enabled'] !== true) say(texts.enabled, { seen: row['enabled'] ?? 'NULL' });
  const made = rulesFromRows(rules, idOf, say);
  const deepest = Math.max(0, ...rules.map(({ depth }) => Number(depth ?? 0)));
  const paid = row['levels_paid'];
  if (typeof paid === 'number' && paid < deepest) say(texts.levels, { paid, deepest });
  if (row['self_rebate'] === true && !made.some((rule) => rule.depth_first === 0)) {
    say(texts.rebate);
  }
  const name = typeof row['name'] === 'string' && row['name'] !== '' ? row['name'] : 'plan';
  const plan: Plan = {
    schema: planSchema,
    id: idFrom(row['plan_id']),
    title: { zh: name, en: name },
    currency,
    from: null,
    direct_selling_licence: null,
    sources: typeof row['statement'] === 'string' ? [{ what: row['statement'], url: null }] : [],
    assumed: unknown,
    products,
    ranks,
    placement: null,
    rules: made,
    limit: null,
    payout: { delay_days: null, least_minor: null },
    rounding: 'down',
    takes_back: true,
  };
  return { plan, unknown };
}

function joiningRanks(row: Row, products: PlanProduct[], say: Unknown): PlanRank[] {
  const condition = row['join_condition'];
  const cost = typeof row['join_price_minor'] === 'number' ? row['join_price_minor'] : null;
  const guest: PlanRank = { id: 'guest', title: null, recruits: false, ways: [] };
  const promoter = (way: Partial<RankWay>): PlanRank[] => [
    guest,
    {
      id: 'promoter',
      title: null,
      recruits: true,
      ways: [{ fee: null, buys: null, conditions: [], by: null, ...way }],
    },
  ];
  if (condition === 'appointed') return promoter({ by: 'appointment' });
  if (condition === 'application') return promoter({ by: 'application' });
  const priced = condition === 'fee' || condition === 'purchase' || condition === 'spend_threshold';
  if (priced && (cost === null || cost <= 0)) {
    say(texts.join_price, { condition });
    return promoter({ by: 'application' });
  }
  if (condition === 'fee') {
    const fee = { amount_minor: cost ?? 0, refundable_ppm: 0, refundable_days: null };
    return promoter({ fee });
  }
  if (condition === 'purchase') {
    products.push(product('joining-goods', cost ?? 0));
    return promoter({ buys: { product: 'joining-goods', quantity: 1 } });
  }
  if (condition === 'spend_threshold') {
    return promoter({ conditions: [{ measure: 'purchases', at_least: cost ?? 0, of: null }] });
  }
  if (condition !== 'open') say(texts.join, { seen: condition ?? 'NULL' });
  return [{ ...guest, id: 'promoter', recruits: true }];
}

/** Nobody says how a rank is reached; what joining takes, it takes as well. */
function tierRank(tier: string, i: number, joining: RankWay | undefined, say: Unknown): PlanRank {
  say(texts.tier, { tier });
  const { fee = null, buys = null, conditions = [], by = null } = joining ?? {};
  const paid = fee !== null || buys !== null;
  const way: RankWay = { fee, buys, conditions, by: by ?? (paid ? null : 'appointment') };
  return { id: `tier-${i + 1}`, title: { zh: tier, en: tier }, recruits: true, ways: [way] };
}

function product(id: string, price_minor: number): PlanProduct {
  return { id, title: null, price_minor, cost_minor: null, market_price_minor: null };
}

function idFrom(value: Row[string] | undefined): string {
  const text = String(value ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-');
  return /^[a-z0-9]/.test(text) ? text : 'plan';
}

const texts = {
  price: {
    en: 'The rows hold no prices; goods are taken to cost 100.',
    zh: '数据行中没有商品价格，按每件 100 计。',
  },
  enabled: {
    en: 'Whether the plan is switched on: {seen}; taken as on.',
    zh: '方案是否启用：{seen}；按启用处理。',
  },
  levels: {
    en: 'Levels paid: {paid}, though a rule reaches level {deepest}; the rules are kept.',
    zh: '计酬层数为 {paid}，但规则达第 {deepest} 层；规则照录。',
  },
  rebate: {
    en: 'Own purchases are said to be paid, and no rule says how much.',
    zh: '标明自购返佣，但没有规则写明数额。',
  },
  join: {
    en: 'What earns the right to recruit: {seen}; taken as open to all.',
    zh: '取得推广资格的条件：{seen}；按对所有人开放处理。',
  },
  join_price: {
    en: 'The condition of joining is {condition} and its price is not known; taken as application.',
    zh: '取得资格的条件为 {condition}，金额未知；按申请加入处理。',
  },
  tier: {
    en: 'How rank {tier} is reached is not known; taken as by what joining takes.',
    zh: '等级“{tier}”如何取得未知；按取得推广资格的条件处理。',
  },
} as const satisfies Record<string, Localised>;

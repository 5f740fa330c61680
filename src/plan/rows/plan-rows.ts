import { PPM } from '../../model/plan.ts';
import type { Plan, PlanRank, PlanRule, RankWay } from '../../model/plan.ts';
import type { EvidenceValue } from '../../model/provision.ts';
import { qualificationText } from './qualification-text.ts';

export type Row = Readonly<Record<string, EvidenceValue>>;

/** How many levels of a rule without end are written one by one; the last stands for the rest. */
const levelsWritten = 10;

/** What the canonical tables have no words for; a closed list, so that none is left unsaid. */
export const untoldThings = [
  'buyers',
  'cap',
  'compressed',
  'limit',
  'margin',
  'payer_ranks',
  'payout',
  'placement',
  'products',
  'ranks',
  'refundable',
  'rounding',
  'takes_back',
] as const;
export type UntoldThing = (typeof untoldThings)[number];

export interface PlanRows {
  readonly plan: readonly Row[];
  readonly plan_rule: readonly Row[];
  readonly platform: readonly Row[];
  /** What of the plan these rows do not say. */
  readonly untold: readonly UntoldThing[];
}

/** A plan as rows of `plan`, `plan_rule` and `platform`. */
export function planRows(plan: Plan): PlanRows {
  const depths = plan.rules.map((rule) => rule.depth_last);
  const right = earningRight(plan);
  const way = cheapestWay(plan, right);
  return {
    plan: [
      {
        plan_id: plan.id,
        name: plan.title.zh,
        enabled: true,
        levels_paid: depths.includes(null) ? null : Math.max(...depths.map(Number)),
        join_condition: conditionOf(way),
        join_price_minor: way === null ? 0 : priceOf(plan, way),
        self_rebate: plan.rules.some((rule) => rule.depth_first === 0 && isSale(rule)),
        statement: [plan.schema, ...plan.sources.map(({ what }) => what)].join('; '),
      },
    ],
    plan_rule: plan.rules.flatMap((rule) => ruleRows(plan, rule)),
    platform: [
      {
        platform_id: plan.id,
        name: plan.title.zh,
        direct_selling_licence:
          plan.direct_selling_licence === null
            ? null
            : plan.direct_selling_licence === 'held'
              ? 'held'
              : '',
      },
    ],
    untold: untoldOf(plan),
  };
}

/** The lowest rank that may recruit and is paid for what others do; null where none is. */
export function earningRight(plan: Plan): PlanRank | null {
  const paid = plan.rules.filter((rule) => (rule.depth_last ?? 1) >= 1);
  const earns = ({ id }: PlanRank): boolean =>
    paid.some((rule) => {
      if (rule.pay.kind === 'by_rank')
        return rule.pay.ppm.some((one) => one.rank === id && one.ppm);
      return rule.ranks === null || rule.ranks.includes(id);
    });
  return plan.ranks.find((rank) => rank.recruits && earns(rank)) ?? null;
}

/**
 * The way that costs a newcomer least: null where the rank is open to all. Ways that only those
 * who are in already can go (so many recruits) are left out where there is another.
 */
export function cheapestWay(plan: Plan, rank: PlanRank | null): RankWay | null {
  if (rank === null || rank.ways.length === 0) return null;
  const open = rank.ways.filter((way) => way.by !== null || way.fee !== null || way.buys !== null);
  const ways = open.length > 0 ? open : rank.ways;
  return ways.toSorted((a, b) => priceOf(plan, a) - priceOf(plan, b))[0] ?? null;
}

function priceOf(plan: Plan, { fee, buys, conditions }: RankWay): number {
  const product = plan.products.find(({ id }) => id === buys?.product);
  const spend = conditions
    .filter(({ measure }) => measure === 'purchases' || measure === 'month_purchases')
    .map(({ at_least }) => at_least);
  const goods = (product?.price_minor ?? 0) * (buys?.quantity ?? 0);
  return (fee?.amount_minor ?? 0) + Math.max(goods, ...spend);
}

function conditionOf(way: RankWay | null): string {
  if (way === null) return 'open';
  if (way.fee !== null) return 'fee';
  if (way.buys !== null) return 'purchase';
  if (way.conditions.some(({ measure }) => measure.endsWith('purchases'))) return 'spend_threshold';
  if (way.by === null) return 'other';
  return way.by === 'appointment' ? 'appointed' : 'application';
}

function ruleRows(plan: Plan, rule: PlanRule): Row[] {
  const { depth_first: first, depth_last: last, pay } = rule;
  const end = last ?? first + levelsWritten - 1;
  const rows: Row[] = [];
  for (let depth = first; depth <= end; depth++) {
    for (const { tier, rate, amount_minor } of figuresAt(rule, depth)) {
      rows.push({
        rule_id: [plan.id, rule.id, depth, ...(tier === null ? [] : [tier])].join(':'),
        plan_id: plan.id,
        base: rule.base,
        depth,
        unlimited: last === null && depth === end,
        rate,
        amount_minor,
        tier,
        qualification: qualificationText(rule.conditions),
      });
    }
  }
  return pay.kind === 'by_rank' || rule.ranks !== null
    ? rows.toSorted((a, b) => Number(a['depth']) - Number(b['depth']))
    : rows;
}

function figuresAt({ pay, ranks, depth_first }: PlanRule, depth: number) {
  if (pay.kind === 'by_rank') {
    const some = pay.ppm.filter(({ rank }) => ranks === null || ranks.includes(rank));
    return some.map(({ rank, ppm }) => ({ tier: rank, rate: ppm / PPM, amount_minor: null }));
  }
  const figures = pay.kind === 'rate' ? pay.ppm : pay.minor;
  const figure = figures.length === 1 ? figures[0]! : figures[depth - depth_first]!;
  return (ranks ?? [null]).map((tier) => ({
    tier,
    rate: pay.kind === 'rate' ? figure / PPM : null,
    amount_minor: pay.kind === 'amount' ? figure : null,
  }));
}

function isSale({ base }: PlanRule): boolean {
  return base !== 'headcount' && base !== 'entry_fee';
}

function untoldOf(plan: Plan): UntoldThing[] {
  const { rules, ranks } = plan;
  const ways = ranks.flatMap((rank) => rank.ways);
  const said: Readonly<Record<UntoldThing, boolean>> = {
    buyers: rules.some((rule) => rule.buyers !== 'everyone'),
    cap: rules.some((rule) => rule.cap !== null),
    compressed: rules.some((rule) => rule.compressed),
    limit: plan.limit !== null,
    margin: rules.some((rule) => rule.of === 'margin'),
    payer_ranks: rules.some((rule) => rule.payer_ranks !== null),
    payout: plan.payout.delay_days !== null || plan.payout.least_minor !== null,
    placement: plan.placement !== null,
    products: plan.products.length > 0,
    ranks: ranks.length > 1 || ways.length > 1 || ranks.some((rank) => !rank.recruits),
    refundable: ways.some((way) => (way.fee?.refundable_ppm ?? 0) > 0),
    rounding: plan.rounding !== 'down',
    takes_back: !plan.takes_back,
  };
  return untoldThings.filter((thing) => said[thing]);
}

import { PPM } from '../../model/plan.ts';
import type { Plan, PlanRule, RankWay } from '../../model/plan.ts';

/** Changes a plan can be mended by, from the one that takes least from it to the most. */
export const editNames = [
  'retail_only',
  'limit_30',
  'refund_fee',
  'pay_from_sales',
  'depth_2',
  'depth_1',
  'drop_fee',
] as const;
export type EditName = (typeof editNames)[number];

/** What an edit costs in the search: one that takes more is tried only after those that do less. */
export function costOf(edits: readonly EditName[]): number {
  return edits.reduce((sum, edit) => sum + 10 + editNames.indexOf(edit), 0);
}

/** The plan with one change made; null where it would change nothing. */
export function edited(plan: Plan, edit: EditName): Plan | null {
  const next = changes[edit](plan);
  return JSON.stringify(next) === JSON.stringify(plan) ? null : next;
}

const changes: Readonly<Record<EditName, (plan: Plan) => Plan>> = {
  /** Sales count only where somebody outside the network buys. */
  retail_only: (plan) =>
    withRules(plan, (rule) => (isSale(rule) ? { ...rule, buyers: 'customers' } : rule)),
  /** No month above 30 % of what one sold to customers in it. */
  limit_30: (plan) => {
    const most = 300_000;
    const rate_ppm = Math.min(plan.limit?.rate_ppm ?? most, most);
    return { ...plan, limit: { rate_ppm } };
  },
  /** Fees come back whole to whoever leaves, whenever. */
  refund_fee: (plan) =>
    withWays(plan, (way) =>
      way.fee === null
        ? way
        : { ...way, fee: { ...way.fee, refundable_ppm: PPM, refundable_days: null } },
    ),
  /** What was paid for heads and fees is paid from sales: the same rate, or amount a piece. */
  pay_from_sales: (plan) =>
    withRules(plan, (rule) =>
      isSale(rule)
        ? rule
        : {
            ...rule,
            base: 'downline_sale',
            buyers: 'customers',
            payer_ranks: null,
            depth_first: Math.max(1, rule.depth_first),
          },
    ),
  depth_2: (plan) => cutAt(plan, 2),
  depth_1: (plan) => cutAt(plan, 1),
  /** Ranks cost neither money nor goods: who asks for one has it. */
  drop_fee: (plan) =>
    withWays(plan, (way) =>
      way.fee === null && way.buys === null
        ? way
        : { fee: null, buys: null, conditions: way.conditions, by: 'application' },
    ),
};

function isSale({ base }: PlanRule): boolean {
  return base !== 'headcount' && base !== 'entry_fee';
}

function withRules(plan: Plan, change: (rule: PlanRule) => PlanRule): Plan {
  return { ...plan, rules: plan.rules.map(change) };
}

function withWays(plan: Plan, change: (way: RankWay) => RankWay): Plan {
  return {
    ...plan,
    ranks: plan.ranks.map((rank) => ({ ...rank, ways: rank.ways.map(change) })),
  };
}

/** Pays nobody further away than this; rules that begin beyond it go. */
function cutAt(plan: Plan, most: number): Plan {
  const rules = plan.rules
    .filter((rule) => rule.depth_first <= most)
    .map((rule): PlanRule => {
      if (rule.depth_last !== null && rule.depth_last <= most) return rule;
      const { pay } = rule;
      const depths = most - rule.depth_first + 1;
      const cut =
        pay.kind === 'rate'
          ? { ...pay, ppm: pay.ppm.slice(0, depths) }
          : pay.kind === 'amount'
            ? { ...pay, minor: pay.minor.slice(0, depths) }
            : pay;
      return { ...rule, depth_last: most, pay: cut };
    });
  return { ...plan, rules };
}

import { planSchema } from '../../src/model/plan.ts';
import type { Plan, PlanCondition, PlanRule, RankWay } from '../../src/model/plan.ts';
import type { PlanEvent } from '../../src/model/plan-event.ts';
import { seeded } from '../../src/generate/random.ts';

type Random = ReturnType<typeof seeded>;

/** A plan of no sense but with every feature of the language in some seed. */
export function randomPlan(random: Random): Plan {
  const ranks = ['r0', 'r1', 'r2', 'r3'].slice(0, 1 + random.below(4));
  const products = ['p0', 'p1'].slice(0, 1 + random.below(2));
  const placement = random.chance(0.3) ? { width: 1 + random.below(3) } : null;
  const text = { zh: '甲', en: 'a' };
  return {
    schema: planSchema,
    id: 'random',
    title: { zh: '随机', en: 'Random' },
    currency: 'CNY',
    from: random.chance(0.5) ? '2019-03-01' : null,
    direct_selling_licence: random.pick(['held', 'none', null] as const),
    sources: random.chance(0.3) ? [{ what: 'one: two', url: null }] : [],
    assumed: random.chance(0.3) ? [text] : [],
    products: products.map((id) => ({
      id,
      title: random.chance(0.3) ? text : null,
      price_minor: random.below(20_000),
      cost_minor: random.below(20_000),
      market_price_minor: random.chance(0.5) ? random.below(20_000) : null,
    })),
    ranks: ranks.map((id, i) => ({
      id,
      title: random.chance(0.3) ? text : null,
      recruits: i > 0 || random.chance(0.8),
      ways: i === 0 && random.chance(0.5) ? [] : ways(random, ranks, products),
    })),
    placement,
    rules: Array.from({ length: 1 + random.below(5) }, (_, i) =>
      rule(random, `rule-${i}`, ranks, products, placement !== null),
    ),
    limit: random.chance(0.2) ? { rate_ppm: 10_000 * random.below(60) } : null,
    payout: {
      delay_days: random.chance(0.3) ? random.below(30) : null,
      least_minor: random.chance(0.3) ? random.below(10_000) : null,
    },
    rounding: random.pick(['down', 'half_up']),
    takes_back: random.chance(0.7),
  };
}

function ways(random: Random, ranks: readonly string[], products: readonly string[]): RankWay[] {
  return Array.from({ length: 1 + random.below(2) }, () => {
    const fee = random.chance(0.5);
    const buys = random.chance(0.3);
    const asked = random.chance(0.4);
    const by = fee || buys || asked ? null : ('application' as const);
    const days = random.chance(0.5) ? random.below(3) : null;
    return {
      fee: fee
        ? {
            amount_minor: 1 + random.below(50_000),
            refundable_ppm: random.pick([0, 500_000, 1_000_000]),
            refundable_days: days,
          }
        : null,
      buys: buys ? { product: random.pick(products), quantity: 1 + random.below(3) } : null,
      conditions: asked ? conditions(random, ranks) : [],
      by,
    };
  });
}

function conditions(random: Random, ranks: readonly string[]): PlanCondition[] {
  const of = random.chance(0.3) ? random.pick(ranks) : null;
  const all: PlanCondition[] = [
    { measure: 'recruits', at_least: 1 + random.below(2), of },
    { measure: 'team', at_least: 1 + random.below(4), of },
    { measure: 'purchases', at_least: random.below(20_000), of: null },
    { measure: 'sales', at_least: random.below(20_000), of: null },
    { measure: 'team_sales', at_least: random.below(40_000), of: null },
    { measure: 'month_purchases', at_least: random.below(20_000), of: null },
    { measure: 'month_sales', at_least: random.below(20_000), of: null },
    { measure: 'month_team_sales', at_least: random.below(20_000), of: null },
    { measure: 'month_customers', at_least: 1 + random.below(2), of: null },
  ];
  const first = random.below(all.length);
  const second = random.below(all.length);
  return all.filter((_, i) => i === first || (random.chance(0.3) && i === second));
}

function rule(
  random: Random,
  id: string,
  ranks: readonly string[],
  products: readonly string[],
  placed: boolean,
): PlanRule {
  const base = random.pick([
    'headcount',
    'entry_fee',
    'own_sale',
    'downline_sale',
    'level_difference',
  ] as const);
  const sale = base !== 'headcount' && base !== 'entry_fee';
  const depth_first = random.below(2);
  const beyond = random.chance(0.3) ? null : depth_first + random.below(3);
  const depth_last = base === 'own_sale' ? 1 : beyond;
  const depths = depth_last === null ? 1 : depth_last - depth_first + 1;
  const figures = (most: number): number[] =>
    Array.from({ length: random.chance(0.5) ? 1 : depths }, () => random.below(most));
  const amount = base === 'headcount' || random.chance(0.3);
  const some = (list: readonly string[]): string[] | null =>
    random.chance(0.6) ? null : [random.pick(list)];
  return {
    id,
    title: null,
    base,
    tree: placed && random.chance(0.5) ? 'placement' : 'sponsor',
    depth_first,
    depth_last,
    pay:
      base === 'level_difference'
        ? { kind: 'by_rank', ppm: ranks.map((rank) => ({ rank, ppm: random.below(400_000) })) }
        : amount
          ? { kind: 'amount', minor: figures(5_000) }
          : { kind: 'rate', ppm: figures(500_000) },
    of: base !== 'headcount' && random.chance(0.3) ? 'margin' : 'price',
    buyers: sale ? random.pick(['customers', 'members', 'everyone']) : 'everyone',
    products: sale ? some(products) : null,
    ranks: some(ranks),
    payer_ranks: some(ranks),
    conditions: random.chance(0.4) ? conditions(random, ranks) : [],
    compressed: random.chance(0.3),
    cap: random.chance(0.3)
      ? { amount_minor: random.below(5_000), per: random.pick(['payment', 'month']) }
      : null,
  };
}

/** Something somebody might do next; the plan may not permit it. */
export function randomEvent(random: Random, plan: Plan, members: number, events: number) {
  const day = 18_000 + events;
  const member = random.below(Math.max(1, members));
  const rank = random.pick(plan.ranks).id;
  const product = random.pick(plan.products).id;
  const quantity = 1 + random.below(3);
  const way = random.below(2);
  const all: readonly PlanEvent[] = [
    { kind: 'join', recruiter: members === 0 ? null : member, rank, way, day },
    { kind: 'join', recruiter: random.chance(0.2) ? null : member, rank, way, day },
    { kind: 'join', recruiter: member, rank, way: 0, day },
    { kind: 'upgrade', member, rank, way, day },
    { kind: 'buy', member, product, quantity, day },
    { kind: 'sell', seller: member, customer: random.below(4), product, quantity, day },
    { kind: 'refund', event: random.below(Math.max(1, events)), day },
    { kind: 'month_end', day },
  ];
  return random.pick(all);
}

import type { Row } from './row.ts';
import type { World } from './world.ts';

/** What a promoter earns on a sale to someone it brought, and what its leader earns of it. */
export const rates = [0.05, 0.02] as const;

const PLAN = 'PLAN1';

/** Two levels, out of real sales; whoever asks is admitted, and nobody pays for it. */
export function* planRows({ market }: World): Iterable<Row<'plan'>> {
  const { name, statement } = market.words.plan;
  yield {
    plan_id: PLAN,
    name,
    enabled: true,
    levels_paid: rates.length,
    join_condition: 'application',
    join_price_minor: 0,
    self_rebate: false,
    statement,
  };
}

export function* planRuleRows({ market }: World): Iterable<Row<'plan_rule'>> {
  for (const [i, rate] of rates.entries()) {
    yield {
      rule_id: `${PLAN}-${i + 1}`,
      plan_id: PLAN,
      base: i === 0 ? 'own_sale' : 'downline_sale',
      depth: i + 1,
      unlimited: false,
      rate,
      amount_minor: null,
      tier: null,
      qualification: market.words.plan.promoter,
    };
  }
}

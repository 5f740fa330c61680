import type { Plan, PlanRank } from '../../model/plan.ts';

/** What one way into a rank costs: its fee, and the goods to be bought for it. */
export function priceOf(plan: Plan, rank: PlanRank, way: number): number {
  const terms = rank.ways[way];
  const goods = plan.products.find(({ id }) => id === terms?.buys?.product);
  return (terms?.fee?.amount_minor ?? 0) + (goods?.price_minor ?? 0) * (terms?.buys?.quantity ?? 0);
}

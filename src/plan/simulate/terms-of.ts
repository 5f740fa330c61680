import type { Assumptions } from '../../model/assumptions.ts';
import type { Localised } from '../../model/localised.ts';
import type { Plan } from '../../model/plan.ts';
import type { AssumedTerms } from '../../model/simulation.ts';
import { priceOf } from './price-of.ts';

/** What the assumptions name, in the plan's words and prices. */
export function termsOf(plan: Plan, assumptions: Assumptions): AssumedTerms {
  const rankOf = (id: string) => plan.ranks.find((rank) => rank.id === id)!;
  const { joins, starters, purchases, payout_delay_days } = assumptions;
  const product = plan.products.find(({ id }) => id === purchases.product);
  const { delay_days } = plan.payout;
  return {
    starter_rank: titleOf(rankOf(starters.rank)),
    joins: joins.map(({ rank, way, share_ppm }) => ({
      rank: titleOf(rankOf(rank)),
      share_ppm,
      price_minor: priceOf(plan, rankOf(rank), way),
    })),
    product: product ? { title: titleOf(product), price_minor: product.price_minor } : null,
    payout_delay_days: delay_days ?? payout_delay_days,
    payout_delay_said: delay_days !== null,
  };
}

function titleOf({ id, title }: { readonly id: string; readonly title: Localised | null }) {
  return title ?? { en: id, zh: id };
}

import { PPM } from '../../model/plan.ts';
import type { Plan, PlanRank, PlanRule, RankWay, RulePay } from '../../model/plan.ts';
import type { PlanFile, RankFile, RuleFile } from './plan-file.ts';

/** A file that was found sound, with what it leaves to be understood filled in. */
export function planFrom(file: PlanFile): Plan {
  return {
    schema: file.schema,
    id: file.id,
    title: file.title,
    currency: file.currency,
    from: file.from ?? null,
    direct_selling_licence: file.direct_selling_licence ?? null,
    sources: file.sources ?? [],
    assumed: file.assumed ?? [],
    products: (file.products ?? []).map((one) => ({
      id: one.id,
      title: one.title ?? null,
      price_minor: one.price,
      cost_minor: one.cost ?? null,
      market_price_minor: one.market_price ?? null,
    })),
    ranks: file.ranks.map(rankFrom),
    placement: file.placement ?? null,
    rules: file.rules.map(ruleFrom),
    limit: file.limit ? { rate_ppm: file.limit.rate } : null,
    payout: {
      delay_days: file.payout?.delay_days ?? null,
      least_minor: file.payout?.least ?? null,
    },
    rounding: file.rounding ?? 'down',
    takes_back: file.takes_back ?? true,
  };
}

function rankFrom(rank: RankFile): PlanRank {
  return {
    id: rank.id,
    title: rank.title ?? null,
    recruits: rank.recruits ?? true,
    ways: (rank.enter ?? []).map(wayFrom),
  };
}

function wayFrom(way: NonNullable<RankFile['enter']>[number]): RankWay {
  const { fee } = way;
  return {
    fee:
      fee === undefined
        ? null
        : {
            amount_minor: fee,
            refundable_ppm: way.refundable ?? (way.refund_days === undefined ? 0 : PPM),
            refundable_days: way.refund_days ?? null,
          },
    buys: way.buy === undefined ? null : { product: way.buy, quantity: way.quantity ?? 1 },
    conditions: way.if ?? [],
    by: way.by ?? null,
  };
}

function ruleFrom(rule: RuleFile): PlanRule {
  const beyond = rule.base === 'level_difference' ? { first: 1, last: null } : null;
  const depth = rule.depth ?? beyond ?? { first: 1, last: 1 };
  return {
    id: rule.id,
    title: rule.title ?? null,
    base: rule.base,
    tree: rule.tree ?? 'sponsor',
    depth_first: depth.first,
    depth_last: depth.last,
    pay: payFrom(rule),
    of: rule.of ?? 'price',
    buyers: rule.buyers ?? 'everyone',
    products: rule.products ?? null,
    ranks: rule.ranks ?? null,
    payer_ranks: rule.payer_ranks ?? null,
    conditions: rule.if ?? [],
    compressed: rule.compressed ?? false,
    cap: rule.cap ? { amount_minor: rule.cap.amount, per: rule.cap.per } : null,
  };
}

function payFrom({ rate, amount, by_rank }: RuleFile): RulePay {
  if (rate !== undefined) return { kind: 'rate', ppm: rate };
  if (amount !== undefined) return { kind: 'amount', minor: amount };
  return { kind: 'by_rank', ppm: (by_rank ?? []).map(([rank, ppm]) => ({ rank, ppm })) };
}

import { assumptionsSchema } from '../../model/assumptions.ts';
import type { Assumptions, JoinShare } from '../../model/assumptions.ts';
import { PPM } from '../../model/plan.ts';
import type { Plan } from '../../model/plan.ts';
import { priceOf } from './price-of.ts';

/**
 * What is supposed where nobody says otherwise. The figures are ours, round, and taken from no
 * case. Newcomers come in by `joins`, or by the cheapest way that lets them recruit; null where
 * there is none.
 */
export function defaultAssumptions(plan: Plan, joins?: readonly JoinShare[]): Assumptions | null {
  const join = cheapestWay(plan) ?? joins?.[0];
  if (join === undefined) return null;
  return {
    schema: assumptionsSchema,
    population: 1_000,
    start: null,
    starters: { count: 1, rank: join.rank, way: join.way },
    recruiting: { who: 'uniform', width: null, per_month_ppm: PPM / 2 },
    joins: joins ?? [join],
    purchases: {
      product: plan.products[0]?.id ?? null,
      own_ppm: PPM / 2,
      customers_ppm: PPM / 2,
    },
    stops_ppm: PPM / 20,
    rises_ppm: 0,
    withdraws_ppm: PPM / 50,
    returns_ppm: PPM / 50,
    refund_after_days: 7,
    payout_delay_days: 30,
    months: 24,
    runs: 1_000,
    seed: 1,
  };
}

/** Ways of a rank by which a newcomer can come in: bought or asked for, without conditions. */
export function waysIn(plan: Plan, rank: string): number[] {
  const found = plan.ranks.find(({ id }) => id === rank);
  if (found === undefined) return [];
  if (found.ways.length === 0) return [0];
  return found.ways.flatMap(({ fee, buys, by, conditions }, way) =>
    conditions.length === 0 && (fee !== null || buys !== null || by !== null) ? [way] : [],
  );
}

/** The cheapest way to a rank that may recruit and that nobody has to be appointed to. */
function cheapestWay(plan: Plan): JoinShare | null {
  const ways = plan.ranks
    .filter(({ recruits }) => recruits)
    .flatMap((rank) =>
      waysIn(plan, rank.id)
        .filter((way) => rank.ways[way]?.by !== 'appointment')
        .map((way) => ({ rank: rank.id, way, price: priceOf(plan, rank, way) })),
    );
  const [cheapest] = ways.toSorted((a, b) => a.price - b.price);
  return cheapest ? { rank: cheapest.rank, way: cheapest.way, share_ppm: PPM } : null;
}

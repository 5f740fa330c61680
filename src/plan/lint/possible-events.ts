import { headMeasures } from '../../model/plan.ts';
import type { Plan } from '../../model/plan.ts';
import type { PlanEvent } from '../../model/plan-event.ts';

/** What might happen next in a network; the plan may not permit all of it. */
export function possibleEvents(
  plan: Plan,
  members: number,
  customers: number,
  day: number,
): PlanEvent[] {
  const all = Array.from({ length: members }, (_, member) => member);
  const ways = plan.ranks.flatMap(({ id, ways: some }) =>
    Array.from({ length: Math.max(1, some.length) }, (_, way) => ({ rank: id, way })),
  );
  const goods = plan.products.flatMap(({ id, price_minor }) =>
    quantities(plan, price_minor).map((quantity) => ({ product: id, quantity })),
  );
  const joins = (members === 0 ? [null] : all).flatMap((recruiter) =>
    ways.map((way): PlanEvent => ({ kind: 'join', recruiter, ...way, day })),
  );
  const acts = all.flatMap((member): PlanEvent[] => [
    ...goods.map((one): PlanEvent => ({
      kind: 'sell',
      seller: member,
      customer: customers,
      ...one,
      day,
    })),
    ...goods.map((one): PlanEvent => ({ kind: 'buy', member, ...one, day })),
    ...ways.map((way): PlanEvent => ({ kind: 'upgrade', member, ...way, day })),
  ]);
  return [...joins, ...acts];
}

/** One piece, and as many as it takes to reach each sum that a condition asks for. */
function quantities(plan: Plan, price: number): number[] {
  const conditions = [
    ...plan.rules.flatMap((rule) => rule.conditions),
    ...plan.ranks.flatMap((rank) => rank.ways.flatMap((way) => way.conditions)),
  ];
  const sums = conditions
    .filter(({ measure }) => !headMeasures.includes(measure))
    .map(({ at_least }) => (price > 0 ? Math.ceil(at_least / price) : 1));
  return [...new Set([1, ...sums])]
    .filter((one) => one >= 1 && one <= 1_000)
    .toSorted((a, b) => a - b);
}

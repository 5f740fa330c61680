import type { Plan } from '../../model/plan.ts';
import type { PlanEvent } from '../../model/plan-event.ts';
import type { CompiledPlan } from '../pay/compile-plan.ts';
import { playEvents } from '../pay/play-events.ts';
import type { SmallNetwork } from './small-networks.ts';

/** Shapes in which a network is grown beyond what can be searched whole. */
export const growthShapes = ['star', 'two_tiers', 'chain'] as const;
export type GrowthShape = (typeof growthShapes)[number];

/** A family of networks with one member for each size: a shape, a way in, and a last sale. */
export interface Growth {
  readonly shape: GrowthShape;
  readonly rank: string;
  readonly way: number;
  /** The product the last member sells to a customer; null for no sale. */
  readonly sells: string | null;
}

/** Every shape with every way in, without a sale and with one of the first product. */
export function growthsOf(plan: Plan): Growth[] {
  const ways = plan.ranks.flatMap(({ id, ways: some }) =>
    Array.from({ length: Math.max(1, some.length) }, (_, way) => ({ rank: id, way })),
  );
  const sold = [null, ...plan.products.slice(0, 1).map(({ id }) => id)];
  return growthShapes.flatMap((shape) =>
    ways.flatMap((way) => sold.map((sells) => ({ shape, ...way, sells }))),
  );
}

/** The family's network of so many members; null where the plan does not permit it. */
export function grownNetwork(
  plan: CompiledPlan,
  growth: Growth,
  members: number,
  day: number,
): SmallNetwork | null {
  const { rank, way, sells } = growth;
  const events: PlanEvent[] = Array.from({ length: members }, (_, i) => ({
    kind: 'join',
    recruiter: i === 0 ? null : recruiterOf(growth.shape, i),
    rank,
    way,
    day,
  }));
  if (sells !== null) {
    const seller = members - 1;
    events.push({ kind: 'sell', seller, customer: 0, product: sells, quantity: 1, day });
  }
  return playEvents(plan, events).refused === null ? { members, events } : null;
}

/** All under the first; all under the second; each under the one before. */
function recruiterOf(shape: GrowthShape, i: number): number {
  if (shape === 'star') return 0;
  return shape === 'chain' ? i - 1 : Math.min(1, i - 1);
}

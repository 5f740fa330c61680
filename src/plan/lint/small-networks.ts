import type { PlanEvent } from '../../model/plan-event.ts';
import type { CompiledPlan } from '../pay/compile-plan.ts';
import { startRun } from '../pay/plan-run.ts';
import { playAgain } from '../pay/play-events.ts';
import { canonicalRun } from './canonical-run.ts';
import { possibleEvents } from './possible-events.ts';

export interface SearchBound {
  /** Members of one network, the one at the top included. */
  readonly members: number;
  /** What happens in it: joining, rising, buying, selling. */
  readonly events: number;
  /** Networks looked at. */
  readonly networks: number;
}

export interface SmallNetwork {
  readonly members: number;
  readonly events: readonly PlanEvent[];
}

export interface SmallNetworks {
  /** Fewest members first, then fewest events; each once, whatever its members are called. */
  readonly networks: readonly SmallNetwork[];
  /** Events up to which all were made: fewer than asked for where there were too many. */
  readonly events: number;
}

/**
 * Every network under one first member that the plan permits, up to a bound: joins under anybody
 * by any way, ranks taken, purchases, sales to new customers, all in one month, no refunds.
 */
export function smallNetworks(plan: CompiledPlan, bound: SearchBound, day: number): SmallNetworks {
  const found: SmallNetwork[] = [{ members: 0, events: [] }];
  let layer: SmallNetwork[] = found;
  let done = 0;
  for (let length = 1; length <= bound.events; length++) {
    const next = longer(plan, layer, bound, found.length, day);
    if (next === null) break;
    found.push(...next);
    layer = next;
    done = length;
  }
  const networks = found.toSorted(
    (a, b) => a.members - b.members || a.events.length - b.events.length,
  );
  return { networks, events: done };
}

/** All networks of one event more; null where they would be too many. */
function longer(
  plan: CompiledPlan,
  layer: readonly SmallNetwork[],
  bound: SearchBound,
  before: number,
  day: number,
): SmallNetwork[] | null {
  const seen = new Set<string>();
  const next: SmallNetwork[] = [];
  const played = startRun(plan);
  for (const { members, events } of layer) {
    const customers = events.filter(({ kind }) => kind === 'sell').length;
    for (const event of possibleEvents(plan.plan, members, customers, day)) {
      const more = members + (event.kind === 'join' ? 1 : 0);
      if (more > bound.members) continue;
      const longerEvents = [...events, event];
      const { run, refused } = playAgain(played, longerEvents);
      if (refused !== null) continue;
      const key = canonicalRun(run);
      if (seen.has(key)) continue;
      seen.add(key);
      next.push({ members: more, events: longerEvents });
      if (before + next.length > bound.networks) return null;
    }
  }
  return next;
}

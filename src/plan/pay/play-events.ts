import type { PlanEvent } from '../../model/plan-event.ts';
import type { CompiledPlan } from './compile-plan.ts';
import { endMonth } from './end-month.ts';
import { addCustomer, buy, join, rankOf as currentRank, sell, upgrade } from './events.ts';
import { restart, startRun } from './plan-run.ts';
import type { PlanRun } from './plan-run.ts';
import { refund } from './refund.ts';

export interface Played {
  readonly run: PlanRun;
  /** Place of the first event the plan does not permit, where the play stopped; null for none. */
  readonly refused: number | null;
}

/** All that comes of a list of events: a function of the plan and the list. */
export function playEvents(plan: CompiledPlan, events: readonly PlanEvent[]): Played {
  return playAgain(startRun(plan), events);
}

/** The same in the memory of a run that is over. */
export function playAgain(run: PlanRun, events: readonly PlanEvent[]): Played {
  restart(run);
  for (const [i, event] of events.entries()) {
    if (!playEvent(run, event)) return { run, refused: i };
  }
  return { run, refused: null };
}

/** Plays one event; false where the plan does not permit it, and then nothing has happened. */
export function playEvent(run: PlanRun, event: PlanEvent): boolean {
  const { plan } = run.plan;
  const rankOf = (id: string): number => plan.ranks.findIndex((rank) => rank.id === id);
  const productOf = (id: string): number => plan.products.findIndex((one) => one.id === id);
  const { day } = event;
  switch (event.kind) {
    case 'join':
      return join(run, event.recruiter ?? -1, rankOf(event.rank), event.way, day) >= 0;
    case 'upgrade':
      return upgrade(run, event.member, rankOf(event.rank), event.way, day) >= 0;
    case 'buy':
      return buy(run, event.member, productOf(event.product), event.quantity, day) >= 0;
    case 'sell': {
      const { seller, customer } = event;
      if (customer === run.customers.length) {
        if (currentRank(run, seller) < 0) return false;
        addCustomer(run, seller);
      }
      if (customer >= run.customers.length) return false;
      if (run.customers.of.seller[customer] !== seller) return false;
      return sell(run, customer, productOf(event.product), event.quantity, day) >= 0;
    }
    case 'refund':
      return refund(run, event.event, day) >= 0;
    case 'month_end':
      return endMonth(run, day) >= 0;
  }
}

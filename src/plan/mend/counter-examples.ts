import { dayNumber } from '../../model/days.ts';
import type { Plan } from '../../model/plan.ts';
import type { PlanEvent } from '../../model/plan-event.ts';
import type { Provision } from '../../model/provision.ts';
import type { PlanTest } from '../lint/lint-plan.ts';
import { paperRows } from '../lint/lint-plan.ts';
import type { ScreenAll } from '../lint/screen-all.ts';
import { compilePlan } from '../pay/compile-plan.ts';
import { closeMonth } from '../pay/end-month.ts';
import { playEvents } from '../pay/play-events.ts';
import { runRows } from '../rows/run-rows.ts';
import type { RowTables } from '../rows/run-rows.ts';

/** Networks that once showed a provision: under a changed plan they may show it again. */
export interface CounterExamples {
  /** Takes what a lint found. */
  readonly learn: (tests: readonly PlanTest[]) => void;
  /** For each plan the provisions that its words or a known network show. */
  readonly refute: (
    plans: readonly Plan[],
    provisions: readonly Provision[],
  ) => Promise<readonly ReadonlySet<Provision>[]>;
}

/** Data sets judged at once. */
const chunk_sets = 2_048;

export function counterExamples(screen: ScreenAll, as_of: string): CounterExamples {
  const known = new Map<string, readonly PlanEvent[]>();
  const setsOf = (plan: Plan): RowTables[] => {
    const compiled = compilePlan(plan);
    const records = [...known.values()].flatMap((events) => {
      const { run, refused } = playEvents(compiled, events);
      if (refused !== null) return [];
      closeMonth(run, dayNumber(as_of));
      return [runRows(run, false)];
    });
    return [paperRows(plan), ...records];
  };
  return {
    learn: (tests) => {
      for (const { example } of tests) {
        if (example) known.set(JSON.stringify(example.events), example.events);
      }
    },
    refute: async (plans, provisions) => {
      const refuted = plans.map(() => new Set<Provision>());
      let sets: RowTables[] = [];
      let owners: number[] = [];
      const ask = async (): Promise<void> => {
        for (const [provision, { met }] of await screen(sets, provisions, false)) {
          for (const place of met) refuted[owners[place]!]!.add(provision);
        }
        [sets, owners] = [[], []];
      };
      for (const [i, plan] of plans.entries()) {
        const some = setsOf(plan);
        sets.push(...some);
        owners.push(...some.map(() => i));
        if (sets.length >= chunk_sets) await ask();
      }
      if (sets.length > 0) await ask();
      return refuted;
    },
  };
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Assumptions } from '../../../model/assumptions.ts';
import type { Plan } from '../../../model/plan.ts';
import type { SimulationStudy } from '../../../model/plan-study.ts';
import type { Simulation } from '../../../model/simulation.ts';
import { resultOf } from '../../../plan/simulate/result-of.ts';
import { addRun, startStudy } from '../../../plan/simulate/study.ts';
import { shownSimulation } from '../../../report/simulation/shown-simulation.ts';
import { assumedOf } from '../../../server/plans/assumed-of.ts';
import type { PlanOrder } from '../../../server/plans/plan-lab.ts';
import { planOf } from './study.ts';
import type { Tell } from './study.ts';

const told_every_ms = 250;

export async function simulationOf(order: PlanOrder, tell: Tell): Promise<SimulationStudy> {
  const plan = planOf(order, 0);
  const assumptions = assumedOf(plan, order);
  const simulation = await simulated(plan, assumptions, order.join_month, (done, total) => {
    tell({ step: 'simulate', done, total });
  });
  return { plan: plan.id, simulation, shown: shownSimulation(simulation) };
}

/** Run after run, with a pause after each in which the program can be stopped. */
export async function simulated(
  plan: Plan,
  assumptions: Assumptions,
  join_month: number | null,
  progress: (done: number, total: number) => void,
): Promise<Simulation> {
  const { runs, months } = assumptions;
  const study = startStudy(plan, assumptions, join_month ?? Math.ceil(months / 2));
  let last_ms = 0;
  for (let done = 1; done <= runs; done++) {
    addRun(study);
    const now_ms = performance.now();
    if (now_ms - last_ms > told_every_ms || done === runs) {
      progress(done, runs);
      last_ms = now_ms;
    }
    await nextTurn();
  }
  return resultOf(study);
}

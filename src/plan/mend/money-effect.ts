import type { Assumptions } from '../../model/assumptions.ts';
import type { Plan } from '../../model/plan.ts';
import type { Simulation } from '../../model/simulation.ts';
import { defaultAssumptions } from '../simulate/default-assumptions.ts';
import { resultOf } from '../simulate/result-of.ts';
import { addRun, startStudy } from '../simulate/study.ts';

/** Runs of each plan, and people in each: enough for the tenths, in a second or two. */
const [effect_runs, effect_people] = [20, 300];

/** Two plans played with the same people, from the same seeds. */
export interface MoneyEffect {
  readonly assumptions: Assumptions;
  readonly before: Simulation;
  readonly after: Simulation;
}

/** What a change does to the money; null where the plan has no way in that recruits. */
export function moneyEffect(plan: Plan, changed: Plan, seed: number): MoneyEffect | null {
  const usual = defaultAssumptions(plan);
  if (usual === null) return null;
  const assumptions = { ...usual, runs: effect_runs, population: effect_people, seed };
  return { assumptions, before: played(plan, assumptions), after: played(changed, assumptions) };
}

function played(plan: Plan, assumptions: Assumptions): Simulation {
  const study = startStudy(plan, assumptions, Math.ceil(assumptions.months / 2));
  for (let run = 0; run < assumptions.runs; run++) addRun(study);
  return resultOf(study);
}

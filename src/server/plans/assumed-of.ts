import type { Assumptions } from '../../model/assumptions.ts';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import type { Plan } from '../../model/plan.ts';
import type { Diagnostic } from '../../packs/diagnostic.ts';
import { defaultAssumptions } from '../../plan/simulate/default-assumptions.ts';
import { parseAssumptions } from '../../plan/simulate/parse-assumptions.ts';
import type { PlanOrder } from './plan-lab.ts';

/** Runs of somebody who did not say how many: enough for the quantiles, in a few seconds. */
const usual_runs = 200;

type Asked = Pick<PlanOrder, 'assumptions' | 'runs' | 'seed' | 'join_month'>;

/** Everything wrong with a text of assumptions about a plan; empty without a text. */
export function wrongAssumptions(plan: Plan, text: string | null): readonly Diagnostic[] {
  return text === null ? [] : parseAssumptions(text, 'assumptions.yaml', plan).diagnostics;
}

/** What is assumed about a plan, within the limits of a simulation. */
export function assumedOf(plan: Plan, asked: Asked): Assumptions {
  const text = asked.assumptions;
  const read =
    text === null
      ? defaultAssumptions(plan)
      : parseAssumptions(text, 'assumptions.yaml', plan).assumptions;
  if (read === null) throw new PolyprismError('plan.nobody_recruits', { path: plan.id });
  const runs = asked.runs ?? (text === null ? usual_runs : read.runs);
  const assumptions = { ...read, runs, seed: asked.seed ?? read.seed };
  const limit = limits.simulation_people_max;
  const { population, months } = assumptions;
  if (population * runs > limit) {
    throw new PolyprismError('plan.simulation_too_large', { population, runs, limit });
  }
  if (asked.join_month !== null && asked.join_month > months) {
    throw new PolyprismError('cli.bad_number', {
      value: String(asked.join_month),
      min: 1,
      max: months,
    });
  }
  return assumptions;
}

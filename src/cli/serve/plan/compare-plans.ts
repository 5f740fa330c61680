import type { CompareStudy } from '../../../model/plan-study.ts';
import type { Plan } from '../../../model/plan.ts';
import { lintPlan } from '../../../plan/lint/lint-plan.ts';
import { shownSimulation } from '../../../report/simulation/shown-simulation.ts';
import { assumedOf } from '../../../server/plans/assumed-of.ts';
import { roundsOf, shownLint } from './lint-by-rounds.ts';
import { simulated } from './simulation-of.ts';
import type { Study } from './study.ts';

/** Two plans under the same provisions, with the same people from the same seed. */
export async function comparePlans(
  { order, packs, provisions, judge, tell }: Study,
  a: Plan,
  b: Plan,
): Promise<CompareStudy> {
  const { bound, as_of } = roundsOf(order).at(-1)!;
  const options = { bound, grown_members: bound.members, as_of };
  const sides = [];
  for (const [side, plan] of [a, b].entries()) {
    tell({ step: 'search', done: side, total: 2 });
    const lint = await lintPlan(plan, provisions, judge, options);
    const assumptions = assumedOf(plan, order);
    const simulation = await simulated(plan, assumptions, order.join_month, (done, total) => {
      tell({ step: 'simulate', done: side * total + done, total: 2 * total });
    });
    sides.push({
      plan: plan.id,
      title: plan.title,
      lint: shownLint(lint, order),
      verdicts: verdictsOf(lint),
      simulation,
      shown: shownSimulation(simulation),
    });
  }
  const [first, second] = sides;
  const differs = provisions
    .map(({ id }) => id)
    .filter((id) => first?.verdicts.get(id) !== second?.verdicts.get(id));
  return {
    as_of,
    packs,
    sides: sides.map(({ verdicts: _verdicts, ...side }) => side),
    differs: [...new Set(differs)],
  };
}

function verdictsOf({ tests }: Awaited<ReturnType<typeof lintPlan>>): ReadonlyMap<string, string> {
  return new Map(tests.map(({ provision, verdict }) => [provision.id, verdict]));
}

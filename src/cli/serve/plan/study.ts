import { PolyprismError } from '../../../model/issue.ts';
import type { Plan } from '../../../model/plan.ts';
import type { Provision } from '../../../model/provision.ts';
import { parsePlan } from '../../../plan/language/parse-plan.ts';
import type { Judge } from '../../../plan/lint/screen-all.ts';
import type { PlanOrder } from '../../../server/plans/plan-lab.ts';

export type Tell = (told: Readonly<Record<string, unknown>>) => void;

/** What is asked, and what it is judged with. */
export interface Study {
  readonly order: PlanOrder;
  readonly packs: readonly { readonly id: string; readonly version: string; digest: string }[];
  readonly provisions: readonly Provision[];
  readonly judge: Judge;
  readonly tell: Tell;
}

/** A plan of an order; the server sends none that does not read. */
export function planOf({ plans }: PlanOrder, at: number): Plan {
  const { plan, diagnostics } = parsePlan(plans[at] ?? '', 'plan.yaml');
  const [first] = diagnostics;
  if (plan !== null) return plan;
  throw new PolyprismError(first?.code ?? 'http.internal', first?.params, first?.place);
}

import type { Plan } from '../../model/plan.ts';
import { costOf, edited, editNames } from './edits.ts';
import type { EditName } from './edits.ts';

/** Some changes, and the plan with all of them made. */
export interface EditedPlan {
  readonly edits: readonly EditName[];
  readonly plan: Plan;
}

/** Every set of changes that all change something, from the cheapest; equal plans once. */
export function setsOfEdits(plan: Plan): readonly EditedPlan[] {
  let sets: EditedPlan[] = [{ edits: [], plan }];
  for (const edit of editNames) {
    const more = sets.flatMap((one) => {
      const changed = edited(one.plan, edit);
      const sound = changed !== null && changed.rules.length > 0;
      return sound ? [{ edits: [...one.edits, edit], plan: changed }] : [];
    });
    sets = sets.concat(more);
  }
  const sorted = sets.slice(1).toSorted((a, b) => costOf(a.edits) - costOf(b.edits));
  const seen = new Set<string>([JSON.stringify(plan)]);
  return sorted.filter((one) => {
    const text = JSON.stringify(one.plan);
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

/** The plan with some changes made; those that change nothing there are passed over. */
export function planWith(plan: Plan, edits: readonly EditName[]): Plan {
  return edits.reduce((next, edit) => edited(next, edit) ?? next, plan);
}

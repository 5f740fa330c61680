import { planMeasures } from '../../model/plan.ts';
import type { PlanCondition } from '../../model/plan.ts';

/** Conditions as `plan_rule.qualification` holds them: 'recruits>=3; team>=666 of vip'. */
export function qualificationText(conditions: readonly PlanCondition[]): string | null {
  if (conditions.length === 0) return null;
  return conditions
    .map(({ measure, at_least, of }) => `${measure}>=${at_least}${of === null ? '' : ` of ${of}`}`)
    .join('; ');
}

/** The conditions of such a text; null where it is in other words, or of ranks nobody knows. */
export function conditionsIn(
  text: string | null,
  ranks: ReadonlySet<string>,
): PlanCondition[] | null {
  if (text === null || text.trim() === '') return [];
  const parts = text.split(';').map((part) => {
    const [, name, least, of] =
      /^ *([a-z_]+)>=(\d{1,15})(?: of ([a-z0-9_-]+))? *$/.exec(part) ?? [];
    const measure = planMeasures.find((one) => one === name);
    if (measure === undefined || (of !== undefined && !ranks.has(of))) return undefined;
    return { measure, at_least: Number(least), of: of ?? null };
  });
  return parts.every((one) => one !== undefined) ? parts : null;
}

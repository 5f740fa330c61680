import type { CompiledCondition, CompiledRule } from './compile-plan.ts';
import type { PlanRun } from './plan-run.ts';

/** Whether the rule may pay this member as things stand. */
export function qualifies(run: PlanRun, rule: CompiledRule, member: number): boolean {
  const rank = run.members.of.rank[member]!;
  if (rank < 0) return false;
  if (rule.ranks !== null && rule.ranks[rank] === 0) return false;
  return meets(run, rule.conditions, member);
}

export function meets(
  run: PlanRun,
  conditions: readonly CompiledCondition[],
  member: number,
): boolean {
  for (const condition of conditions) {
    if (valueOf(run, condition, member) < condition.atLeast) return false;
  }
  return true;
}

function valueOf(run: PlanRun, { measure, counter }: CompiledCondition, member: number): number {
  const { of } = run.members;
  switch (measure) {
    case 'recruits':
    case 'team':
      return run.counts.of[counter]![member]!;
    case 'purchases':
      return of.purchases[member]!;
    case 'sales':
      return of.sales[member]!;
    case 'team_sales':
      return of.teamSales[member]!;
    case 'month_purchases':
      return of.monthPurchases[member]!;
    case 'month_sales':
      return of.monthSales[member]!;
    case 'month_team_sales':
      return of.monthTeamSales[member]!;
    case 'month_customers':
      return of.monthCustomers[member]!;
  }
}

import type { SqlEngine } from '../engine/sql-engine.ts';
import type { ReportPlan, ReportPlanRule } from '../model/report.ts';

type PlanRow = Omit<ReportPlan, 'rules'>;

/** The commission plans the data state, each with its rules, in a stable order. */
export async function listPlans(engine: SqlEngine): Promise<ReportPlan[]> {
  const plans = (await engine.rows(`
    SELECT plan_id, name, enabled, levels_paid, join_condition, join_price_minor, self_rebate,
      statement
    FROM plan ORDER BY plan_id NULLS LAST`)) as unknown as PlanRow[];
  const rules = (await engine.rows(`
    SELECT plan_id, base, depth, rate, amount_minor, tier, qualification
    FROM plan_rule
    ORDER BY plan_id NULLS LAST, tier NULLS FIRST, depth NULLS FIRST, base NULLS FIRST, rule_id
      NULLS LAST`)) as unknown as (ReportPlanRule & { plan_id: string | null })[];
  return plans.map((plan) => ({
    plan_id: plan.plan_id,
    name: plan.name,
    enabled: plan.enabled,
    levels_paid: plan.levels_paid,
    join_condition: plan.join_condition,
    join_price_minor: plan.join_price_minor,
    self_rebate: plan.self_rebate,
    statement: plan.statement,
    rules: rules
      .filter((rule) => rule.plan_id === plan.plan_id)
      .map(({ base, depth, rate, amount_minor, tier, qualification }) => ({
        base,
        depth,
        rate,
        amount_minor,
        tier,
        qualification,
      })),
  }));
}

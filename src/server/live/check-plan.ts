import { openRowJudge, provisionsAboutPlans } from '../../inspect/judge-rows.ts';
import type { RowJudge } from '../../inspect/judge-rows.ts';
import type { Plan } from '../../model/plan.ts';
import { PolyprismError } from '../../model/issue.ts';
import { lintPlan } from '../../plan/lint/lint-plan.ts';
import type { PlanLint } from '../../plan/lint/lint-plan.ts';
import { columnsOfRuns } from '../../plan/rows/run-rows.ts';
import type { JudgedBy } from './pre-checkers.ts';

/** How far the search goes that somebody waits for. */
const bound = { members: 2, events: 3, networks: 2_000 };

/** Plans that wait for their turn; each takes an engine for some seconds. */
const waiting_max = 8;
const wait_s = 5;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** The quick part of `polyprism plan lint`: what the plan's words and small networks meet. */
export async function checkPlan(plan: Plan, by: JudgedBy): Promise<PlanLint> {
  if (waiting >= waiting_max) throw new PolyprismError('http.too_many_requests', { wait_s });
  waiting += 1;
  const run = last.then(async () => await lint(plan, by));
  last = run.catch(() => undefined);
  try {
    return await run;
  } finally {
    waiting -= 1;
  }
}

async function lint(plan: Plan, { packs, as_of }: JudgedBy): Promise<PlanLint> {
  const rows: RowJudge = await openRowJudge(packs, plan.currency, columnsOfRuns);
  try {
    const provisions = provisionsAboutPlans(packs, columnsOfRuns, as_of);
    return await lintPlan(
      plan,
      provisions,
      {
        screen: (sets, some) => rows.screen(sets, some, as_of),
        decide: (tables, some) => rows.decide(tables, some, as_of),
      },
      { bound, grown_members: bound.members, as_of },
    );
  } finally {
    rows.close();
  }
}

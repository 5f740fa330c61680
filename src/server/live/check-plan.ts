import { openRowJudge, provisionsAboutPlans } from '../../inspect/judge-rows.ts';
import type { RowJudge } from '../../inspect/judge-rows.ts';
import { limits } from '../../model/limits.ts';
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

/**
 * The quick part of `polyprism plan lint`: what the plan's words and small networks meet. Throws
 * `plan.study_time` where `time_ms_max` is over first: provisions may be SQL of others.
 */
export async function checkPlan(
  plan: Plan,
  by: JudgedBy,
  time_ms_max: number = limits.plan_check_ms_max,
): Promise<PlanLint> {
  if (waiting >= waiting_max) throw new PolyprismError('http.too_many_requests', { wait_s });
  waiting += 1;
  const run = last.then(async () => await lint(plan, by, time_ms_max));
  last = run.catch(() => undefined);
  try {
    return await run;
  } finally {
    waiting -= 1;
  }
}

async function lint(plan: Plan, { packs, as_of }: JudgedBy, ms_max: number): Promise<PlanLint> {
  const rows: RowJudge = await openRowJudge(packs, plan.currency, columnsOfRuns);
  const { signal, end } = timed(ms_max, rows.interrupt);
  const within = async <T>(ask: () => Promise<T>): Promise<T> => {
    if (!signal.aborted) return await ask();
    throw new PolyprismError('plan.study_time');
  };
  try {
    const provisions = provisionsAboutPlans(packs, columnsOfRuns, as_of);
    return await lintPlan(
      plan,
      provisions,
      {
        screen: async (sets, some) => await within(() => rows.screen(sets, some, as_of)),
        decide: async (tables, some) => await within(() => rows.decide(tables, some, as_of)),
      },
      { bound, grown_members: bound.members, as_of },
    );
  } catch (error) {
    // What was interrupted says so in words of the engine.
    throw signal.aborted ? new PolyprismError('plan.study_time') : error;
  } finally {
    end();
    rows.close();
  }
}

/** Interrupts again and again once the time is over: between two statements nothing runs. */
function timed(ms_max: number, interrupt: () => void) {
  const over = new AbortController();
  let again: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    over.abort();
    interrupt();
    again = setInterval(interrupt, 100);
  }, ms_max);
  const end = (): void => {
    clearTimeout(first);
    clearInterval(again);
  };
  return { signal: over.signal, end };
}

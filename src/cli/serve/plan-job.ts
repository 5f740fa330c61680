import { constants, setPriority } from 'node:os';
import { openRowJudge, provisionsAboutPlans } from '../../inspect/judge-rows.ts';
import { PolyprismError } from '../../model/issue.ts';
import type {
  CompareStudy,
  LintStudy,
  MendStudy,
  SimulationStudy,
} from '../../model/plan-study.ts';
import type { Pack } from '../../model/provision.ts';
import { loadPacks } from '../../packs/load-packs.ts';
import { placedAt, refuseSharedIds } from '../../packs/refuse-shared-ids.ts';
import { columnsOfRuns } from '../../plan/rows/run-rows.ts';
import { packOfSigned } from '../../server/proposals/edition-pack.ts';
import type { PlanOrder } from '../../server/plans/plan-lab.ts';
import { packPaths } from '../shipped-packs.ts';
import { comparePlans } from './plan/compare-plans.ts';
import { lintByRounds } from './plan/lint-by-rounds.ts';
import { mendOf } from './plan/mend-of.ts';
import type { Study } from './plan/study.ts';
import { simulationOf } from './plan/simulation-of.ts';
import { planOf } from './plan/study.ts';
import { readOrder } from './read-order.ts';

type Answer = LintStudy | SimulationStudy | MendStudy | CompareStudy;

// The server and whoever inspects go first; at the lowest priority a busy server let it starve.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.on('SIGTERM', () => process.exit(2));
const tell = (told: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify(told)}\n`);
};
try {
  // Handed over by the server's own code, not by users.
  tell({ result: await run((await readOrder()) as PlanOrder) });
} catch (error) {
  if (!(error instanceof PolyprismError)) throw error;
  tell({ failed: error.issue.code });
  process.exitCode = 2;
}

/** Shipped packs and published standards; one whose signature is wrong ends it. */
async function packsOf({ packs: names, editions }: PlanOrder): Promise<Pack[]> {
  const packs = await loadPacks(await packPaths(names));
  for (const one of editions) packs.push(await packOfSigned(one));
  const places = [...names, ...editions.map(({ edition }) => edition.standard)];
  refuseSharedIds(placedAt(places, packs));
  return packs;
}

async function run(order: PlanOrder): Promise<Answer> {
  if (order.verb === 'simulate') return await simulationOf(order, tell);
  tell({ step: 'packs', done: 0, total: null });
  const packs = await packsOf(order);
  const { as_of } = order;
  const plan = planOf(order, 0);
  const rows = await openRowJudge(packs, plan.currency, columnsOfRuns);
  const study: Study = {
    order,
    packs: packs.map(({ id, version, digest }) => ({ id, version, digest })),
    provisions: provisionsAboutPlans(packs, columnsOfRuns, as_of),
    judge: {
      screen: (sets, some) => rows.screen(sets, some, as_of),
      decide: (tables, some) => rows.decide(tables, some, as_of),
    },
    tell,
  };
  try {
    if (order.verb === 'lint') return await lintByRounds(study, plan);
    if (order.verb === 'mend') return await mendOf(study, plan);
    return await comparePlans(study, plan, planOf(order, 1));
  } finally {
    rows.close();
  }
}

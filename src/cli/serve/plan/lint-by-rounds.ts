import type { Plan } from '../../../model/plan.ts';
import { momentOf, saidAt } from '../../../model/moment.ts';
import { editionOf } from '../../../model/used-edition.ts';
import type { LintStudy, ShownLint, ShownTest } from '../../../model/plan-study.ts';
import { drawnNetwork } from '../../../plan/lint/drawn-network.ts';
import { lintPlan } from '../../../plan/lint/lint-plan.ts';
import type { LintOptions, PlanLint, PlanTest } from '../../../plan/lint/lint-plan.ts';
import { screenAllOf } from '../../../plan/lint/screen-all.ts';
import type { PlanOrder } from '../../../server/plans/plan-lab.ts';
import type { Study } from './study.ts';

/** Networks looked at before the bound is lowered, and members of those grown beyond it. */
const networks_max = 20_000;
const grown_members = 130;

/** From the smallest search, which is over at once, to what was asked for. */
export function roundsOf({ members, events, as_of }: PlanOrder): LintOptions[] {
  const small = { members: Math.min(2, members), events: Math.min(2, events), networks: 2_000 };
  return [
    { bound: small, grown_members: small.members, as_of },
    { bound: small, grown_members, as_of },
    { bound: { members, events, networks: networks_max }, grown_members, as_of },
  ];
}

/** Each round is a whole answer, told as it comes: whoever has no more time has the last one. */
export async function lintByRounds(
  { order, packs, provisions, judge, tell }: Study,
  plan: Plan,
): Promise<LintStudy> {
  // What was asked of the packs in one round is not asked again in the next.
  const screen = screenAllOf(judge);
  const rounds = roundsOf(order);
  const last = rounds.length - 1;
  const study = async (round: number): Promise<LintStudy> => {
    tell({ step: 'search', done: round, total: rounds.length });
    const lint = await lintPlan(plan, provisions, judge, rounds[round]!, screen);
    return { plan: plan.id, as_of: order.as_of, packs, ...shownLint(lint, order) };
  };
  for (let round = 0; round < last; round++) tell({ partial: await study(round) });
  return await study(last);
}

/** What a reader is shown; of provisions of published standards, which standard that is. */
export function shownLint(
  { plan, tests, searched, grown_members }: PlanLint,
  { editions }: Pick<PlanOrder, 'editions'>,
): ShownLint {
  const used = editions.map(({ edition }) => edition);
  return {
    searched: { ...searched, grown_members },
    tests: tests.map((test) => ({
      ...shownTest(plan, test),
      standard: editionOf(test.provision.id, used) ?? null,
    })),
  };
}

function shownTest(plan: Plan, test: PlanTest): Omit<ShownTest, 'standard'> {
  const { provision, verdict, on_paper, example, needs } = test;
  const found = example?.finding ?? on_paper;
  return {
    provision: provision.id,
    title: provision.title,
    severity: provision.severity,
    cites: provision.cites,
    verdict,
    finds: found && saidAt(momentOf(provision), found.verdict),
    on_paper: on_paper && { explanation: on_paper.explanation, evidence: on_paper.evidence },
    example: example && {
      members: example.members,
      shape: example.shape,
      events: example.events,
      drawn: drawnNetwork(plan, example.events),
      explanation: example.finding.explanation,
      evidence: example.finding.evidence,
    },
    needs,
  };
}

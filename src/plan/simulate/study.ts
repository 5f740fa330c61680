import type { Assumptions } from '../../model/assumptions.ts';
import type { Plan } from '../../model/plan.ts';
import { seeded } from '../../model/random.ts';
import type { Random } from '../../model/random.ts';
import { compilePlan } from '../pay/compile-plan.ts';
import { restart, startRun } from '../pay/plan-run.ts';
import { groupsOf } from './groups-of.ts';
import type { Groups } from './groups-of.ts';
import { growMonth, startGrowth } from './grow-network.ts';
import type { Growth } from './grow-network.ts';
import { restartTally, startTally } from './tally.ts';
import type { Tally } from './tally.ts';
import { termsOf } from './terms-of.ts';

/** Further months after which the outlook looks. */
export const outlook_months = [3, 6, 12] as const;

/** What was observed in one run. */
export interface Observed {
  readonly members: number;
  readonly levels: number;
  readonly noRecruitShare: number;
  readonly cashIn: number;
  readonly commission: number;
  readonly paidOut: number;
  readonly unpaid: number;
  readonly owedBack: number;
  readonly owedShareMax: number;
  readonly notCoveredDay: number;
  /** null where nothing was earned. */
  readonly recruitmentLow: number | null;
  readonly recruitmentHigh: number | null;
  readonly crossed: Growth['crossed'];
  readonly tenths: Groups;
  readonly byLevel: Groups;
}

/** People who joined in the month of the outlook, over all runs, after some months. */
export interface Seen {
  readonly months: number;
  runs: number;
  earnedBack: number;
  noRecruit: number;
  readonly net: number[];
  readonly netWithPurchases: number[];
}

/** A simulation under way: runs are added one by one, and no run depends on another. */
export interface Study {
  readonly plan: Plan;
  readonly assumptions: Assumptions;
  readonly joins_in_month: number;
  readonly tally: Tally;
  readonly seeds: Random;
  readonly observed: Observed[];
  readonly seen: readonly Seen[];
}

export function startStudy(plan: Plan, assumptions: Assumptions, joins_in_month: number): Study {
  const months = outlook_months.filter((after) => joins_in_month + after <= assumptions.months);
  return {
    plan,
    assumptions,
    joins_in_month,
    tally: startTally(
      startRun(compilePlan(plan), 1024),
      termsOf(plan, assumptions).payout_delay_days,
    ),
    seeds: seeded(assumptions.seed),
    observed: [],
    seen: months.map((after) => ({
      months: after,
      runs: 0,
      earnedBack: 0,
      noRecruit: 0,
      net: [],
      netWithPurchases: [],
    })),
  };
}

/** Plays one more run to its end. */
export function addRun(study: Study): void {
  const { tally, assumptions, joins_in_month } = study;
  restart(tally.run);
  restartTally(tally);
  const growth = startGrowth(assumptions, tally, seeded(study.seeds.below(2 ** 32)));
  for (let month = 1; month <= assumptions.months; month++) {
    growMonth(growth, month);
    const seen = study.seen.find(({ months }) => joins_in_month + months === month);
    if (seen !== undefined) look(study, growth, seen);
  }
  study.observed.push(observe(growth));
}

function look({ joins_in_month }: Study, growth: Growth, seen: Seen): void {
  const { joinCost, own, received } = growth.tally.members.of;
  const before = seen.net.length;
  for (let member = 0; member < growth.level.length; member++) {
    if (growth.joinedInMonth[member] !== joins_in_month || growth.joinedBy[member] !== 0) continue;
    const net = received[member]! - joinCost[member]!;
    seen.net.push(net);
    seen.netWithPurchases.push(net - own[member]!);
    // Whoever got its money back has not earned it back.
    if (net >= 0 && !growth.withdrew[member]) seen.earnedBack++;
    if (growth.recruits[member] === 0) seen.noRecruit++;
  }
  if (seen.net.length > before) seen.runs++;
}

function observe(growth: Growth): Observed {
  const { tally, recruits, level } = growth;
  const { commission, fromRecruitment, fromOwnUse, paidOut, cashIn } = tally;
  const { due, received } = tally.members.of;
  let owedBack = 0;
  for (let member = 0; member < level.length; member++) {
    owedBack += Math.max(0, received[member]! - due[member]!);
  }
  const share = (minor: number): number | null => (commission > 0 ? minor / commission : null);
  return {
    members: level.length,
    levels: growth.levels,
    noRecruitShare: recruits.filter((count) => count === 0).length / level.length,
    cashIn,
    commission,
    paidOut,
    unpaid: commission - paidOut + owedBack,
    owedBack,
    owedShareMax: tally.owedShareMax,
    notCoveredDay: tally.notCoveredDay,
    recruitmentLow: share(fromRecruitment),
    recruitmentHigh: share(fromRecruitment + fromOwnUse),
    crossed: growth.crossed,
    tenths: groupsOf(growth, tenthOf(level.length)),
    byLevel: groupsOf(growth, (member) => level[member]! - 1),
  };
}

/** Members in the order of joining in ten parts as equal as can be; none of fewer than ten. */
function tenthOf(members: number): (member: number) => number {
  return (member) => (members < 10 ? -1 : Math.floor((member * 10) / members));
}

import { promote } from './enter-rank.ts';
import { addEvent } from './events.ts';
import { addPayment, payAct } from './pay-act.ts';
import type { PlanRun } from './plan-run.ts';
import { shareOf } from './share.ts';

/**
 * Closes a calendar month: pays the rules that ask for the month's activity, by what stands now;
 * takes off what is above the monthly limit; gives ranks; begins the next month's counts.
 */
export function endMonth(run: PlanRun, day: number): number {
  const event = addEvent(run, 'month_end', -1, day);
  const last = run.acts.length;
  for (let act = run.monthFirstAct; act < last; act++) {
    if (run.acts.of.undone[act] === 0) payAct(run, act, 'monthly', event);
  }
  holdToLimit(run, event);
  // From the last to join to the first: everyone's recruits come before it.
  if (run.plan.ranks.some((rank) => rank.automatic)) {
    for (let member = run.members.length - 1; member >= 0; member--) promote(run, member, event);
  }
  const { monthPurchases, monthSales, monthTeamSales, monthCustomers } = run.members.of;
  for (const column of [monthPurchases, monthSales, monthTeamSales, monthCustomers]) column.fill(0);
  for (const name in run.drawn.of) run.drawn.of[name]!.fill(0);
  run.month += 1;
  run.monthFirstAct = run.acts.length;
  run.monthFirstRow = run.ledger.length;
  return event;
}

/** Ends the month where anything of the plan waits for its end. */
export function closeMonth(run: PlanRun, day: number): void {
  const { monthly, plan } = run.plan;
  const waits = Object.values(monthly).some((rules) => rules.length > 0);
  if (plan.limit !== null || waits) endMonth(run, day);
}

function holdToLimit(run: PlanRun, event: number): void {
  const { limit } = run.plan.plan;
  if (limit === null) return;
  const { beneficiary, amount, reversed } = run.ledger.of;
  const earned = new Float64Array(run.members.length);
  for (let row = run.monthFirstRow; row < run.ledger.length; row++) {
    if (reversed[row] === 0) earned[beneficiary[row]!] = earned[beneficiary[row]!]! + amount[row]!;
  }
  for (const [member, minor] of earned.entries()) {
    const sales = run.members.of.monthSales[member]!;
    const over = minor - shareOf(sales, limit.rate_ppm, false);
    if (over <= 0) continue;
    addPayment(run, { event, act: -1, rule: -1, member, depth: 0, minor: -over });
  }
}

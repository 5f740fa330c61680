import { ledgerRows } from '../../src/plan/pay/ledger-rows.ts';
import { actKinds, eventKinds } from '../../src/plan/pay/plan-run.ts';
import type { PlanRun } from '../../src/plan/pay/plan-run.ts';

/** The money of a finished run, added up from what the pay engine wrote, day by day. */
export interface SlowTally {
  readonly cashIn: number;
  readonly joinPaid: number;
  readonly commission: number;
  readonly paidOut: number;
  /** Earned, whether due yet or not, and not received; received and taken back since. */
  readonly unpaid: number;
  readonly owedBack: number;
  readonly received: readonly number[];
  readonly joinCost: readonly number[];
  readonly own: readonly number[];
}

export function slowTally(run: PlanRun, delay_days: number, months: number): SlowTally {
  const { events, acts } = run;
  const count = run.members.length;
  const zeros = (): number[] => Array.from({ length: count }, () => 0);
  const add = (to: number[], member: number, minor: number): void => {
    to[member] = (to[member] ?? 0) + minor;
  };
  const refundedOn = new Map<number, number>();
  for (let event = 0; event < events.length; event++) {
    if (eventKinds[events.of.kind[event]!] !== 'refund') continue;
    refundedOn.set(events.of.subject[event]!, events.of.day[event]!);
  }
  let cashIn = 0;
  let joinPaid = 0;
  const joinCost = zeros();
  const own = zeros();
  for (let act = 0; act < acts.length; act++) {
    const kind = actKinds[acts.of.kind[act]!];
    const payer = acts.of.payer[act]!;
    const left = acts.of.amount[act]! - acts.of.refunded[act]!;
    const buysRank = kind === 'sale' && acts.of.way[act] === 1;
    if (kind === 'paid') joinPaid += acts.of.amount[act]!;
    if (kind === 'paid') add(joinCost, payer, left);
    // Money paid by buying goods is written twice, as paid and as a sale.
    if (kind === 'sale' || (kind === 'paid' && acts.of.product[act] === -1)) cashIn += left;
    if (kind === 'sale' && payer >= 0 && !buysRank) add(own, payer, left);
  }
  const rows = ledgerRows(run).map((row, i) => {
    const act = run.ledger.of.act[i]!;
    const takenBack = row.reversed ? refundedOn.get(acts.of.event[act]!) : undefined;
    if (row.reversed && takenBack === undefined) throw new Error('taken back by no refund');
    return { ...row, day: events.of.day[row.event]!, takenBack: takenBack ?? Infinity };
  });
  const commission = rows.reduce((sum, { minor, reversed }) => sum + (reversed ? 0 : minor), 0);
  const received = zeros();
  const least = run.plan.plan.payout.least_minor ?? 0;
  let due = zeros();
  for (let month = 1; month <= months; month++) {
    const day = month * 30 - 1;
    due = zeros();
    for (const row of rows) {
      if (row.day + delay_days <= day && row.takenBack > day) add(due, row.beneficiary, row.minor);
    }
    for (const [member, minor] of due.entries()) {
      const owed = minor - received[member]!;
      if (owed > 0 && owed >= least) received[member] = minor;
    }
  }
  const paidOut = received.reduce((sum, minor) => sum + minor, 0);
  const earned = zeros();
  for (const { beneficiary, minor, reversed } of rows) {
    if (!reversed) add(earned, beneficiary, minor);
  }
  let unpaid = 0;
  let owedBack = 0;
  for (const [member, minor] of earned.entries()) {
    unpaid += minor - due[member]! + Math.max(0, due[member]! - received[member]!);
    owedBack += Math.max(0, received[member]! - due[member]!);
  }
  return { unpaid, owedBack, cashIn, joinPaid, commission, paidOut, received, joinCost, own };
}

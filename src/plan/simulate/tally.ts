import { addRow, actKinds } from '../pay/plan-run.ts';
import type { Columns, PlanRun } from '../pay/plan-run.ts';
import { wayOf } from '../pay/enter-rank.ts';
import { refund } from '../pay/refund.ts';

interface PurseColumns {
  /** Paid to join and to rise, goods bought for a rank included, less what came back. */
  joinCost: Float64Array;
  /** Other purchases of its own, less returns. */
  own: Float64Array;
  /** Earned and due by now, less what was taken back. */
  due: Float64Array;
  /** Paid out. */
  received: Float64Array;
}

/** The money of one run, kept up as it happens: what members paid, are owed and received. */
export interface Tally {
  readonly run: PlanRun;
  readonly delay_days: number;
  readonly members: Columns<PurseColumns>;
  /** Acts and ledger rows taken up so far; rows that have come due. */
  acts: number;
  rows: number;
  dueRows: number;
  cashIn: number;
  /** Ever paid to join, whatever came back. */
  joinPaid: number;
  commission: number;
  /** For heads, fees, and goods that bought a rank; for members' other purchases. */
  fromRecruitment: number;
  fromOwnUse: number;
  paidOut: number;
  /** Most that was owed at a month's end as a share of all cash in till then. */
  owedShareMax: number;
  /** First month's end at which cash in hand did not cover what was owed. */
  notCoveredDay: number;
}

export function startTally(run: PlanRun, delay_days: number): Tally {
  const numbers = (): Float64Array => new Float64Array(16);
  return {
    run,
    delay_days,
    members: {
      length: 0,
      of: { joinCost: numbers(), own: numbers(), due: numbers(), received: numbers() },
    },
    ...nothing,
  };
}

const nothing = {
  acts: 0,
  rows: 0,
  dueRows: 0,
  cashIn: 0,
  joinPaid: 0,
  commission: 0,
  fromRecruitment: 0,
  fromOwnUse: 0,
  paidOut: 0,
  owedShareMax: 0,
  notCoveredDay: Number.POSITIVE_INFINITY,
};

export function restartTally(tally: Tally): void {
  Object.assign(tally, nothing);
  tally.members.length = 0;
}

/** Takes up what has happened since. */
export function takeUp(tally: Tally): void {
  const { run, members } = tally;
  while (members.length < run.members.length) addRow(members);
  const { kind, payer, amount, product, way } = run.acts.of;
  for (; tally.acts < run.acts.length; tally.acts++) {
    const act = tally.acts;
    const minor = amount[act]!;
    const what = actKinds[kind[act]!];
    if (what === 'entered') continue;
    // Goods bought for a rank are a sale too: the cash of both is one.
    if (what === 'sale' || product[act]! < 0) tally.cashIn += minor;
    if (what === 'paid') tally.joinPaid += minor;
    spend(tally, payer[act]!, what === 'paid', way[act]!, minor);
  }
  const { amount: earned } = run.ledger.of;
  for (; tally.rows < run.ledger.length; tally.rows++)
    credit(tally, tally.rows, earned[tally.rows]!);
}

function spend(tally: Tally, payer: number, joins: boolean, way: number, minor: number): void {
  if (payer < 0) return;
  const { joinCost, own } = tally.members.of;
  if (joins) joinCost[payer] = joinCost[payer]! + minor;
  else if (way !== wayOf.joining) own[payer] = own[payer]! + minor;
}

/** A payment, by what it was paid for; negative for one taken back. */
function credit(tally: Tally, row: number, minor: number): void {
  tally.commission += minor;
  const { act: acts, rule } = tally.run.ledger.of;
  const act = acts[row]!;
  if (act < 0) return;
  const { payer, way } = tally.run.acts.of;
  const base = tally.run.plan.plan.rules[rule[row]!]?.base;
  if (base === 'headcount' || base === 'entry_fee' || way[act] === wayOf.joining) {
    tally.fromRecruitment += minor;
  } else if (payer[act]! >= 0) tally.fromOwnUse += minor;
}

/** Gives an event's money back, where the plan does; false where it gives nothing. */
export function giveBack(tally: Tally, event: number, day: number): boolean {
  const { run } = tally;
  if (refund(run, event, day) < 0) return false;
  const { firstAct, firstRow } = run.events.of;
  const lastAct = firstAct[event + 1]!;
  const { kind, payer, product, refunded, way } = run.acts.of;
  for (let act = firstAct[event]!; act < lastAct; act++) {
    const what = actKinds[kind[act]!];
    const minor = refunded[act]!;
    if (what === 'entered' || minor === 0) continue;
    if (what === 'sale' || product[act]! < 0) tally.cashIn -= minor;
    spend(tally, payer[act]!, what === 'paid', way[act]!, -minor);
  }
  const { act: of, reversed, beneficiary, amount } = run.ledger.of;
  const { due } = tally.members.of;
  for (let row = firstRow[event]!; row < tally.rows; row++) {
    if (reversed[row] === 0 || of[row]! < firstAct[event]! || of[row]! >= lastAct) continue;
    credit(tally, row, -amount[row]!);
    const member = beneficiary[row]!;
    if (row < tally.dueRows) due[member] = due[member]! - amount[row]!;
  }
  return true;
}

/** Pays out what has come due, as the plan does it, on the last day of a month. */
export function payOut(tally: Tally, day: number): void {
  const { run, members } = tally;
  const { event, reversed, beneficiary, amount } = run.ledger.of;
  const { due, received } = members.of;
  for (; tally.dueRows < run.ledger.length; tally.dueRows++) {
    const row = tally.dueRows;
    if (run.events.of.day[event[row]!]! + tally.delay_days > day) break;
    const member = beneficiary[row]!;
    if (reversed[row] === 0) due[member] = due[member]! + amount[row]!;
  }
  const least = Math.max(1, run.plan.plan.payout.least_minor ?? 1);
  for (let member = 0; member < members.length; member++) {
    const owed = due[member]! - received[member]!;
    if (owed < least) continue;
    received[member] = due[member]!;
    tally.paidOut += owed;
  }
  const unpaid = tally.commission - tally.paidOut;
  const { cashIn } = tally;
  if (cashIn > 0) tally.owedShareMax = Math.max(tally.owedShareMax, unpaid / cashIn);
  if (tally.commission > cashIn) tally.notCoveredDay = Math.min(tally.notCoveredDay, day + 1);
}

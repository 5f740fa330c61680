import { countPurchase, setRank, wayOf } from './enter-rank.ts';
import { addEvent, countSale } from './events.ts';
import { actKinds, eventKinds, moved } from './plan-run.ts';
import type { PlanRun } from './plan-run.ts';
import { shareOf } from './share.ts';

/**
 * Gives the money of an event back: a purchase, a sale, or the fee of a rank, which is then lost;
 * whoever joined by it leaves. Fees come back as far as the plan says and no later. -1 where
 * nothing can come back.
 */
export function refund(run: PlanRun, event: number, day: number): number {
  if (event < 0 || event >= run.events.length) return -1;
  const kind = eventKinds[run.events.of.kind[event]!];
  if (kind === undefined || kind === 'refund' || kind === 'month_end') return -1;
  const { firstAct } = run.events.of;
  const end = event + 1 < run.events.length ? firstAct[event + 1]! : run.acts.length;
  const acts: number[] = [];
  for (let act = firstAct[event]!; act < end; act++) {
    if (run.acts.of.way[act] !== wayOf.automatic) acts.push(act);
  }
  const back = acts.map((act) => comesBack(run, act, day));
  if (back.every((minor) => minor === 0)) return -1;
  if (acts.some((act) => run.acts.of.undone[act] === 1)) return -1;
  const made = addEvent(run, 'refund', event, day);
  acts.forEach((act, i) => giveBack(run, act, back[i]!));
  if (kind === 'join' || kind === 'upgrade') {
    const member = run.events.of.subject[event]!;
    setRank(run, member, run.acts.of.rankBefore[firstAct[event]!]!);
  }
  if (run.plan.plan.takes_back) reverse(run, event, new Set(acts));
  return made;
}

/** What of an act's money comes back on this day. */
function comesBack(run: PlanRun, act: number, day: number): number {
  const { kind, amount, product, rank, event } = run.acts.of;
  const what = actKinds[kind[act]!];
  if (what === 'entered') return 0;
  if (what === 'sale' || product[act]! >= 0) return amount[act]!;
  const fees = run.plan.ranks[rank[act]!]?.ways.flatMap(({ way }) => way.fee ?? []) ?? [];
  const fee = fees.find((one) => one.amount_minor === amount[act]);
  if (fee === undefined) return 0;
  const days = day - run.events.of.day[event[act]!]!;
  if (fee.refundable_days !== null && days > fee.refundable_days) return 0;
  return shareOf(fee.amount_minor, fee.refundable_ppm, run.plan.halfUp);
}

function giveBack(run: PlanRun, act: number, minor: number): void {
  const { refunded, undone, payer, seller, kind } = run.acts.of;
  refunded[act] = minor;
  undone[act] = 1;
  moved(run, minor);
  if (actKinds[kind[act]!] !== 'sale') return;
  const inMonth = act >= run.monthFirstAct;
  if (payer[act]! >= 0) countPurchase(run, payer[act]!, -minor, inMonth);
  else countSale(run, seller[act]!, -minor, inMonth);
}

/** Takes back what was paid out of these acts. */
function reverse(run: PlanRun, event: number, acts: ReadonlySet<number>): void {
  const { act, reversed } = run.ledger.of;
  for (let row = run.events.of.firstRow[event]!; row < run.ledger.length; row++) {
    if (acts.has(act[row]!)) reversed[row] = 1;
  }
}

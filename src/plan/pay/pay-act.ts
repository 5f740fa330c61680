import type { CompiledPlan, CompiledRule } from './compile-plan.ts';
import { actKinds, addRow, moved } from './plan-run.ts';
import type { PlanRun } from './plan-run.ts';
import { qualifies } from './qualifies.ts';
import { shareOf } from './share.ts';

/** Pays all that one act earns anybody: rule after rule, from the payer upwards. */
export function payAct(run: PlanRun, act: number, when: 'atOnce' | 'monthly', event: number): void {
  const kind = actKinds[run.acts.of.kind[act]!]!;
  const rules = run.plan[when][kind];
  for (const rule of rules) {
    if (concerns(run, rule, act)) payRule(run, rule, act, event);
  }
}

/** Whether the act is of the sort the rule pays for. */
function concerns(run: PlanRun, rule: CompiledRule, act: number): boolean {
  const { payer, product, rank, rankBefore, kind } = run.acts.of;
  const { payerRanks } = rule;
  if (payerRanks !== null) {
    const now = rank[act]!;
    if (now < 0 || payerRanks[now] === 0) return false;
    const before = rankBefore[act]!;
    const entered = actKinds[kind[act]!] === 'entered';
    if (entered && before >= 0 && payerRanks[before] === 1) return false;
  } else if (rule.rule.base === 'headcount' && rankBefore[act]! >= 0) return false;
  if (actKinds[kind[act]!] !== 'sale') return true;
  const { buyers } = rule.rule;
  if (buyers !== 'everyone' && (buyers === 'customers') !== payer[act]! < 0) return false;
  return rule.products === null || rule.products[product[act]!] === 1;
}

function payRule(run: PlanRun, rule: CompiledRule, act: number, event: number): void {
  const { payer, seller, amount, margin, quantity } = run.acts.of;
  const { of, pay, tree, compressed } = rule.rule;
  const base = of === 'margin' ? margin[act]! : amount[act]!;
  const up = tree === 'placement' ? run.members.of.place : run.members.of.parent;
  let member = payer[act]!;
  let depth = 0;
  if (member < 0) {
    member = seller[act]!;
    depth = 1;
  }
  let taken = 0;
  while (member >= 0 && depth <= rule.last) {
    const fit = qualifies(run, rule, member);
    if (fit && depth >= rule.first) {
      let minor: number;
      if (pay.kind === 'by_rank') {
        const ppm = rule.figures[run.members.of.rank[member]!]!;
        minor = difference(run.plan, base, ppm, taken);
        taken = Math.max(taken, ppm);
      } else {
        const each = rule.figures[rule.figures.length === 1 ? 0 : depth - rule.first]!;
        minor =
          pay.kind === 'amount'
            ? each * Math.max(1, quantity[act]!)
            : shareOf(base, each, run.plan.halfUp);
      }
      credit(run, rule, act, event, member, depth, minor);
    }
    if (fit || depth === 0 || !compressed) depth++;
    member = up[member]!;
  }
}

/** What one rank's rate leaves above what lower ranks have taken: the parts add up to the whole. */
function difference(plan: CompiledPlan, base: number, ppm: number, taken: number): number {
  if (ppm <= taken) return 0;
  return shareOf(base, ppm, plan.halfUp) - shareOf(base, taken, plan.halfUp);
}

function credit(
  run: PlanRun,
  rule: CompiledRule,
  act: number,
  event: number,
  member: number,
  depth: number,
  minor: number,
): void {
  let given = minor;
  const { cap } = rule.rule;
  if (cap !== null && rule.monthCap < 0) given = Math.min(given, cap.amount_minor);
  if (cap !== null && rule.monthCap >= 0) {
    const drawn = run.drawn.of[rule.monthCap]!;
    given = Math.min(given, cap.amount_minor - drawn[member]!);
    if (given > 0) drawn[member] = drawn[member]! + given;
  }
  if (given <= 0) return;
  addPayment(run, { event, act, rule: rule.index, member, depth, minor: given });
}

export interface Payment {
  readonly event: number;
  readonly act: number;
  readonly rule: number;
  readonly member: number;
  readonly depth: number;
  readonly minor: number;
}

export function addPayment(run: PlanRun, payment: Payment): void {
  const row = addRow(run.ledger);
  const { of } = run.ledger;
  of.event[row] = payment.event;
  of.act[row] = payment.act;
  of.rule[row] = payment.rule;
  of.beneficiary[row] = payment.member;
  of.source[row] = payment.act < 0 ? -1 : run.acts.of.payer[payment.act]!;
  of.level[row] = payment.depth;
  of.amount[row] = payment.minor;
  moved(run, payment.minor);
}

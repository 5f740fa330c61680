import type { CompiledRank, CompiledWay } from './compile-plan.ts';
import { payAct } from './pay-act.ts';
import { actKinds, addRow, moved } from './plan-run.ts';
import type { PlanRun } from './plan-run.ts';
import { meets } from './qualifies.ts';

/** The way was bought, or came by itself. */
export const wayOf = { other: 0, joining: 1, automatic: 2 } as const;

export interface NewAct {
  readonly event: number;
  readonly kind: (typeof actKinds)[number];
  readonly payer: number;
  readonly seller?: number;
  readonly customer?: number;
  readonly rankBefore?: number;
  readonly product?: number;
  readonly quantity?: number;
  readonly amount?: number;
  readonly margin?: number;
  readonly way?: number;
}

export function addAct(run: PlanRun, act: NewAct): number {
  const row = addRow(run.acts);
  const { of } = run.acts;
  of.event[row] = act.event;
  of.kind[row] = actKinds.indexOf(act.kind);
  of.payer[row] = act.payer;
  of.seller[row] = act.seller ?? -1;
  of.customer[row] = act.customer ?? -1;
  of.rank[row] = act.payer < 0 ? -1 : run.members.of.rank[act.payer]!;
  of.rankBefore[row] = act.rankBefore ?? of.rank[row]!;
  of.product[row] = act.product ?? -1;
  of.quantity[row] = act.quantity ?? 0;
  of.amount[row] = act.amount ?? 0;
  of.margin[row] = act.margin ?? act.amount ?? 0;
  of.way[row] = act.way ?? wayOf.other;
  moved(run, of.amount[row]!);
  return row;
}

/** Gives a rank and counts it to those above. Pays nothing. */
export function setRank(run: PlanRun, member: number, to: number): void {
  const { rank, parent } = run.members.of;
  const from = rank[member]!;
  rank[member] = to;
  for (const [i, counter] of run.plan.counters.entries()) {
    const step = Number(to >= counter.of) - Number(from >= counter.of);
    if (step === 0) continue;
    const counts = run.counts.of[i]!;
    const first = parent[member]!;
    for (let up = first; up >= 0; up = parent[up]!) {
      counts[up] = counts[up]! + step;
      if (counter.kind === 'recruits') break;
    }
  }
}

/** Whether the rank is open to this member, or, for -1, to whoever comes in. */
export function isOpen(run: PlanRun, rank: CompiledRank, way: number, member: number): boolean {
  if (rank.ways.length === 0) return way === 0 && member < 0;
  const chosen = rank.ways[way];
  if (chosen === undefined || chosen.automatic) return false;
  return member < 0 ? chosen.conditions.length === 0 : meets(run, chosen.conditions, member);
}

/** Ranks that come by themselves, for a member and everyone above it, from below. */
export function promoteUpwards(run: PlanRun, member: number, event: number): void {
  if (!run.plan.ranks.some((rank) => rank.automatic)) return;
  for (let up = member; up >= 0; up = run.members.of.parent[up]!) promote(run, up, event);
}

export function promote(run: PlanRun, member: number, event: number): void {
  const from = run.members.of.rank[member]!;
  if (from < 0) return;
  for (let to = run.plan.ranks.length - 1; to > from; to--) {
    const rank = run.plan.ranks[to]!;
    if (!rank.ways.some((way) => way.automatic && meets(run, way.conditions, member))) continue;
    setRank(run, member, to);
    const payer = member;
    const way = wayOf.automatic;
    payAct(
      run,
      addAct(run, { event, kind: 'entered', payer, rankBefore: from, way }),
      'atOnce',
      event,
    );
    return;
  }
}

/** The acts of one who takes a rank that is paid or asked for, and what they earn others. */
export function enter(
  run: PlanRun,
  event: number,
  payer: number,
  rankBefore: number,
  chosen: CompiledWay | undefined,
): void {
  const acts = [addAct(run, { event, kind: 'entered', payer, rankBefore })];
  const fee = chosen?.way.fee ?? null;
  if (fee !== null) {
    acts.push(addAct(run, { event, kind: 'paid', payer, rankBefore, amount: fee.amount_minor }));
  }
  const buys = chosen?.way.buys ?? null;
  if (chosen !== undefined && buys !== null) {
    const { product } = chosen;
    const { quantity } = buys;
    const { price, margin } = run.plan.products[product]!;
    const goods = { amount: price * quantity, margin: margin * quantity };
    const act = { event, payer, rankBefore, product, quantity, ...goods };
    acts.push(addAct(run, { ...act, kind: 'paid', quantity: 0 }));
    acts.push(addAct(run, { ...act, kind: 'sale', way: wayOf.joining }));
    countPurchase(run, payer, goods.amount);
  }
  for (const act of acts) payAct(run, act, 'atOnce', event);
}

/** A member's own purchase, in its measures and in those of its team; negative for a return. */
export function countPurchase(run: PlanRun, member: number, minor: number, inMonth = true): void {
  const { purchases, monthPurchases } = run.members.of;
  purchases[member] = purchases[member]! + minor;
  if (inMonth) monthPurchases[member] = monthPurchases[member]! + minor;
  countTeamSale(run, member, minor, inMonth);
}

export function countTeamSale(run: PlanRun, from: number, minor: number, inMonth: boolean): void {
  if (!run.plan.usesTeamSales) return;
  const { teamSales, monthTeamSales, parent } = run.members.of;
  for (let up = from; up >= 0; up = parent[up]!) {
    teamSales[up] = teamSales[up]! + minor;
    if (inMonth) monthTeamSales[up] = monthTeamSales[up]! + minor;
  }
}

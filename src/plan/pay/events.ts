import { addAct, countPurchase, countTeamSale, enter } from './enter-rank.ts';
import { isOpen, promoteUpwards, setRank } from './enter-rank.ts';
import { payAct } from './pay-act.ts';
import { placeMember } from './place-member.ts';
import { addRow, eventKinds } from './plan-run.ts';
import type { EventKind, PlanRun } from './plan-run.ts';

/**
 * What can happen in a network. Each returns the number it makes, or -1 where the plan does not
 * permit it, and then nothing has happened. In this order: what happened is counted, then paid
 * by the ranks as they are, then ranks that come by themselves are given. `day`: days since 1970.
 */

/** Somebody comes in under a recruiter, or by itself under -1, by one way of a rank. */
export function join(
  run: PlanRun,
  recruiter: number,
  rank: number,
  way: number,
  day: number,
): number {
  const wanted = run.plan.ranks[rank];
  if (wanted === undefined || !isOpen(run, wanted, way, -1)) return -1;
  if (recruiter >= 0 && !mayRecruit(run, recruiter)) return -1;
  const event = addEvent(run, 'join', run.members.length, day);
  const member = addRow(run.members);
  addRow(run.counts);
  addRow(run.drawn);
  const { of } = run.members;
  of.parent[member] = recruiter;
  of.rank[member] = -1;
  of.joinedBy[member] = event;
  placeMember(run, member);
  setRank(run, member, rank);
  enter(run, event, member, -1, wanted.ways[way]);
  promoteUpwards(run, member, event);
  return member;
}

/** -1 for whoever left or is not there. */
export function rankOf({ members }: PlanRun, member: number): number {
  return member >= 0 && member < members.length ? members.of.rank[member]! : -1;
}

export function mayRecruit(run: PlanRun, member: number): boolean {
  const rank = rankOf(run, member);
  return rank >= 0 && run.plan.ranks[rank]!.recruits;
}

/** A member takes a higher rank that is paid or asked for. */
export function upgrade(
  run: PlanRun,
  member: number,
  rank: number,
  way: number,
  day: number,
): number {
  const wanted = run.plan.ranks[rank];
  const before = rankOf(run, member);
  if (wanted === undefined || before < 0 || rank <= before) return -1;
  if (!isOpen(run, wanted, way, member)) return -1;
  const event = addEvent(run, 'upgrade', member, day);
  setRank(run, member, rank);
  enter(run, event, member, before, wanted.ways[way]);
  promoteUpwards(run, member, event);
  return event;
}

/** A member buys for itself. */
export function buy(
  run: PlanRun,
  member: number,
  product: number,
  quantity: number,
  day: number,
): number {
  const goods = goodsOf(run, product, quantity);
  if (goods === null || rankOf(run, member) < 0) return -1;
  const event = addEvent(run, 'buy', member, day);
  countPurchase(run, member, goods.amount);
  const act = addAct(run, { event, kind: 'sale', payer: member, ...goods });
  payAct(run, act, 'atOnce', event);
  promoteUpwards(run, member, event);
  return event;
}

/** Somebody outside the network who buys from one member. */
export function addCustomer(run: PlanRun, seller: number): number {
  const customer = addRow(run.customers);
  run.customers.of.seller[customer] = seller;
  run.customers.of.month[customer] = -1;
  return customer;
}

/** A customer buys from its member. */
export function sell(
  run: PlanRun,
  customer: number,
  product: number,
  quantity: number,
  day: number,
): number {
  const goods = goodsOf(run, product, quantity);
  if (goods === null || customer < 0 || customer >= run.customers.length) return -1;
  const seller = run.customers.of.seller[customer]!;
  if (rankOf(run, seller) < 0) return -1;
  const event = addEvent(run, 'sell', seller, day);
  countSale(run, seller, goods.amount, true);
  const { month } = run.customers.of;
  if (month[customer] !== run.month) {
    month[customer] = run.month;
    const { monthCustomers } = run.members.of;
    monthCustomers[seller] = monthCustomers[seller]! + 1;
  }
  const act = addAct(run, { event, kind: 'sale', payer: -1, seller, customer, ...goods });
  payAct(run, act, 'atOnce', event);
  promoteUpwards(run, seller, event);
  return event;
}

/** A sale to a customer, in the measures of the seller and of its team. */
export function countSale(run: PlanRun, seller: number, minor: number, inMonth: boolean): void {
  const { sales, monthSales } = run.members.of;
  sales[seller] = sales[seller]! + minor;
  if (inMonth) monthSales[seller] = monthSales[seller]! + minor;
  countTeamSale(run, seller, minor, inMonth);
}

function goodsOf(run: PlanRun, product: number, quantity: number) {
  const found = run.plan.products[product];
  if (found === undefined || !Number.isInteger(quantity) || quantity < 1) return null;
  const { price, margin } = found;
  return { product, quantity, amount: price * quantity, margin: margin * quantity };
}

export function addEvent(run: PlanRun, kind: EventKind, subject: number, day: number): number {
  const event = addRow(run.events);
  const { of } = run.events;
  of.kind[event] = eventKinds.indexOf(kind);
  of.subject[event] = subject;
  of.day[event] = day;
  of.firstAct[event] = run.acts.length;
  of.firstRow[event] = run.ledger.length;
  return event;
}

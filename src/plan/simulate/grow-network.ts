import { assumed_month_days } from '../../model/assumptions.ts';
import type { Assumptions } from '../../model/assumptions.ts';
import { PPM } from '../../model/plan.ts';
import type { Random } from '../../model/random.ts';
import { closeMonth } from '../pay/end-month.ts';
import { addCustomer, buy, join, mayRecruit, rankOf, sell, upgrade } from '../pay/events.ts';
import type { PlanRun } from '../pay/plan-run.ts';
import { pickRecruiter } from './pick-recruiter.ts';
import type { PickRecruiter } from './pick-recruiter.ts';
import { poisson } from './poisson.ts';
import { giveBack, payOut, takeUp } from './tally.ts';
import type { Tally } from './tally.ts';

/** One network as it grows under assumptions, beyond what the pay engine knows of it. */
export interface Growth {
  readonly assumptions: Assumptions;
  readonly run: PlanRun;
  readonly tally: Tally;
  readonly random: Random;
  readonly recruiter: PickRecruiter;
  readonly ways: readonly Way[];
  readonly product: number;
  /** Members who recruit, buy and sell, in no order; the place of each there, -1 once stopped. */
  readonly active: number[];
  readonly place: number[];
  readonly level: number[];
  readonly recruits: number[];
  readonly withdrew: boolean[];
  readonly joinedInMonth: number[];
  /** Place among the assumed ways of joining; -1 for those at the start. */
  readonly joinedBy: number[];
  /** Events whose money is asked back, in the order of their days. */
  readonly back: { readonly event: number; readonly member: number; readonly day: number }[];
  levels: number;
  /** First days, counted from 1. */
  readonly crossed: { levels: number; people: number; many: number; paid: number };
}

interface Way {
  readonly rank: number;
  readonly way: number;
  readonly share_ppm: number;
}

const never = Number.POSITIVE_INFINITY;

/** The run and tally must be fresh. */
export function startGrowth(assumptions: Assumptions, tally: Tally, random: Random): Growth {
  const { run } = tally;
  const { ranks, products } = run.plan.plan;
  const place: number[] = [];
  const free = (member: number): boolean => place[member]! >= 0 && mayRecruit(run, member);
  const rankNamed = (id: string): number => ranks.findIndex((rank) => rank.id === id);
  const growth: Growth = {
    assumptions,
    run,
    tally,
    random,
    recruiter: pickRecruiter(assumptions.recruiting, free),
    ways: assumptions.joins.map((one) => ({ ...one, rank: rankNamed(one.rank) })),
    product: products.findIndex(({ id }) => id === assumptions.purchases.product),
    active: [],
    place,
    level: [],
    recruits: [],
    withdrew: [],
    joinedInMonth: [],
    joinedBy: [],
    back: [],
    levels: 0,
    crossed: { levels: never, people: never, many: never, paid: never },
  };
  const { count, rank, way } = assumptions.starters;
  for (let i = 0; i < count; i++) comeIn(growth, -1, rankNamed(rank), way, -1, 1, 0);
  return growth;
}

/** Plays one month, from 1. */
export function growMonth(growth: Growth, month: number): void {
  const { tally, run } = growth;
  const last = month * assumed_month_days - 1;
  for (let day = last - assumed_month_days + 1; day <= last; day++) {
    refunds(growth, day);
    newcomers(growth, month, day);
    rises(growth, day);
    trades(growth, day);
    takeUp(tally);
    lines(growth, day);
  }
  closeMonth(run, last);
  takeUp(tally);
  stops(growth);
  payOut(tally, last);
}

/** How often something happens today that each active member does so often in a month. */
function times({ random, active }: Growth, perMonth_ppm: number): number {
  return poisson(random, (active.length * perMonth_ppm) / PPM / assumed_month_days);
}

function newcomers(growth: Growth, month: number, day: number): void {
  const { assumptions, random, active, run, recruiter } = growth;
  const { population, recruiting } = assumptions;
  for (let tries = times(growth, recruiting.per_month_ppm); tries > 0; tries--) {
    if (active.length === 0) return;
    // Whoever is asked at random has joined already with this chance: growth is logistic.
    if (random.below(population) < run.members.length) continue;
    // An attempt of somebody whose rank may not recruit comes to nothing.
    if (!mayRecruit(run, random.pick(active))) continue;
    const by = recruiter.pick(random, active);
    if (by < 0) return;
    const chosen = wayDrawn(growth);
    const { rank, way } = growth.ways[chosen]!;
    comeIn(growth, by, rank, way, chosen, month, day);
  }
}

function wayDrawn({ ways, random }: Growth): number {
  if (ways.length === 1) return 0;
  let left = random.below(PPM);
  for (const [i, { share_ppm }] of ways.entries()) {
    left -= share_ppm;
    if (left < 0) return i;
  }
  return ways.length - 1;
}

function comeIn(
  growth: Growth,
  by: number,
  rank: number,
  way: number,
  chosen: number,
  month: number,
  day: number,
): void {
  const { run, active, random, assumptions } = growth;
  const member = join(run, by, rank, way, day);
  if (member < 0) return;
  growth.place.push(active.length);
  active.push(member);
  const level = by < 0 ? 1 : growth.level[by]! + 1;
  growth.level.push(level);
  growth.levels = Math.max(growth.levels, level);
  growth.recruits.push(0);
  if (by >= 0) growth.recruits[by] = growth.recruits[by]! + 1;
  growth.withdrew.push(false);
  growth.joinedInMonth.push(month);
  growth.joinedBy.push(chosen);
  growth.recruiter.joined(member, by);
  if (by >= 0 && random.below(PPM) < assumptions.withdraws_ppm) {
    askBack(growth, run.members.of.joinedBy[member]!, member, day);
  }
}

function askBack(growth: Growth, event: number, member: number, day: number): void {
  growth.back.push({ event, member, day: day + growth.assumptions.refund_after_days });
}

function refunds(growth: Growth, day: number): void {
  const { back, tally } = growth;
  while (back.length > 0 && back[0]!.day <= day) {
    const { event, member } = back.shift()!;
    const given = giveBack(tally, event, day);
    if (member < 0) continue;
    stop(growth, member);
    growth.withdrew[member] = given;
  }
}

/** Somebody stops, but keeps its place and what the plan goes on paying for it. */
function stop({ active, place }: Growth, member: number): void {
  const at = place[member]!;
  if (at < 0) return;
  const moved = active.pop()!;
  if (moved !== member) {
    active[at] = moved;
    place[moved] = at;
  }
  place[member] = -1;
}

function stops(growth: Growth): void {
  const { active, assumptions, random } = growth;
  for (const member of active.toSorted((a, b) => a - b)) {
    if (growth.joinedBy[member]! < 0) continue;
    if (random.below(PPM) < assumptions.stops_ppm) stop(growth, member);
  }
}

function rises(growth: Growth, day: number): void {
  const { run, random, active } = growth;
  for (let left = times(growth, growth.assumptions.rises_ppm); left > 0; left--) {
    if (active.length > 0) rise(run, random.pick(active), day);
  }
}

/** The lowest higher rank that can be had for money or the asking. */
function rise(run: PlanRun, member: number, day: number): void {
  const { ranks } = run.plan;
  for (let rank = rankOf(run, member) + 1; rank < ranks.length; rank++) {
    for (const [way, { way: terms }] of ranks[rank]!.ways.entries()) {
      if (terms.by === 'appointment') continue;
      if (upgrade(run, member, rank, way, day) >= 0) return;
    }
  }
}

function trades(growth: Growth, day: number): void {
  const { run, random, active, product, assumptions } = growth;
  if (product < 0) return;
  const { own_ppm, customers_ppm } = assumptions.purchases;
  const returned = (event: number): void => {
    if (random.below(PPM) < assumptions.returns_ppm) askBack(growth, event, -1, day);
  };
  for (let left = times(growth, own_ppm); left > 0; left--) {
    returned(buy(run, random.pick(active), product, 1, day));
  }
  for (let left = times(growth, customers_ppm); left > 0; left--) {
    const customer = addCustomer(run, random.pick(active));
    returned(sell(run, customer, product, 1, day));
  }
}

function lines({ run, tally, crossed, levels }: Growth, day: number): void {
  const on = day + 1;
  const people = run.members.length;
  if (levels >= 3) crossed.levels = Math.min(crossed.levels, on);
  if (levels >= 3 && people >= 30) crossed.people = Math.min(crossed.people, on);
  if (people >= 120) crossed.many = Math.min(crossed.many, on);
  if (tally.joinPaid >= 250_000_000) crossed.paid = Math.min(crossed.paid, on);
}

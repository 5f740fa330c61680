import type { Plan, PlanCondition, PlanRule } from '../../src/model/plan.ts';
import type { PlanEvent } from '../../src/model/plan-event.ts';

/**
 * A second, slow pay engine that shares nothing with src/plan/pay: plain objects, big integers,
 * nothing kept that can be counted anew from the history. It follows the sentences of
 * docs/reference/plan-language.md.
 */
export interface SlowRow {
  readonly event: number;
  readonly rule: string | null;
  readonly beneficiary: number;
  readonly source: number | null;
  readonly level: number;
  readonly minor: number;
  reversed: boolean;
}

interface Person {
  readonly recruiter: number | null;
  place: number | null;
  rank: number | null;
}

interface Deed {
  readonly event: number;
  readonly what: 'entered' | 'paid' | 'sale';
  readonly who: number | null;
  readonly seller: number | null;
  readonly customer: number | null;
  readonly before: number | null;
  readonly rank: number | null;
  readonly product: string | null;
  readonly pieces: number;
  readonly price: bigint;
  readonly margin: bigint;
  readonly byItself: boolean;
  readonly month: number;
  refunded: boolean;
}

interface World {
  readonly plan: Plan;
  readonly people: Person[];
  readonly deeds: Deed[];
  readonly rows: (SlowRow & { readonly deed: Deed | null; readonly month: number })[];
  month: number;
  readonly days: number[];
}

export function slowPay(plan: Plan, events: readonly PlanEvent[]): SlowRow[] {
  const world: World = { plan, people: [], deeds: [], rows: [], month: 0, days: [] };
  for (const [i, event] of events.entries()) {
    world.days.push(event.day);
    happen(world, event, i);
  }
  return world.rows.map(({ deed: _deed, month: _month, ...row }) => row);
}

function happen(world: World, event: PlanEvent, i: number): void {
  const { plan, people } = world;
  switch (event.kind) {
    case 'join': {
      people.push({ recruiter: event.recruiter, place: null, rank: null });
      const who = people.length - 1;
      people[who]!.place = freePlace(world, who);
      enter(world, who, event.rank, event.way, i);
      return promoteLine(world, who, i);
    }
    case 'upgrade':
      enter(world, event.member, event.rank, event.way, i);
      return promoteLine(world, event.member, i);
    case 'buy':
      payFor(world, deed(world, i, event.member, event), false, i);
      return promoteLine(world, event.member, i);
    case 'sell': {
      const { seller, customer } = event;
      payFor(world, deed(world, i, null, { ...event, seller, customer }), false, i);
      return promoteLine(world, seller, i);
    }
    case 'refund':
      return refund(world, events(world, event.event));
    case 'month_end':
      for (const one of world.deeds.filter((old) => old.month === world.month)) {
        if (!one.refunded) payFor(world, one, true, i);
      }
      limit(world, i);
      for (let who = people.length - 1; who >= 0; who--) promote(world, who, i);
      world.month += 1;
      return undefined;
  }
  throw new Error(`no such event in ${plan.id}`);
}

function events(world: World, event: number): Deed[] {
  return world.deeds.filter((one) => one.event === event && !one.byItself);
}

function deed(
  world: World,
  event: number,
  who: number | null,
  given: Partial<{
    what: Deed['what'];
    seller: number;
    customer: number;
    before: number | null;
    product: string;
    quantity: number;
    fee: number;
    pieces: number;
    byItself: boolean;
  }>,
): Deed {
  const product = world.plan.products.find(({ id }) => id === given.product);
  const quantity = BigInt(given.quantity ?? 1);
  const price = product ? BigInt(product.price_minor) * quantity : BigInt(given.fee ?? 0);
  const cost = product ? BigInt(product.cost_minor ?? product.price_minor) * quantity : 0n;
  const rank = who === null ? null : world.people[who]!.rank;
  const one: Deed = {
    event,
    what: given.what ?? 'sale',
    who,
    seller: given.seller ?? null,
    customer: given.customer ?? null,
    before: given.before === undefined ? rank : given.before,
    rank,
    product: product?.id ?? null,
    pieces: given.pieces ?? Number(quantity),
    price,
    margin: price - cost,
    byItself: given.byItself ?? false,
    month: world.month,
    refunded: false,
  };
  world.deeds.push(one);
  return one;
}

function enter(world: World, who: number, rank: string, way: number, event: number): void {
  const person = world.people[who]!;
  const before = person.rank;
  person.rank = world.plan.ranks.findIndex(({ id }) => id === rank);
  const chosen = world.plan.ranks[person.rank]!.ways[way];
  const made = [deed(world, event, who, { what: 'entered', before })];
  if (chosen?.fee) {
    const fee = chosen.fee.amount_minor;
    made.push(deed(world, event, who, { what: 'paid', before, fee }));
  }
  if (chosen?.buys) {
    const { buys } = chosen;
    made.push(deed(world, event, who, { what: 'paid', before, ...buys, pieces: 1 }));
    made.push(deed(world, event, who, { what: 'sale', before, ...buys }));
  }
  for (const one of made) payFor(world, one, false, event);
}

function payFor(world: World, one: Deed, monthly: boolean, event: number): void {
  for (const rule of world.plan.rules) {
    const waits = rule.conditions.some(({ measure }) => measure.startsWith('month_'));
    if (waits === monthly && concerns(world, rule, one)) payRule(world, rule, one, event);
  }
}

function concerns({ plan }: World, rule: PlanRule, one: Deed): boolean {
  const paidFor = { headcount: 'entered', entry_fee: 'paid' } as const;
  const what = rule.base === 'headcount' || rule.base === 'entry_fee' ? paidFor[rule.base] : 'sale';
  if (one.what !== what) return false;
  const listed = (rank: number | null): boolean =>
    rank !== null && (rule.payer_ranks ?? []).includes(plan.ranks[rank]!.id);
  if (what === 'entered' && rule.payer_ranks === null) return one.before === null;
  if (rule.payer_ranks !== null && !listed(one.rank)) return false;
  if (what === 'entered' && listed(one.before)) return false;
  if (what !== 'sale') return true;
  if (rule.buyers === 'customers' && one.who !== null) return false;
  if (rule.buyers === 'members' && one.who === null) return false;
  return rule.products === null || rule.products.includes(one.product ?? '');
}

/** Everyone who may be paid, with the distance: the buyer, who sold or recruited, and so on up. */
function line(world: World, one: Deed, tree: PlanRule['tree']): [number, number][] {
  const above = (who: number): number | null => {
    const { place, recruiter } = world.people[who]!;
    return tree === 'placement' ? place : recruiter;
  };
  const out: [number, number][] = [];
  let who = one.who ?? one.seller;
  for (let depth = one.who === null ? 1 : 0; who !== null; depth++) {
    out.push([who, depth]);
    who = above(who);
  }
  return out;
}

function payRule(world: World, rule: PlanRule, one: Deed, event: number): void {
  let people = line(world, one, rule.tree);
  if (rule.compressed) {
    const fit = people.filter(([who, depth]) => depth > 0 && qualified(world, rule, who));
    const own = people.filter(([, depth]) => depth === 0);
    people = [...own, ...fit.map(([who], i): [number, number] => [who, i + 1])];
  }
  let highest = 0;
  for (const [who, depth] of people) {
    if (depth < rule.depth_first || depth > (rule.depth_last ?? Number.MAX_VALUE)) continue;
    if (!qualified(world, rule, who)) continue;
    const base = rule.of === 'margin' ? one.margin : one.price;
    let minor = 0n;
    if (rule.pay.kind === 'by_rank') {
      const rank = world.plan.ranks[world.people[who]!.rank!]!.id;
      const ppm = rule.pay.ppm.find((rate) => rate.rank === rank)?.ppm ?? 0;
      if (ppm > highest) minor = share(world, base, ppm) - share(world, base, highest);
      highest = Math.max(ppm, highest);
    } else if (rule.pay.kind === 'rate') {
      minor = share(world, base, figure(rule.pay.ppm, depth - rule.depth_first));
    } else {
      const pieces = one.what === 'sale' ? one.pieces : 1;
      minor = BigInt(figure(rule.pay.minor, depth - rule.depth_first) * pieces);
    }
    minor = capped(world, rule, who, minor);
    if (minor <= 0n) continue;
    world.rows.push({
      event,
      rule: rule.id,
      beneficiary: who,
      source: one.who,
      level: depth,
      minor: Number(minor),
      reversed: false,
      deed: one,
      month: world.month,
    });
  }
}

function figure(figures: readonly number[], nth: number): number {
  return figures.length === 1 ? figures[0]! : figures[nth]!;
}

function share({ plan }: World, base: bigint, ppm: number): bigint {
  if (base <= 0n) return 0n;
  const exact = base * BigInt(ppm);
  return (exact + (plan.rounding === 'half_up' ? 500_000n : 0n)) / 1_000_000n;
}

function capped(world: World, rule: PlanRule, who: number, minor: bigint): bigint {
  if (rule.cap === null) return minor;
  const most = BigInt(rule.cap.amount_minor);
  if (rule.cap.per === 'payment') return minor < most ? minor : most;
  const had = world.rows
    .filter((row) => row.rule === rule.id && row.beneficiary === who && row.month === world.month)
    .reduce((sum, row) => sum + BigInt(row.minor), 0n);
  return minor < most - had ? minor : most - had;
}

function qualified(world: World, rule: PlanRule, who: number): boolean {
  const { rank } = world.people[who]!;
  if (rank === null) return false;
  if (rule.ranks !== null && !rule.ranks.includes(world.plan.ranks[rank]!.id)) return false;
  return rule.conditions.every((one) => measure(world, one, who) >= BigInt(one.at_least));
}

function measure(world: World, { measure: name, of }: PlanCondition, who: number): bigint {
  const { people, plan, deeds } = world;
  const least = of === null ? 0 : plan.ranks.findIndex(({ id }) => id === of);
  const counts = (no: number): boolean => (people[no]!.rank ?? -1) >= least;
  const below = people.map((_, no) => no).filter((no) => no !== who && isBelow(people, no, who));
  const now = name.startsWith('month_');
  const sales = deeds.filter(
    (one) => one.what === 'sale' && !one.refunded && (!now || one.month === world.month),
  );
  const sum = (some: Deed[]): bigint => some.reduce((total, one) => total + one.price, 0n);
  switch (name) {
    case 'recruits':
      return BigInt(below.filter((no) => people[no]!.recruiter === who && counts(no)).length);
    case 'team':
      return BigInt(below.filter(counts).length);
    case 'purchases':
    case 'month_purchases':
      return sum(sales.filter((one) => one.who === who));
    case 'sales':
    case 'month_sales':
      return sum(sales.filter((one) => one.seller === who));
    case 'team_sales':
    case 'month_team_sales':
      return sum(sales.filter((one) => [who, ...below].includes(one.who ?? one.seller!)));
    case 'month_customers': {
      const all = deeds.filter((one) => one.seller === who && one.month === world.month);
      return BigInt(new Set(all.map(({ customer }) => customer)).size);
    }
  }
}

function isBelow(people: readonly Person[], no: number, who: number): boolean {
  const { recruiter } = people[no]!;
  return recruiter !== null && (recruiter === who || isBelow(people, recruiter, who));
}

function promoteLine(world: World, from: number, event: number): void {
  for (let who: number | null = from; who !== null; who = world.people[who]!.recruiter) {
    promote(world, who, event);
  }
}

function promote(world: World, who: number, event: number): void {
  const person = world.people[who]!;
  const before = person.rank;
  if (before === null) return;
  const free = world.plan.ranks.map(({ ways }) =>
    ways.filter((way) => way.fee === null && way.buys === null && way.by === null),
  );
  const earned = free.findLastIndex(
    (ways, rank) =>
      rank > before &&
      ways.some((way) =>
        way.conditions.every((one) => measure(world, one, who) >= BigInt(one.at_least)),
      ),
  );
  if (earned < 0) return;
  person.rank = earned;
  payFor(world, deed(world, event, who, { what: 'entered', before, byItself: true }), false, event);
}

function refund(world: World, deeds: readonly Deed[]): void {
  for (const one of deeds) one.refunded = true;
  const entered = deeds.find((one) => one.what === 'entered');
  if (entered) world.people[entered.who!]!.rank = entered.before;
  if (!world.plan.takes_back) return;
  for (const row of world.rows) if (row.deed && deeds.includes(row.deed)) row.reversed = true;
}

function limit(world: World, event: number): void {
  const { limit: most } = world.plan;
  if (most === null) return;
  for (const who of world.people.keys()) {
    const earned = world.rows
      .filter((row) => row.beneficiary === who && row.month === world.month && !row.reversed)
      .reduce((sum, row) => sum + BigInt(row.minor), 0n);
    const sold = measure(world, { measure: 'month_sales', at_least: 0, of: null }, who);
    const over = earned - (sold > 0n ? (sold * BigInt(most.rate_ppm)) / 1_000_000n : 0n);
    if (over <= 0n) continue;
    const minor = -Number(over);
    const to = { beneficiary: who, source: null, level: 0, minor, reversed: false };
    world.rows.push({ event, rule: null, ...to, deed: null, month: world.month });
  }
}

/** First free place beneath the recruiter: the nearest level, then the left. */
function freePlace({ plan, people }: World, who: number): number | null {
  const { recruiter } = people[who]!;
  if (plan.placement === null || recruiter === null) return null;
  const beneath = (no: number): number[] =>
    people.flatMap(({ place }, other) => (place === no ? [other] : []));
  for (let level = [recruiter]; level.length > 0; level = level.flatMap(beneath)) {
    const open = level.find((no) => beneath(no).length < plan.placement!.width);
    if (open !== undefined) return open;
  }
  return null;
}

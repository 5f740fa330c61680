import type { DrawnMember, DrawnNetwork } from '../../model/drawn-network.ts';
import { fillBoth } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import { moneyIn } from '../../model/money-text.ts';
import type { Plan } from '../../model/plan.ts';
import type { PlanEvent } from '../../model/plan-event.ts';
import { compilePlan } from '../pay/compile-plan.ts';
import { ledgerRows } from '../pay/ledger-rows.ts';
import { playEvents } from '../pay/play-events.ts';
import { customerId, memberId } from '../rows/run-rows.ts';

/** Members drawn of one network, and payments listed; the rest is counted. */
const drawn_max = 12;

/** A network under a plan as a tree, each member with what it does, and who is paid what. */
export function drawnNetwork(plan: Plan, events: readonly PlanEvent[]): DrawnNetwork {
  const { run } = playEvents(compilePlan(plan), events);
  const rows = ledgerRows(run);
  const groups = likePayments(rows).slice(0, drawn_max);
  const listed = groups.reduce((sum, { count }) => sum + count, 0);
  return {
    ...treeOf(plan, events),
    payments: groups.map((group) => paymentOf(plan, group)),
    more_payments: rows.length - listed,
  };
}

function paymentOf(plan: Plan, { first, count }: PaymentGroup): Localised {
  const { beneficiary, source, level, minor, rule } = first;
  const same = (text: string): Localised => ({ en: text, zh: text });
  const last = memberId((source ?? 0) + count - 1);
  const from =
    source === null
      ? texts.customer
      : same(count === 1 ? memberId(source) : `${memberId(source)} … ${last}`);
  return fillBoth(count === 1 ? texts.payment : texts.payments, {
    to: memberId(beneficiary),
    minor: moneyIn(plan.currency)(minor),
    from,
    level,
    rule: rule ?? '-',
    count,
  });
}

interface Payment {
  readonly beneficiary: number;
  readonly source: number | null;
  readonly level: number;
  readonly minor: number;
  readonly rule: string | null;
}

interface PaymentGroup {
  readonly first: Payment;
  count: number;
}

/** Payments that differ only in the member they come from, one number after another, as one. */
function likePayments(rows: readonly Payment[]): PaymentGroup[] {
  const groups: PaymentGroup[] = [];
  const last = new Map<string, PaymentGroup>();
  for (const row of rows) {
    const key = [row.beneficiary, row.level, row.minor, row.rule].join(' ');
    const group = last.get(key);
    if (group && group.first.source !== null && row.source === group.first.source + group.count) {
      group.count++;
      continue;
    }
    const next = { first: row, count: 1 };
    groups.push(next);
    last.set(key, next);
  }
  return groups;
}

function treeOf(plan: Plan, events: readonly PlanEvent[]) {
  const recruiters: (number | null)[] = [];
  const deeds = new Map<number, Localised[]>();
  for (const event of events) {
    const who = actorOf(event, recruiters.length);
    if (event.kind === 'join') recruiters.push(event.recruiter);
    const deed = deedOf(plan, event);
    if (who !== null && deed !== null) deeds.set(who, [...(deeds.get(who) ?? []), deed]);
  }
  let [lines, drawn] = [0, 0];
  const told = (member: number): string => JSON.stringify(deeds.get(member) ?? []);
  const below = (member: number): number[] =>
    recruiters.flatMap((up, i) => (up === member ? [i] : []));
  const draw = (run: readonly number[]): DrawnMember[] => {
    if (lines >= drawn_max) return [];
    lines += 1;
    drawn += run.length;
    const member = run[0]!;
    const runs = likeSiblings(below(member), (one) => (below(one).length > 0 ? null : told(one)));
    return [{ name: nameOf(run), deeds: deeds.get(member) ?? [], below: runs.flatMap(draw) }];
  };
  const tops = recruiters.flatMap((up, member) => (up === null ? draw([member]) : []));
  return { tops, more_members: recruiters.length - drawn };
}

function nameOf(run: readonly number[]): Localised {
  const values = { first: memberId(run[0]!), last: memberId(run.at(-1)!), count: run.length };
  if (run.length === 1) return { en: values.first, zh: values.first };
  return fillBoth(texts.run, values);
}

/** Neighbours of whom the same is told, together; null is told of nobody else. */
function likeSiblings(members: readonly number[], told: (one: number) => string | null) {
  const runs: number[][] = [];
  for (const member of members) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const like = before === member - 1 && told(before) !== null && told(before) === told(member);
    if (run && like) run.push(member);
    else runs.push([member]);
  }
  return runs;
}

function actorOf(event: PlanEvent, members: number): number | null {
  if (event.kind === 'join') return members;
  if (event.kind === 'sell') return event.seller;
  return event.kind === 'buy' || event.kind === 'upgrade' ? event.member : null;
}

function deedOf(plan: Plan, event: PlanEvent): Localised | null {
  if (event.kind === 'sell' || event.kind === 'buy') {
    const product = plan.products.find(({ id }) => id === event.product);
    const price = moneyIn(plan.currency)((product?.price_minor ?? 0) * event.quantity);
    const to = event.kind === 'sell' ? customerId(event.customer) : '';
    return fillBoth(texts[event.kind], { product: event.product, price, to });
  }
  if (event.kind !== 'join' && event.kind !== 'upgrade') return null;
  const rank = plan.ranks.find(({ id }) => id === event.rank);
  const way = rank?.ways[event.way];
  const product = plan.products.find(({ id }) => id === way?.buys?.product);
  const goods = (product?.price_minor ?? 0) * (way?.buys?.quantity ?? 0);
  const minor = (way?.fee?.amount_minor ?? 0) + goods;
  const name = rank?.title ?? event.rank;
  return fillBoth(minor > 0 ? texts.pays : texts.enters, {
    name,
    minor: moneyIn(plan.currency)(minor),
  });
}

const texts = {
  enters: { en: 'joins as {name}', zh: '加入，等级“{name}”' },
  pays: { en: 'pays {minor} to be {name}', zh: '付 {minor} 成为“{name}”' },
  buy: { en: 'buys {product} for {price}', zh: '购买 {product}，{price}' },
  sell: { en: 'sells {product} for {price} to {to}', zh: '向 {to} 售出 {product}，{price}' },
  customer: { en: 'a customer', zh: '外部顾客' },
  payment: {
    en: '{to} is paid {minor} for {from}, level {level}, rule {rule}',
    zh: '{to} 得 {minor}，来源 {from}，第 {level} 层，规则 {rule}',
  },
  payments: {
    en: '{to} is paid {minor} for each of {from}, {count} payments, level {level}, rule {rule}',
    zh: '{to} 各得 {minor}，来源 {from}，共 {count} 笔，第 {level} 层，规则 {rule}',
  },
  run: {
    en: '{first} … {last}, {count} members, each',
    zh: '{first} … {last} 共 {count} 名，每名',
  },
} as const satisfies Record<string, Localised>;

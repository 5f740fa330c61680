import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import { minorUnitsOf } from '../../model/money-units.ts';
import type { Plan } from '../../model/plan.ts';
import type { PlanEvent } from '../../model/plan-event.ts';
import { compilePlan } from '../../plan/pay/compile-plan.ts';
import { ledgerRows } from '../../plan/pay/ledger-rows.ts';
import { playEvents } from '../../plan/pay/play-events.ts';
import { customerId, memberId } from '../../plan/rows/run-rows.ts';
import { amount } from '../../report/show.ts';
import type { Language } from '../language.ts';

/** Members drawn of one network, and payments listed; the rest is counted. */
const shown = 12;

/** A network as a tree of lines, each member with what it does, and the ledger beneath. */
export function drawNetwork(plan: Plan, events: readonly PlanEvent[], lang: Language): string[] {
  const lines = drawTree(plan, events, lang);
  const { run } = playEvents(compilePlan(plan), events);
  const rows = ledgerRows(run);
  const groups = likePayments(rows);
  const some = groups.slice(0, shown).map(({ first, count }) => {
    const { beneficiary, source, level, minor, rule } = first;
    const from = source === null ? texts.customer[lang] : memberId(source);
    const values = {
      to: memberId(beneficiary),
      minor: money(plan, minor)[lang],
      from: count === 1 ? from : `${from} … ${memberId((source ?? 0) + count - 1)}`,
      level,
      rule: rule ?? '-',
      count,
    };
    return fill((count === 1 ? texts.payment : texts.payments)[lang], values);
  });
  const listed = groups.slice(0, shown).reduce((sum, { count }) => sum + count, 0);
  const rest = rows.length - listed;
  return [...lines, ...some, ...(rest > 0 ? [fill(texts.more_rows[lang], { rest })] : [])];
}

/** Payments that differ only in the member they come from, one number after another, as one. */
function likePayments<T extends LikePayment>(rows: readonly T[]): { first: T; count: number }[] {
  const groups: { first: T; count: number }[] = [];
  const last = new Map<string, { first: T; count: number }>();
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

interface LikePayment {
  readonly beneficiary: number;
  readonly source: number | null;
  readonly level: number;
  readonly minor: number;
  readonly rule: string | null;
}

function drawTree(plan: Plan, events: readonly PlanEvent[], lang: Language): string[] {
  const recruiters: (number | null)[] = [];
  const deeds = new Map<number, string[]>();
  for (const event of events) {
    const who = actorOf(event, recruiters.length);
    if (event.kind === 'join') recruiters.push(event.recruiter);
    if (who !== null) deeds.set(who, [...(deeds.get(who) ?? []), deedOf(plan, event, lang)]);
  }
  const lines: string[] = [];
  let drawn = 0;
  const told = (member: number): string => (deeds.get(member) ?? []).join('; ');
  const below = (member: number): number[] =>
    recruiters.flatMap((up, i) => (up === member ? [i] : []));
  const draw = (run: readonly number[], lead: string, last: boolean | null): void => {
    if (lines.length >= shown) return;
    const member = run[0]!;
    const branch = last === null ? '' : last ? '└─ ' : '├─ ';
    const values = { first: memberId(member), last: memberId(run.at(-1)!), count: run.length };
    const name = run.length === 1 ? values.first : fill(texts.run[lang], values);
    lines.push(`${lead}${branch}${name}: ${told(member)}`);
    drawn += run.length;
    const next = last === null ? lead : `${lead}${last ? '   ' : '│  '}`;
    const runs = likeSiblings(below(member), (one) => (below(one).length > 0 ? null : told(one)));
    runs.forEach((one, i) => draw(one, next, i === runs.length - 1));
  };
  recruiters.forEach((up, member) => {
    if (up === null) draw([member], '', null);
  });
  const rest = recruiters.length - drawn;
  return rest > 0 ? [...lines, fill(texts.more_members[lang], { rest })] : lines;
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

function deedOf(plan: Plan, event: PlanEvent, lang: Language): string {
  if (event.kind === 'sell' || event.kind === 'buy') {
    const product = plan.products.find(({ id }) => id === event.product);
    const price = money(plan, (product?.price_minor ?? 0) * event.quantity)[lang];
    const to = event.kind === 'sell' ? customerId(event.customer) : '';
    return fill(texts[event.kind][lang], { product: event.product, price, to });
  }
  if (event.kind !== 'join' && event.kind !== 'upgrade') return '';
  const rank = plan.ranks.find(({ id }) => id === event.rank);
  const way = rank?.ways[event.way];
  const product = plan.products.find(({ id }) => id === way?.buys?.product);
  const goods = (product?.price_minor ?? 0) * (way?.buys?.quantity ?? 0);
  const minor = (way?.fee?.amount_minor ?? 0) + goods;
  const name = rank?.title?.[lang] ?? event.rank;
  const text = minor > 0 ? texts.pays : texts.enters;
  return fill(text[lang], { name, minor: money(plan, minor)[lang] });
}

export function money({ currency }: Plan, minor: number): Localised {
  return amount(minor, { currency, minor_units: minorUnitsOf(currency) });
}

const texts = {
  enters: { en: 'joins as {name}', zh: '加入，等级“{name}”' },
  pays: { en: 'pays {minor} to be {name}', zh: '付 {minor} 成为“{name}”' },
  buy: { en: 'buys {product} for {price}', zh: '购买 {product}，{price}' },
  sell: { en: 'sells {product} for {price} to {to}', zh: '向 {to} 售出 {product}，{price}' },
  customer: { en: 'a customer', zh: '外部顾客' },
  payment: {
    en: '→ {to} is paid {minor} for {from}, level {level}, rule {rule}',
    zh: '→ {to} 得 {minor}，来源 {from}，第 {level} 层，规则 {rule}',
  },
  payments: {
    en: '→ {to} is paid {minor} for each of {from}, {count} payments, level {level}, rule {rule}',
    zh: '→ {to} 各得 {minor}，来源 {from}，共 {count} 笔，第 {level} 层，规则 {rule}',
  },
  run: {
    en: '{first} … {last}, {count} members, each',
    zh: '{first} … {last} 共 {count} 名，每名',
  },
  more_members: { en: '… and {rest} more member(s)', zh: '……另有会员 {rest} 名' },
  more_rows: { en: '… and {rest} more payment(s)', zh: '……另有付款 {rest} 笔' },
} as const satisfies Record<string, Localised>;

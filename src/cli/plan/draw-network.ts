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
  const some = rows.slice(0, shown).map((row) => {
    const { beneficiary, source, level, minor, rule } = row;
    const values = {
      to: memberId(beneficiary),
      minor: money(plan, minor)[lang],
      from: source === null ? texts.customer[lang] : memberId(source),
      level,
      rule: rule ?? '-',
    };
    return fill(texts.payment[lang], values);
  });
  const rest = rows.length - some.length;
  return [...lines, ...some, ...(rest > 0 ? [fill(texts.more_rows[lang], { rest })] : [])];
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
  const draw = (member: number, lead: string, last: boolean | null): void => {
    if (lines.length >= shown) return;
    const branch = last === null ? '' : last ? '└─ ' : '├─ ';
    lines.push(`${lead}${branch}${memberId(member)}: ${(deeds.get(member) ?? []).join('; ')}`);
    const below = recruiters.flatMap((up, i) => (up === member ? [i] : []));
    const next = last === null ? lead : `${lead}${last ? '   ' : '│  '}`;
    below.forEach((one, i) => draw(one, next, i === below.length - 1));
  };
  recruiters.forEach((up, member) => {
    if (up === null) draw(member, '', null);
  });
  const rest = recruiters.length - lines.length;
  return rest > 0 ? [...lines, fill(texts.more_members[lang], { rest })] : lines;
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
  more_members: { en: '… and {rest} more member(s)', zh: '……另有会员 {rest} 名' },
  more_rows: { en: '… and {rest} more payment(s)', zh: '……另有付款 {rest} 笔' },
} as const satisfies Record<string, Localised>;

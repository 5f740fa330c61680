import { Document, Scalar } from 'yaml';
import { minorDigitsOf, minorUnitsOf } from '../../model/money-units.ts';
import { headMeasures, PPM } from '../../model/plan.ts';
import type { Plan, PlanCondition, PlanRank, PlanRule, RankWay } from '../../model/plan.ts';

/** A plan as the file that reads as this plan; what goes without saying is left out. */
export function printPlan(plan: Plan): string {
  const amount = amountsIn(plan.currency);
  const { delay_days, least_minor } = plan.payout;
  const value = without({
    schema: plan.schema,
    id: plan.id,
    title: plan.title,
    currency: plan.currency,
    from: plan.from,
    direct_selling_licence: plan.direct_selling_licence,
    sources: some(plan.sources),
    assumed: some(plan.assumed),
    products: some(
      plan.products.map((one) =>
        without({
          id: one.id,
          title: one.title,
          price: amount(one.price_minor),
          cost: amount(one.cost_minor),
          market_price: amount(one.market_price_minor),
        }),
      ),
    ),
    ranks: plan.ranks.map((rank) => rankValue(rank, amount)),
    placement: plan.placement,
    rules: plan.rules.map((rule) => ruleValue(rule, amount)),
    limit: plan.limit && { rate: percent(plan.limit.rate_ppm), of: 'own_sales' },
    payout:
      delay_days === null && least_minor === null
        ? null
        : without({ delay_days, least: amount(least_minor) }),
    rounding: unless(plan.rounding, 'down'),
    takes_back: unless(plan.takes_back, true),
  });
  const document = new Document(value, { aliasDuplicateObjects: false });
  return document.toString({ lineWidth: 98, nullStr: 'null' });
}

type Amount = (minor: number | null) => Scalar<number> | null;

/** Amounts as a price list writes them, with the digits of the currency or none. */
function amountsIn(currency: string): Amount {
  const units = minorUnitsOf(currency);
  return (minor) => {
    if (minor === null) return null;
    const scalar = new Scalar(minor / units);
    if (minor % units !== 0) scalar.minFractionDigits = minorDigitsOf(currency);
    return scalar;
  };
}

/** 125000 parts of a million as '12.5%'. */
export function percent(ppm: number): string {
  const rest = String(ppm % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const point = rest === '' ? '' : '.';
  return `${Math.floor(ppm / 10_000)}${point}${rest}%`;
}

function rankValue(rank: PlanRank, amount: Amount): Record<string, unknown> {
  return without({
    id: rank.id,
    title: rank.title,
    recruits: unless(rank.recruits, true),
    enter: some(rank.ways.map((way) => wayValue(way, amount))),
  });
}

function wayValue({ fee, buys, conditions, by }: RankWay, amount: Amount) {
  const silent = fee?.refundable_days === null ? 0 : PPM;
  return without({
    fee: amount(fee?.amount_minor ?? null),
    refundable: fee && fee.refundable_ppm !== silent ? percent(fee.refundable_ppm) : null,
    refund_days: fee?.refundable_days ?? null,
    buy: buys?.product ?? null,
    quantity: unless(buys?.quantity ?? 1, 1),
    if: conditionsValue(conditions, amount),
    by,
  });
}

function ruleValue(rule: PlanRule, amount: Amount): Record<string, unknown> {
  const { pay, cap } = rule;
  return without({
    id: rule.id,
    title: rule.title,
    base: rule.base,
    tree: unless(rule.tree, 'sponsor'),
    depth: depthText(rule),
    rate: pay.kind === 'rate' ? oneOrAll(pay.ppm.map(percent)) : null,
    amount: pay.kind === 'amount' ? oneOrAll(pay.minor.map(amount)) : null,
    by_rank:
      pay.kind === 'by_rank'
        ? Object.fromEntries(pay.ppm.map(({ rank, ppm }) => [rank, percent(ppm)]))
        : null,
    of: unless(rule.of, 'price'),
    buyers: unless(rule.buyers, 'everyone'),
    products: rule.products,
    ranks: rule.ranks,
    payer_ranks: rule.payer_ranks,
    if: conditionsValue(rule.conditions, amount),
    compressed: unless(rule.compressed, false),
    cap: cap && { amount: amount(cap.amount_minor), per: cap.per },
  });
}

/** '2', '1..8' or '1..'. */
export function depthText({ depth_first: first, depth_last: last }: PlanRule): string | number {
  return last === first ? first : `${first}..${last ?? ''}`;
}

function conditionsValue(conditions: readonly PlanCondition[], amount: Amount) {
  if (conditions.length === 0) return null;
  const entries = conditions.map(({ measure, at_least, of }) => {
    const heads = headMeasures.includes(measure);
    const least = heads ? at_least : amount(at_least);
    return [measure, of === null ? least : { at_least: least, of }];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function oneOrAll<T>(figures: readonly T[]): T | readonly T[] | undefined {
  return figures.length === 1 ? figures[0] : figures;
}

function some<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

function unless<T>(value: T, silent: T): T | null {
  return value === silent ? null : value;
}

/** Without the keys that would say nothing. */
function without(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== null && one !== undefined),
  );
}

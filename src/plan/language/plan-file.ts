import { planBases, planSchema } from '../../model/plan.ts';
import { localised, url } from '../../packs/front-matter.ts';
import { day, dictionary, maybe, needed, nullable } from '../../packs/yaml-shape.ts';
import { oneOf, record, text } from '../../packs/yaml-shape.ts';
import { conditions, depth, items, money, name, oneOrMore, rate, truth, whole } from './shapes.ts';

/** What currency a plan is in, before anything in it is read as money. */
export const currencyText = text(/^[A-Z]{3}$/, 'CNY | USD | EUR');

/** The form of a plan's file, exactly: what is not here is an error. */
export function planFile(currency: string) {
  const amount = money(currency);
  const meets = conditions(currency);
  const way = record({
    fee: maybe(amount),
    refundable: maybe(rate),
    refund_days: maybe(whole(0, 36_500)),
    buy: maybe(name),
    quantity: maybe(whole(1, 1_000)),
    if: maybe(meets),
    by: maybe(oneOf('appointment', 'application')),
  });
  const rule = record({
    id: needed(name),
    title: maybe(localised),
    base: needed(oneOf(...planBases)),
    tree: maybe(oneOf('sponsor', 'placement')),
    depth: maybe(depth),
    rate: maybe(oneOrMore(rate)),
    amount: maybe(oneOrMore(amount)),
    by_rank: maybe(dictionary(rate, /^[a-z0-9][a-z0-9_-]*$/)),
    of: maybe(oneOf('price', 'margin')),
    buyers: maybe(oneOf('customers', 'members', 'everyone')),
    products: maybe(items(name)),
    ranks: maybe(items(name)),
    payer_ranks: maybe(items(name)),
    if: maybe(meets),
    compressed: maybe(truth),
    cap: maybe(record({ amount: needed(amount), per: needed(oneOf('payment', 'month')) })),
  });
  const product = record({
    id: needed(name),
    title: maybe(localised),
    price: needed(amount),
    cost: maybe(amount),
    market_price: maybe(amount),
  });
  return record({
    schema: needed(oneOf(planSchema)),
    id: needed(name),
    title: needed(localised),
    currency: needed(currencyText),
    from: maybe(day),
    direct_selling_licence: maybe(oneOf('held', 'none')),
    sources: maybe(items(record({ what: needed(text()), url: needed(nullable(url)) }))),
    assumed: maybe(items(localised)),
    products: maybe(items(product)),
    ranks: needed(
      items(
        record({
          id: needed(name),
          title: maybe(localised),
          recruits: maybe(truth),
          enter: maybe(items(way)),
        }),
      ),
    ),
    placement: maybe(record({ width: needed(whole(1, 100)) })),
    rules: needed(items(rule)),
    limit: maybe(record({ rate: needed(rate), of: needed(oneOf('own_sales')) })),
    payout: maybe(record({ delay_days: maybe(whole(0, 36_500)), least: maybe(amount) })),
    rounding: maybe(oneOf('down', 'half_up')),
    takes_back: maybe(truth),
  });
}

export type PlanFile = NonNullable<ReturnType<ReturnType<typeof planFile>>>;
export type RuleFile = PlanFile['rules'][number];
export type RankFile = PlanFile['ranks'][number];

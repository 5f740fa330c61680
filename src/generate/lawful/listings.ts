import { liveOperators, sessionsOf } from './live-sessions.ts';
import { groupsIn, places } from './orders.ts';
import { licenceOf, operatorAt, operatorsOf } from './operators.ts';
import type { Operator } from './operators.ts';
import { basePrice, groupPrice, promotionPrice, promotionOf } from './prices.ts';
import type { Row } from './row.ts';
import type { Tally } from './tally.ts';
import { DAY_S, HOUR_S } from './time.ts';
import { LISTINGS_PER_OPERATOR } from './world.ts';
import type { World } from './world.ts';

/** Place of the goods that authorities write about. */
export const NOTICED = 5;

export function listingId(index: number): string {
  return `L${index}`;
}

export function titleOf(world: World, index: number): string {
  const { goods } = operatorAt(world, Math.floor(index / LISTINGS_PER_OPERATOR));
  const { firsts, words } = world.market;
  const first = world.chance('title', index).pick(firsts);
  return words.goods(first, goods.titles[index % LISTINGS_PER_OPERATOR]!);
}

/** Before the first order can come, a month after the operator entered. */
function listedAt({ entered }: Operator, index: number): number {
  return entered + (3 + (index % LISTINGS_PER_OPERATOR)) * DAY_S;
}

export function* listingRows(world: World, tally: Tally): Iterable<Row<'listing'>> {
  for (const operator of operatorsOf(world)) {
    for (let place = 0; place < LISTINGS_PER_OPERATOR; place++) {
      yield listingRow(world, tally, operator, operator.index * LISTINGS_PER_OPERATOR + place);
    }
  }
}

function listingRow(world: World, tally: Tally, operator: Operator, index: number): Row<'listing'> {
  const { goods } = operator;
  const { words, return_exclusions } = world.market;
  const price = basePrice(world, index);
  return {
    listing_id: listingId(index),
    shop_id: `S${operator.index}`,
    operator_id: operator.id,
    title: titleOf(world, index),
    claims: world.chance('claims', index).pick(goods.claims),
    category: goods.category,
    price_minor: price,
    shown_price_minor: price,
    reference_price_minor: 0,
    sales_actual: tally.sold[index]!,
    sales_added: 0,
    licence_no: licenceOf(world, operator) ?? '',
    ad_review_no: '',
    self_operated: false,
    self_operated_marked: false,
    manufacturer: words.manufacturer(goods.trade),
    responsible_person: words.responsible(goods.trade),
    identifier: `${goods.trade}-${index}`,
    warnings_shown: true,
    withdrawal_shown: true,
    report_offered: true,
    trader_shown: true,
    returned_goods: false,
    returned_marked: false,
    no_return: goods.no_return && return_exclusions,
    promoted: true,
    listed_at: listedAt(operator, index),
    status: operator.closed === null ? 'on' : 'off',
    deleted: false,
  };
}

/** A base price for each listing, and whatever offers were made of it. */
export function* priceEventRows(world: World, tally: Tally): Iterable<Row<'price_event'>> {
  for (const operator of operatorsOf(world)) {
    for (let place = 0; place < LISTINGS_PER_OPERATOR; place++) {
      const index = operator.index * LISTINGS_PER_OPERATOR + place;
      const common = offerOf(world, index);
      const base = basePrice(world, index);
      const starts_at = listedAt(operator, index);
      yield {
        ...common,
        price_event_id: `PE${index}`,
        price_minor: base,
        reference_price_minor: 0,
        starts_at,
        kind: 'base',
        basis: '',
      };
      const promotion = promotionOf(world, tally, index);
      if (promotion === null) continue;
      yield {
        ...common,
        price_event_id: `PP${index}`,
        price_minor: promotionPrice(base),
        reference_price_minor: base,
        starts_at: promotion.starts,
        ends_at: promotion.ends,
        kind: operator.index % 2 === 0 ? 'promotion' : 'flash_sale',
        basis: world.market.words.basis,
      };
    }
  }
  yield* groupPrices(world);
  yield* livePrices(world);
}

/** What all offers of a listing have in common: the seller makes them, above what it pays. */
function offerOf(world: World, listing: number): Row<'price_event'> {
  return {
    listing_id: listingId(listing),
    conditions_shown: true,
    platform_imposed: false,
    cost_minor: Math.floor(basePrice(world, listing) * 0.6),
  };
}

/** The first group of a listing opens its group price. */
function* groupPrices(world: World): Iterable<Row<'price_event'>> {
  const seen = new Set<number>();
  for (const { listing, opened } of groupsIn(world)) {
    if (seen.has(listing)) continue;
    seen.add(listing);
    yield {
      price_event_id: `PG${listing}`,
      ...offerOf(world, listing),
      price_minor: groupPrice(basePrice(world, listing)),
      reference_price_minor: 0,
      starts_at: opened - HOUR_S,
      kind: 'group_buy',
      basis: '',
    };
  }
}

/** What goods cost is said in the session: the usual price, compared with nothing. */
function* livePrices(world: World): Iterable<Row<'price_event'>> {
  for (const operator of liveOperators(world)) {
    const listing = operator.index * LISTINGS_PER_OPERATOR + places.live;
    for (const { id, starts, ends } of sessionsOf(world, operator)) {
      yield {
        price_event_id: `PL${id}`,
        ...offerOf(world, listing),
        price_minor: basePrice(world, listing),
        reference_price_minor: 0,
        starts_at: starts,
        ends_at: ends,
        kind: 'base',
        basis: '',
        live_session_id: id,
      };
    }
  }
}

/**
 * Spot checks passed, of goods for groups before each group opens; and a recall of goods that are
 * off sale for good.
 */
export function* qualityEventRows(world: World, tally: Tally): Iterable<Row<'quality_event'>> {
  for (const { id, listing, opened } of groupsIn(world)) {
    yield passedCheck(world, `QE-${id}`, listing, opened - DAY_S);
  }
  for (const { index, entered, closed } of operatorsOf(world)) {
    const listing = index * LISTINGS_PER_OPERATOR + (index % LISTINGS_PER_OPERATOR);
    if (index % 4 === 0 && entered + 100 * DAY_S < (closed ?? world.until)) {
      yield passedCheck(world, `QE${index}`, listing, entered + 90 * DAY_S);
    }
    if (closed === null) continue;
    const at = closed + 10 * DAY_S;
    const recalled = index * LISTINGS_PER_OPERATOR + NOTICED;
    const units = Math.max(1, Math.floor(tally.sold[recalled]! / 10));
    yield {
      quality_event_id: `QR${index}`,
      listing_id: listingId(recalled),
      kind: 'recall',
      result: 'failed',
      batch: `B${world.clock.day(at).slice(0, 7)}`,
      units,
      units_recovered: units,
      sale_stopped_at: at,
      buyers_told_at: at + 2 * HOUR_S,
      reported_at: at + HOUR_S,
      at,
    };
  }
}

function passedCheck(world: World, id: string, listing: number, at: number): Row<'quality_event'> {
  return {
    quality_event_id: id,
    listing_id: listingId(listing),
    kind: 'spot_check',
    result: 'passed',
    batch: `B${world.clock.day(at).slice(0, 7)}`,
    units: 3,
    units_recovered: 0,
    at,
  };
}

import { firsts } from './goods.ts';
import { liveOperators, sessionsOf } from './live-sessions.ts';
import { groupsOf, groupAt, places } from './orders.ts';
import { licenceOf, operatorAt, operatorsOf } from './operators.ts';
import type { Operator } from './operators.ts';
import { basePrice, groupPrice, promotionPrice, promotionOf } from './prices.ts';
import type { Row } from './row.ts';
import type { Tally } from './tally.ts';
import { dayOf, DAY_S, HOUR_S } from './time.ts';
import { LISTINGS_PER_OPERATOR } from './world.ts';
import type { World } from './world.ts';

export function listingId(index: number): string {
  return `L${index}`;
}

export function titleOf(world: World, index: number): string {
  const { goods } = operatorAt(world, Math.floor(index / LISTINGS_PER_OPERATOR));
  const word = world.chance('title', index).pick(firsts);
  return `${word}家${goods.titles[index % LISTINGS_PER_OPERATOR]!}`;
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
    licence_no: licenceOf(operator) ?? '',
    ad_review_no: '',
    self_operated: false,
    self_operated_marked: false,
    manufacturer: `${operator.goods.trade}制造(虚构)有限公司`,
    responsible_person: `${operator.goods.trade}责任人(虚构)`,
    identifier: `${operator.goods.trade}-${index}`,
    warnings_shown: true,
    withdrawal_shown: true,
    report_offered: true,
    trader_shown: true,
    returned_goods: false,
    returned_marked: false,
    no_return: goods.no_return,
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
        basis: '促销前七日内最低成交价',
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
  for (let group = 0; group < groupsOf(world); group++) {
    const { listing, opened } = groupAt(world, group);
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

/** A spot check passed for some goods, and a recall of goods that are off sale for good. */
export function* qualityEventRows(world: World, tally: Tally): Iterable<Row<'quality_event'>> {
  for (const { index, entered, closed } of operatorsOf(world)) {
    const listing = index * LISTINGS_PER_OPERATOR + (index % LISTINGS_PER_OPERATOR);
    if (index % 4 === 0 && entered + 100 * DAY_S < (closed ?? world.until)) {
      const at = entered + 90 * DAY_S;
      yield {
        quality_event_id: `QE${index}`,
        listing_id: listingId(listing),
        kind: 'spot_check',
        result: 'passed',
        batch: `B${dayOf(at).slice(0, 7)}`,
        units: 3,
        units_recovered: 0,
        at,
      };
    }
    if (closed === null) continue;
    const at = closed + 10 * DAY_S;
    const units = Math.max(1, Math.floor(tally.sold[listing]! / 10));
    yield {
      quality_event_id: `QR${index}`,
      listing_id: listingId(listing),
      kind: 'recall',
      result: 'failed',
      batch: `B${dayOf(at).slice(0, 7)}`,
      units,
      units_recovered: units,
      sale_stopped_at: at,
      buyers_told_at: at + 2 * HOUR_S,
      reported_at: at + HOUR_S,
      at,
    };
  }
}

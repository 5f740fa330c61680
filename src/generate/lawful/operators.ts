import type { Random } from '../random.ts';
import type { Goods } from './goods.ts';
import type { Row } from './row.ts';
import type { Tally } from './tally.ts';
import { DAY_S, HOUR_S } from './time.ts';
import type { World } from './world.ts';

export interface Operator {
  readonly index: number;
  readonly id: string;
  readonly kind: 'company' | 'individual_business' | 'person';
  /** null where it is registered. */
  readonly exempt: 'farm_produce' | 'handicraft' | 'convenience_labour' | 'small_amount' | null;
  readonly goods: Goods;
  /** Sells in live sessions of its own. */
  readonly live: boolean;
  readonly entered: number;
  /** When it puts up its notice of closing, and closes; null while it trades. */
  readonly notice: number | null;
  readonly closed: number | null;
}

/** Days between two checks of identity data: the law allows six months. */
export const CHECK_EVERY = 170 * DAY_S;

const exemptions = ['farm_produce', 'handicraft', 'convenience_labour', 'small_amount'] as const;
const exemptGoods = { farm_produce: 4, handicraft: 1, convenience_labour: 5, small_amount: 2 };

export function operatorAt(world: World, index: number): Operator {
  const { operators, opened, from, until } = world;
  const { goods } = world.market;
  const exempt = index % 10 === 8 ? exemptions[Math.floor(index / 10) % 4]! : null;
  // Half of them are there before the first orders, the others come while the data run.
  const half = operators / 2;
  const early = opened + 10 * DAY_S + (index / half) * (from - 70 * DAY_S - opened);
  const late = from + ((index - half) / half) * (until - 150 * DAY_S - from);
  const closed = index % 50 === 24 ? until - 100 * DAY_S : null;
  return {
    index,
    id: `OP${index}`,
    kind:
      exempt !== null
        ? 'person'
        : index % 10 > 5 && index % 10 < 8
          ? 'individual_business'
          : 'company',
    exempt,
    goods: goods[exempt === null ? index % goods.length : exemptGoods[exempt]]!,
    live: index % 10 === 9,
    entered: Math.floor(index < half ? early : late),
    notice: closed === null ? null : closed - 40 * DAY_S,
    closed,
  };
}

/** Whether it takes orders at that time. */
export function trades({ entered, notice }: Operator, at: number): boolean {
  return entered + 30 * DAY_S <= at && (notice === null || at < notice - DAY_S);
}

/** One that trades; small exempt traders come up less often, as their turnover shows. */
export function pickOperator(world: World, random: Random, at: number): Operator {
  for (;;) {
    const operator = operatorAt(world, random.below(world.operators));
    if (trades(operator, at) && (operator.exempt === null || random.chance(0.15))) return operator;
  }
}

export function* operatorsOf(world: World): Iterable<Operator> {
  for (let i = 0; i < world.operators; i++) yield operatorAt(world, i);
}

/** When its identity data were checked: on entry and then in time, until it left. */
export function checksOf({ until }: World, entered: number, left: number | null): number[] {
  const last = Math.min(until, left ?? until);
  const count = 1 + Math.floor((last - entered) / CHECK_EVERY);
  return Array.from({ length: count }, (_, i) => entered + i * CHECK_EVERY);
}

export function* operatorRows(world: World, tally: Tally): Iterable<Row<'operator'>> {
  const { words, cities, roads } = world.market;
  for (const operator of operatorsOf(world)) {
    const { index, id, kind, exempt, entered, closed } = operator;
    const random = world.chance('operator', index);
    const licence = licenceOf(world, operator);
    yield {
      operator_id: id,
      name: words.operator(kind, twoWords(world, random), operator.goods.trade, index),
      kind,
      credit_code: exempt === null ? words.companyNo(index) : '',
      licence_no: licence ?? '',
      licence_valid_to:
        licence === null ? null : world.clock.dayMonthsAfter(world.until, 18 + (index % 12)),
      registration_exempt: exempt !== null,
      exempt_kind: exempt,
      registration_marked: true,
      registration_reminded_at: null,
      turnover_year_minor: tally.turnover[index] ?? 0,
      address: words.address(random.pick(cities), random.pick(roads), random.between(1, 300)),
      contact: words.contact(index),
      entered_at: entered,
      verified_at: checksOf(world, entered, closed).at(-1) ?? entered,
      displayed: true,
      status: closed === null ? 'active' : 'closed',
      deleted: false,
    };
  }
}

/** The number of the licence its goods need; null where they need none. */
export function licenceOf({ market }: World, { index, goods }: Operator): string | null {
  return goods.licence === null ? null : market.words.licenceNo(goods.licence, index);
}

function twoWords({ market: { firsts } }: World, random: Random): string {
  return `${random.pick(firsts)}${random.pick(firsts)}`;
}

/** The shop of each operator, and the live account of those that sell live. */
export function* shopRows(world: World): Iterable<Row<'shop'>> {
  const { words, firsts } = world.market;
  for (const operator of operatorsOf(world)) {
    const { index, id, live, entered, notice, closed, goods: kind } = operator;
    const first = world.chance('shop', index).pick(firsts);
    const times = {
      closed_at: closed,
      closing_notice_at: notice,
      closing_contact_shown: notice === null ? null : true,
    };
    yield {
      shop_id: `S${index}`,
      operator_id: id,
      name: words.shop(first, kind.trade, index),
      kind: 'shop',
      licence_shown: true,
      opened_at: entered + DAY_S,
      ...times,
    };
    if (!live) continue;
    yield {
      shop_id: `SL${index}`,
      operator_id: id,
      name: words.liveRoom(first, index),
      kind: 'live_account',
      licence_shown: true,
      opened_at: entered + 2 * DAY_S,
      ...times,
    };
  }
}

/** Some change an address or a licence: reported, checked and shown within the terms. */
export function* dataChangeRows(world: World): Iterable<Row<'data_change'>> {
  for (const { index, id, live, entered, closed } of operatorsOf(world)) {
    if (index % 3 !== 0) continue;
    const changed_at = entered + (60 + world.chance('data_change', index).below(80)) * DAY_S;
    if (changed_at + 5 * DAY_S > (closed ?? world.until)) continue;
    yield {
      data_change_id: `DC${index}`,
      operator_id: id,
      live,
      changed_at,
      reported_at: changed_at + 20 * HOUR_S,
      verified_at: changed_at + 2 * DAY_S,
      displayed_at: changed_at + 2 * DAY_S + HOUR_S,
    };
  }
}

import type { Member } from '../crmeb/member.ts';
import { lineRow, orderRow, statusRows } from '../crmeb/order.ts';
import type { Order } from '../crmeb/order.ts';
import { userRow } from '../crmeb/member.ts';
import type { DumpRow } from '../mysql-dump.ts';
import { DAY_S, yuan } from '../names.ts';
import { seeded } from '../random.ts';
import { lawfulProducts } from '../sample/products.ts';
import type { MallForest } from './forest.ts';

/** When things happen in a generated mall: members join evenly over `days`. */
export interface MallClock {
  readonly from: number;
  readonly days: number;
}

export const ENTRY_MINOR = 39_900;
export const ONE_PERCENT = 10;
export const TWO_PERCENT = 5;

export function joinedAt({ from, days }: MallClock, forest: MallForest, uid: number): number {
  return from + Math.floor((uid * days * DAY_S) / forest.members);
}

export function directCounts({ up, members }: MallForest): Int32Array {
  const direct = new Int32Array(members + 1);
  for (let uid = 1; uid <= members; uid++) {
    const upline = up[uid]!;
    if (upline > 0 && upline <= members && upline !== uid) direct[upline]!++;
  }
  return direct;
}

function memberOf(forest: MallForest, clock: MallClock, uid: number): Member {
  return {
    uid,
    up: null,
    dirty_up: forest.up[uid]!,
    joined: joinedAt(clock, forest, uid),
    bound: joinedAt(clock, forest, forest.boundAs(uid)),
    promoter: forest.promoter[uid] === 1,
    phone: forest.phoneOf(uid),
  };
}

export function* userRows(forest: MallForest, clock: MallClock, seed: number): Generator<DumpRow> {
  const random = seeded(seed);
  const direct = directCounts(forest);
  for (let uid = 1; uid <= forest.members; uid++) {
    yield userRow(memberOf(forest, clock, uid), direct[uid]!, random);
  }
}

export function* spreadRows(forest: MallForest, clock: MallClock): Generator<DumpRow> {
  let id = 0;
  for (let uid = 1; uid <= forest.members; uid++) {
    const spread_uid = forest.up[uid]!;
    if (spread_uid === 0) continue;
    const spread_time = joinedAt(clock, forest, forest.boundAs(uid));
    yield { id: ++id, uid, spread_uid, spread_time };
  }
}

/** Whether a member bought a membership on joining: in a scheme, whoever was properly recruited. */
export function paysEntry({ up, promoter, members }: MallForest, uid: number): boolean {
  return promoter[uid] === 1 && up[uid]! > 0 && up[uid]! < uid && up[uid]! <= members;
}

export function* membershipRows(forest: MallForest, clock: MallClock): Generator<DumpRow> {
  let id = 0;
  for (let uid = 1; uid <= forest.members; uid++) {
    if (!paysEntry(forest, uid)) continue;
    const at = joinedAt(clock, forest, uid) + 30;
    const price = yuan(ENTRY_MINOR);
    yield {
      id: ++id,
      uid,
      type: 1,
      order_id: `hy${at}${id}`,
      member_type: 'ever',
      paid: 1,
      pay_price: price,
      member_price: price,
      pay_time: at + 60,
      is_permanent: 1,
      add_time: at,
      money: price,
    };
  }
}

export function* brokerageRows(forest: MallForest, clock: MallClock): Generator<DumpRow> {
  let id = 0;
  let membership = 0;
  const entry = (uid: number, type: string, minor: number, at: number): DumpRow => ({
    id: ++id,
    uid,
    link_id: String(membership),
    type,
    title: '会员卡佣金',
    number: yuan(minor),
    pm: 1,
    status: 1,
    take: 1,
    add_time: at,
  });
  for (let uid = 1; uid <= forest.members; uid++) {
    if (!paysEntry(forest, uid)) continue;
    membership++;
    const at = joinedAt(clock, forest, uid) + 120;
    const one = forest.up[uid]!;
    yield entry(one, 'one_member_brokerage', (ENTRY_MINOR * ONE_PERCENT) / 100, at);
    const two = forest.up[one]!;
    if (two > 0) yield entry(two, 'two_member_brokerage', (ENTRY_MINOR * TWO_PERCENT) / 100, at);
  }
}

/** Orders are made anew each time they are asked for: the same from the same seed. */
export function* orders(
  forest: MallForest,
  clock: MallClock,
  count: number,
  seed: number,
): Generator<Order> {
  const random = seeded(seed);
  const end = clock.from + clock.days * DAY_S;
  for (let id = 1; id <= count; id++) {
    const uid = 1 + random.below(forest.members);
    const buyer = memberOf(forest, clock, uid);
    const ordered = random.between(buyer.joined, end) + 600;
    const product = random.pick(lawfulProducts);
    const paid = !random.chance(0.05);
    const quantity = random.chance(0.1) ? 2 : 1;
    yield {
      id,
      buyer,
      product,
      quantity,
      unit_minor: product.price_minor,
      ordered,
      paid,
      delivered: paid ? ordered + random.between(2, 5) * DAY_S : null,
      one: null,
      two: null,
      refund: 'none',
      hidden: false,
    };
  }
}

export function* orderRows(list: Iterable<Order>): Generator<DumpRow> {
  for (const order of list) yield orderRow(order);
}

export function* lineRows(list: Iterable<Order>): Generator<DumpRow> {
  for (const order of list) yield lineRow(order);
}

export function* orderStatusRows(list: Iterable<Order>): Generator<DumpRow> {
  for (const order of list) yield* statusRows([order]);
}

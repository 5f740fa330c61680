import { DAY_S, HOUR_S, MINUTE_S } from '../../lawful/time.ts';
import type { Row } from '../../lawful/row.ts';
import { after, before, on } from './day.ts';
import { num } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Planted, Violation } from '../violation.ts';

type Order = Row<'order'>;

/** What statistics over many rows point to: rings of accounts, copied praise, a bad listing. */
export const signalViolations: readonly Violation[] = [
  {
    provision: 'cn.order37.art14',
    version: '2021-05-01',
    plant(scene) {
      const [operator, some] = deliveredOf(scene, 30, (row) => row.live_session_id === null);
      shareDeviceAndParcel(scene, some.slice(-15));
      return operator;
    },
  },
  {
    provision: 'cn.order117.art44',
    version: '2026-02-01',
    plant(scene) {
      const agencies = new Map<unknown, unknown>();
      for (const { live_session_id, mcn_id } of scene.rows('live_session')) {
        if (mcn_id) agencies.set(live_session_id, mcn_id);
      }
      const sold = deliveredOf(scene, 1, (row) => agencies.has(row.live_session_id) && isNew(row));
      const [operator, [order]] = sold;
      const bought = boughtIn(scene, order);
      const tracking_no = scene.fresh();
      // Six accounts by turns: what they buy elsewhere, too few of them buy of any one seller.
      for (let i = 0; i < 18; i++) {
        const buyer = `M${40 + (i % 6)}`;
        const at = num(order.paid_at) + i * MINUTE_S;
        buyAlso(scene, bought, { buyer, at, tracking_no });
        if (i < 6) linkDevice(scene, buyer, tracking_no);
      }
      const also = {
        provision: 'cn.order37.art14',
        version: '2021-05-01',
        subject: operator,
        reason: 'the orders of the sessions are those of the seller',
      };
      return {
        subject: `brushing:mcn:${String(agencies.get(order.live_session_id))}`,
        also: [also],
      };
    },
  },
  {
    provision: 'cn.aucl.sham-trade-group',
    version: '2019-04-23',
    stage: 'older',
    plant: (scene) => plantGroup(scene, on('2025-03-01')),
  },
  {
    provision: 'cn.aucl.sham-trade-group',
    version: '2025-10-15',
    stage: 'later',
    plant: (scene) => plantGroup(scene, on('2026-03-01')),
  },
  {
    provision: 'cn.aucl.praise-signals',
    version: '2019-04-23',
    stage: 'older',
    plant: (scene) => plantPraise(scene, on('2024-05-10')),
  },
  {
    provision: 'cn.aucl.praise-signals',
    version: '2025-10-15',
    plant: (scene) => plantPraise(scene, on('2026-05-10')),
  },
  {
    provision: 'cn.crpl.art19.told',
    version: '2014-03-15',
    plant: (scene) =>
      scene.change(
        'quality_event',
        ({ kind }) => kind === 'recall',
        (row) => ({
          buyers_told_at: num(row.at) + 10 * DAY_S,
        }),
      ),
  },
  { provision: 'cn.crpl.art19.cluster', version: '2014-03-15', plant: plantCluster },
];

/** Under the texts of February 2026, and early enough for parcels of the next days to arrive. */
function isNew({ paid_at }: Order): boolean {
  return after(paid_at, '2026-02-02') && before(paid_at, '2026-09-01');
}

type Orders = readonly [Order, ...Order[]];

/** The delivered orders that fit of the first operator to have that many, oldest first. */
function deliveredOf(scene: Scene, count: number, fits: (row: Order) => boolean): [string, Orders] {
  const found = new Map<string, Order[]>();
  for (const row of scene.rows('order')) {
    if (row.status !== 'delivered' || !fits(row)) continue;
    const operator = String(row.operator_id);
    const list = found.get(operator) ?? [];
    list.push(row);
    found.set(operator, list);
    const [first, ...more] = list;
    if (first !== undefined && list.length === count) return [operator, [first, ...more]];
  }
  return scene.refuse('order');
}

/** Of how many operators orders are held in memory, however large the platform. */
const HELD_OPERATORS = 50;

/** Delivered orders of each of the first operators, oldest first, as far as they fit. */
function deliveredBy(scene: Scene, fits: (row: Order) => boolean): Map<string, Order[]> {
  const orders = new Map<string, Order[]>();
  for (const row of scene.rows('order')) {
    if (Number(String(row.operator_id).slice(2)) >= HELD_OPERATORS) continue;
    if (row.status !== 'delivered' || !fits(row)) continue;
    const operator = String(row.operator_id);
    orders.set(operator, [...(orders.get(operator) ?? []), row]);
  }
  return orders;
}

/** The buyers of these orders use one phone, and the parcels carry one number. */
function shareDeviceAndParcel(scene: Scene, orders: readonly Order[]): void {
  const tracking_no = scene.fresh();
  for (const { order_id, buyer_id } of orders) {
    scene.change('shipment', (row) => row.order_id === order_id, { tracking_no });
    linkDevice(scene, String(buyer_id), tracking_no);
  }
}

function linkDevice(scene: Scene, member_id: string, link_key: string): void {
  scene.add('account_link', { member_id, kind: 'device', link_key });
}

/** Twenty accounts on one device each buy one listing of each of eight sellers. */
function plantGroup(scene: Scene, from: number): Planted {
  const name = scene.fresh();
  const buyers = Array.from({ length: 20 }, (_, i) => `${name}-${String(i).padStart(2, '0')}`);
  for (const buyer of buyers) linkDevice(scene, buyer, name);
  const plain = deliveredBy(scene, (row) => {
    const none = [row.live_session_id, row.group_buy_id, row.share_id, row.promoter_id];
    return none.every((one) => one === null) && num(row.refunded_minor) === 0;
  });
  for (const [order] of [...plain.values()].slice(10, 18)) {
    if (order === undefined) continue;
    const bought = boughtIn(scene, order);
    for (const [i, buyer] of buyers.entries()) {
      const at = from + i * 7 * HOUR_S;
      buyAlso(scene, bought, { buyer, at, tracking_no: scene.fresh() });
    }
  }
  return { subject: `account_group:account_group:${buyers[0]}` };
}

interface Purchase {
  readonly buyer: string;
  readonly at: number;
  readonly tracking_no: string;
}

/** An order with its first line and its parcel. */
interface Bought {
  readonly order: Order;
  readonly line: Row<'order_line'>;
  readonly parcel: Row<'shipment'>;
}

function boughtIn(scene: Scene, order: Order): Bought {
  const line = scene.first('order_line', (row) => row.order_id === order.order_id);
  const parcel = scene.first('shipment', (row) => row.order_id === order.order_id);
  return { order, line, parcel };
}

/** The same once more, by another buyer at another time. */
function buyAlso(scene: Scene, { order, line, parcel }: Bought, purchase: Purchase): void {
  const { buyer, at: paid_at, tracking_no } = purchase;
  const later = paid_at - num(order.paid_at);
  const moved = (at: Order['paid_at']): number => num(at) + later;
  const order_id = scene.again('order', order, {
    buyer_id: buyer,
    order_no: scene.fresh(),
    ordered_at: moved(order.ordered_at),
    paid_at,
    shipped_at: moved(order.shipped_at),
    delivered_at: moved(order.delivered_at),
    ship_by: moved(order.ship_by),
    deliver_by: moved(order.deliver_by),
  });
  scene.again('order_line', line, { order_id, expires_on: null });
  scene.again('shipment', parcel, {
    order_id,
    tracking_no,
    shipped_at: moved(order.shipped_at),
    delivered_at: moved(order.delivered_at),
  });
}

/** Fifteen accounts that bought nothing praise one listing in the same words. */
function plantPraise(scene: Scene, from: number): string {
  const listing = String(scene.find('listing', ({ status }) => status === 'on').listing_id);
  for (let i = 0; i < 15; i++) {
    scene.copy('review', ({ score }) => score === 5, {
      listing_id: listing,
      order_id: null,
      member_id: `M${20 + i}`,
      body: `颜值高做工好，老人孩子都说用着顺手，已经推荐给邻居和同事，第${i % 3}次回购了`,
      created_at: from + i * HOUR_S,
    });
  }
  return listing;
}

/** Ten buyers of one listing complain of it and exchange what they got. */
function plantCluster(scene: Scene): string {
  const orders = [...deliveredBy(scene, () => true).values()].flat();
  const lines = new Map(orders.map(({ order_id }) => [order_id, [] as Row<'order_line'>[]]));
  for (const row of scene.rows('order_line')) lines.get(row.order_id)?.push(row);
  const buyers = new Map<string, Order[]>();
  for (const order of orders) {
    const [line, ...more] = lines.get(order.order_id) ?? [];
    if (!line || more.length > 0) continue;
    const listing = String(line.listing_id);
    buyers.set(listing, [...(buyers.get(listing) ?? []), order]);
  }
  const [listing, some] =
    [...buyers].find(([, list]) => list.length >= 12) ?? scene.refuse('order_line');
  for (const { order_id, buyer_id, operator_id } of some.slice(-10)) {
    const whose = { order_id: order_id ?? null, member_id: buyer_id ?? null };
    scene.copy('complaint', ({ channel }) => channel === 'platform', {
      ...whose,
      operator_id: operator_id ?? null,
      listing_id: listing,
    });
    scene.copy('after_sale', ({ kind, status }) => kind === 'exchange' && status === 'done', whose);
  }
  return listing;
}

import type { DumpRow } from '../mysql-dump.ts';
import { DAY_S, yuan } from '../names.ts';
import type { Random } from '../random.ts';
import type { Member } from './member.ts';
import type { Product } from './product.ts';

export interface Order {
  readonly id: number;
  readonly buyer: Member;
  readonly product: Product;
  readonly quantity: number;
  readonly unit_minor: number;
  readonly ordered: number;
  readonly paid: boolean;
  readonly delivered: number | null;
  readonly one: Commission | null;
  readonly two: Commission | null;
  refund: 'none' | 'requested' | 'refunded' | 'refused';
  hidden: boolean;
}

interface Commission {
  readonly to: Member;
  readonly minor: number;
}

export interface OrderRules {
  readonly from: number;
  readonly until: number;
  /** Products with an earlier price sold at it before this. */
  readonly price_change: number;
  readonly one_percent: number;
  /** 0 where the recruiter's recruiter is not paid. */
  readonly two_percent: number;
}

/** One order of `buyer` at some moment between joining and the end; null when there is no time. */
export function makeOrder(
  random: Random,
  id: number,
  buyer: Member,
  products: readonly Product[],
  rules: OrderRules,
): Order | null {
  const earliest = Math.max(buyer.joined, rules.from) + 600;
  const latest = rules.until - 20 * DAY_S;
  if (earliest >= latest) return null;
  const ordered = random.between(earliest, latest);
  const product = random.pick(products);
  const early = product.earlier_minor !== undefined && ordered < rules.price_change;
  const unit_minor = early ? product.earlier_minor : product.price_minor;
  const quantity = random.chance(0.15) ? 2 : 1;
  const paid = !random.chance(0.06);
  const bound = buyer.up !== null && buyer.bound <= ordered ? buyer.up : null;
  const base = unit_minor * quantity;
  const share = (to: Member | null, percent: number): Commission | null =>
    !paid || percent === 0 || to === null || !to.promoter
      ? null
      : { to, minor: Math.floor((base * percent) / 100) };
  return {
    id,
    buyer,
    product,
    quantity,
    unit_minor,
    ordered,
    paid,
    delivered: paid ? ordered + random.between(2, 5) * DAY_S : null,
    one: share(bound, rules.one_percent),
    two: share(bound?.up ?? null, rules.two_percent),
    refund: 'none',
    hidden: false,
  };
}

export function orderNo(order: Order): string {
  return `wx${order.ordered}${String(order.id).padStart(7, '0')}`;
}

export function orderRow(order: Order): DumpRow {
  const { id, buyer, ordered, paid, delivered, quantity, one, two, refund } = order;
  const total = yuan(order.unit_minor * quantity);
  const refunded = refund === 'refunded';
  return {
    id,
    order_id: orderNo(order),
    uid: buyer.uid,
    real_name: `收货人${buyer.uid}`,
    user_phone: buyer.phone,
    user_address: `示例省示例市示例路${buyer.uid % 500}号`,
    total_num: quantity,
    total_price: total,
    pay_price: total,
    paid: paid ? 1 : 0,
    pay_time: paid ? ordered + 60 : 0,
    pay_type: 'weixin',
    add_time: ordered,
    status: refunded ? -2 : delivered === null ? 0 : 3,
    refund_status: refunded ? 2 : refund === 'requested' ? 1 : 0,
    refund_price: refunded ? total : '0.00',
    delivery_name: paid ? '示例快递' : '',
    delivery_type: paid ? 'express' : '',
    delivery_id: paid ? `EX${String(id).padStart(10, '0')}` : '',
    spread_uid: one?.to.uid ?? 0,
    spread_two_uid: two?.to.uid ?? 0,
    one_brokerage: yuan(one?.minor ?? 0),
    two_brokerage: yuan(two?.minor ?? 0),
    unique: `o${String(id).padStart(31, '0')}`,
    cost: yuan(Math.floor(order.unit_minor / 3)),
    shipping_type: 1,
    is_system_del: order.hidden ? 1 : 0,
  };
}

export function lineRow({ id, buyer, product, quantity, unit_minor }: Order): DumpRow {
  return {
    id,
    oid: id,
    uid: buyer.uid,
    cart_id: String(id),
    product_id: product.id,
    cart_num: quantity,
    cart_info: JSON.stringify({
      id,
      product_id: product.id,
      cart_num: quantity,
      productInfo: {
        id: product.id,
        store_name: product.name,
        price: yuan(unit_minor),
        ot_price: yuan(product.reference_minor),
      },
      truePrice: yuan(unit_minor),
      sum_price: yuan(unit_minor),
    }),
    unique: `l${String(id).padStart(31, '0')}`,
  };
}

export function* statusRows(orders: readonly Order[]): Generator<DumpRow> {
  for (const { id, ordered, paid, delivered } of orders) {
    yield statusRow(id, 'cache_key_create_order', '生成订单', ordered);
    if (!paid || delivered === null) continue;
    yield statusRow(id, 'pay_success', '付款成功', ordered + 60);
    yield statusRow(id, 'delivery_goods', '已发货', ordered + DAY_S);
    yield statusRow(id, 'take_delivery', '已收货', delivered);
  }
}

function statusRow(
  oid: number,
  change_type: string,
  change_message: string,
  change_time: number,
): DumpRow {
  return { oid, change_type, change_message, change_time };
}

/** Units sold by product: what `sales` states when nobody tampers with it. */
export function unitsSold(orders: readonly Order[]): Map<number, number> {
  const sold = new Map<number, number>();
  for (const { paid, product, quantity } of orders) {
    if (paid) sold.set(product.id, (sold.get(product.id) ?? 0) + quantity);
  }
  return sold;
}

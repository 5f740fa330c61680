import type { DumpRow } from '../mysql-dump.ts';
import { DAY_S, nickname } from '../names.ts';
import type { Random } from '../random.ts';
import type { Order } from './order.ts';
import type { Product } from './product.ts';

const pleased = ['包装完好,物流快。', '用着不错,会再来。', '和描述一致。', '家里人喜欢。'];
const cross = ['和图片不一样。', '用两次就坏了。', '味道怪,不推荐。'];
const planted = ['超级好用,强烈推荐!', '回购很多次了,闭眼买!', '朋友都说好!'];

/** Reviews of real orders; the first `deleted_low` of them are low scores that were deleted. */
export function reviewRows(
  random: Random,
  orders: readonly Order[],
  deleted_low: number,
): DumpRow[] {
  return orders.map((order, i) => {
    const deleted = i < deleted_low;
    const low = deleted || random.chance(0.05);
    const score = low ? random.between(1, 2) : random.between(4, 5);
    return {
      id: i + 1,
      uid: order.buyer.uid,
      oid: order.id,
      unique: `l${String(order.id).padStart(31, '0')}`,
      product_id: order.product.id,
      reply_type: 'product',
      product_score: score,
      service_score: score,
      comment: random.pick(low ? cross : pleased),
      add_time: order.delivered! + random.between(1, 9) * DAY_S,
      is_del: deleted ? 1 : 0,
      nickname: nickname(random, order.buyer.uid),
    };
  });
}

/** Reviews the shop typed in itself: a nickname, no member, no order. */
export function plantedReviewRows(
  random: Random,
  products: readonly Product[],
  count: number,
  first_id: number,
  from: number,
  until: number,
): DumpRow[] {
  return Array.from({ length: count }, (_, i) => ({
    id: first_id + i,
    unique: `p${String(i).padStart(31, '0')}`,
    product_id: random.pick(products).id,
    reply_type: 'product',
    product_score: 5,
    service_score: 5,
    comment: random.pick(planted),
    add_time: random.between(from, until),
    nickname: nickname(random, i),
  }));
}

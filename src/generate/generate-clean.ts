import { brokerageRows, orderEntries } from './crmeb/brokerage.ts';
import { configRows } from './crmeb/config-rows.ts';
import { flashSaleRows } from './crmeb/flash-sale.ts';
import type { Member } from './crmeb/member.ts';
import { numberMembers, spreadRows, userRow } from './crmeb/member.ts';
import { lineRow, makeOrder, orderRow, statusRows, unitsSold } from './crmeb/order.ts';
import type { Order } from './crmeb/order.ts';
import { categoryRows, productRows } from './crmeb/product.ts';
import { makeRefunds, refundRows } from './crmeb/refund.ts';
import { reviewRows } from './crmeb/review.ts';
import { extractRows } from './crmeb/withdrawal.ts';
import { writeCrmeb } from './crmeb/write-crmeb.ts';
import { chinaTime, DAY_S, phone } from './names.ts';
import type { PlatformWriter } from './platform-writer.ts';
import { seeded } from './random.ts';
import type { Random } from './random.ts';
import {
  anchorRows,
  articleContentRows,
  articleRows,
  lawfulPosts,
  liveRows,
} from './sample/content.ts';
import { smallTree } from './sample/grow-tree.ts';
import { networkTruth } from './sample/network-truth.ts';
import type { NetworkTruth } from './sample/network-truth.ts';
import { directCounts } from './sample/people.ts';
import { lawfulProducts } from './sample/products.ts';
import { tallyOrders } from './sample/truth.ts';
import type { Tally } from './sample/truth.ts';

export interface CleanTruth {
  readonly rows: Readonly<Record<string, number>>;
  readonly network: NetworkTruth;
  readonly orders_paid: Tally;
  readonly breaches: 0;
}

const from = chinaTime('2024-09-01');
const until = chinaTime('2026-08-31');

const plan = {
  site_name: '青禾生活(虚构商城)',
  mode: 1,
  spend_to_join: 0,
  one_percent: 8,
  two_percent: 0,
  levels: 1,
  per_recruit: 0,
  on_membership: false,
} as const;

/** Struck through is what the goods cost before and after. */
const honestSales = [4, 8, 12].map((product_id, i) => ({
  product_id,
  reference_minor: lawfulProducts[product_id - 1]!.price_minor,
  day: 300 + 60 * i,
}));

/**
 * A mall that keeps the law as far as its tables can show: appointed promoters earn one level of
 * commission on real sales, prices and sales figures are true, refunds are quick.
 */
export async function generateClean(writer: PlatformWriter, seed = 11): Promise<CleanTruth> {
  const random = seeded(seed);
  const members = makeMembers(random);
  const orders = makeOrders(random, members);
  const delivered = orders.filter(({ paid, ordered }) => paid && ordered < until - 40 * DAY_S);
  const refunds = makeRefunds(
    delivered.filter((_, i) => i % 10 === 0),
    80,
    (i) => ({ asked_after: 1 + (i % 6), paid_after: i % 6, refused: false }),
  );
  const reviewed = delivered.filter(({ refund }, i) => refund === 'none' && i % 3 === 0);
  const entries = orderEntries(orders);
  const direct = directCounts(members);
  const rooms = Array.from({ length: 6 }, () => ({ anchor: true, replay: true }));
  const rows = await writeCrmeb(writer, 'clean-mall.sql', {
    eb_system_config: configRows(plan),
    eb_user: members.map((member) => userRow(member, direct.get(member.uid) ?? 0, random)),
    eb_user_spread: spreadRows(members),
    eb_user_brokerage: brokerageRows(entries),
    eb_user_extract: extractRows(random, entries, until),
    eb_store_category: categoryRows(lawfulProducts),
    eb_store_product: productRows(lawfulProducts, unitsSold(orders), from),
    eb_store_order: orders.map(orderRow),
    eb_store_order_cart_info: orders.map(lineRow),
    eb_store_order_status: statusRows(orders),
    eb_store_order_refund: refundRows(refunds),
    eb_store_product_reply: reviewRows(random, reviewed, 0),
    eb_store_seckill: flashSaleRows(honestSales, lawfulProducts, from),
    eb_live_room: liveRows(rooms, from),
    eb_live_anchor: anchorRows(rooms),
    eb_article: articleRows(lawfulPosts, from),
    eb_article_content: articleContentRows(lawfulPosts),
  });
  const network = networkTruth(members, new Set());
  return { rows, network, orders_paid: tallyOrders(orders), breaches: 0 };
}

/** Forty promoters, some with far more than thirty customers, none of whom promotes. */
function makeMembers(random: Random): Member[] {
  const trees = Array.from({ length: 40 }, (_, i) => {
    const [top, ...customers] = smallTree(random.between(5, 60), 0, from + i * DAY_S);
    return [top!, ...customers.map((member) => Object.assign(member, { promoter: false }))];
  });
  const retail = Array.from({ length: 500 }, () => {
    const joined = random.between(from, until - 60 * DAY_S);
    return { uid: 0, up: null, joined, bound: joined, promoter: false, phone: '' };
  });
  const members = numberMembers([...trees.flat(), ...retail]);
  for (const member of members) member.phone = phone(member.uid);
  return members;
}

function makeOrders(random: Random, members: readonly Member[]): Order[] {
  const { one_percent, two_percent } = plan;
  const rules = { from, until, price_change: from, one_percent, two_percent };
  const orders: Order[] = [];
  for (let i = 0; i < 3_000; i++) {
    const buyer = random.pick(members);
    const order = makeOrder(random, orders.length + 1, buyer, lawfulProducts, rules);
    if (order) orders.push(order);
  }
  return orders;
}

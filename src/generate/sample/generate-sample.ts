import { brokerageRows, orderEntries } from '../crmeb/brokerage.ts';
import { configRows } from '../crmeb/config-rows.ts';
import { flashSaleRows } from '../crmeb/flash-sale.ts';
import type { Member } from '../crmeb/member.ts';
import { spreadRows, userRow } from '../crmeb/member.ts';
import { membershipEntries, membershipRows } from '../crmeb/membership.ts';
import type { Membership } from '../crmeb/membership.ts';
import { lineRow, makeOrder, orderRow, statusRows, unitsSold } from '../crmeb/order.ts';
import type { Order } from '../crmeb/order.ts';
import { categoryRows, productRows } from '../crmeb/product.ts';
import { makeRefunds, refundRows } from '../crmeb/refund.ts';
import type { Refund } from '../crmeb/refund.ts';
import { plantedReviewRows, reviewRows } from '../crmeb/review.ts';
import { extractRows } from '../crmeb/withdrawal.ts';
import { writeCrmeb } from '../crmeb/write-crmeb.ts';
import type { PlatformWriter } from '../platform-writer.ts';
import { seeded } from '../random.ts';
import type { Random } from '../random.ts';
import {
  anchorRows,
  articleContentRows,
  articleRows,
  incomePosts,
  lawfulPosts,
  liveRows,
} from './content.ts';
import { networkTruth } from './network-truth.ts';
import { directCounts, makePeople, plantedPeople, sampleSpan } from './people.ts';
import type { People } from './people.ts';
import {
  ENTRY_MINOR,
  plantedAfter,
  SAMPLE_SEED,
  sampleFlashSales,
  samplePlan,
  sampleRooms,
} from './planted.ts';
import { sampleProducts } from './products.ts';
import { sampleTruth } from './truth.ts';
import type { SampleTruth } from './truth.ts';

/**
 * The bundled sample: a shop with real customers and honest promoters, and two schemes inside it
 * that live on a joining fee of 399 yuan. Returns what was planted.
 */
export async function generateSample(
  writer: PlatformWriter,
  seed: number = SAMPLE_SEED,
): Promise<SampleTruth> {
  const random = seeded(seed);
  const people = makePeople(random);
  const orders = makeOrders(random, people);
  const memberships = makeMemberships(people.schemes);
  const delivered = orders.filter(({ paid, ordered }) => paid && ordered < LAST_REFUNDABLE);
  const refunds = makeAllRefunds(delivered);
  const reviewed = delivered.slice(0, plantedAfter.reviews);
  const { one_percent, two_percent, per_recruit } = samplePlan;
  const entries = [
    ...membershipEntries(memberships, one_percent, two_percent, per_recruit * 100),
    ...orderEntries(orders),
  ];
  const { from, until } = sampleSpan;
  const direct = directCounts(people.all);
  const posts = [...lawfulPosts, ...incomePosts];
  const reviews = reviewRows(random, reviewed, plantedAfter.reviews_low_deleted);
  const planted = plantedReviewRows(
    random,
    sampleProducts,
    plantedAfter.reviews_planted,
    reviews.length + 1,
    from,
    until,
  );
  const wrong = new Set(people.schemes.slice(0, plantedAfter.counts_cached_wrong));
  const rows = await writeCrmeb(writer, 'sample-mall.sql', {
    eb_system_config: configRows(samplePlan),
    eb_user: people.all.map((member) =>
      userRow(member, (direct.get(member.uid) ?? 0) + (wrong.has(member) ? 7 : 0), random),
    ),
    eb_user_spread: spreadRows(people.all),
    eb_member_ship: [
      {
        id: 1,
        type: 'ever',
        title: '创业礼包会员',
        vip_day: -1,
        price: '599.00',
        pre_price: '399.00',
      },
    ],
    eb_other_order: membershipRows(memberships),
    eb_user_brokerage: brokerageRows(entries),
    eb_user_extract: extractRows(random, entries, until),
    eb_store_category: categoryRows(sampleProducts),
    eb_store_product: productRows(sampleProducts, unitsSold(orders), from),
    eb_store_order: orders.map(orderRow),
    eb_store_order_cart_info: orders.map(lineRow),
    eb_store_order_status: statusRows(orders),
    eb_store_order_refund: refundRows(refunds),
    eb_store_product_reply: [...reviews, ...planted],
    eb_store_seckill: flashSaleRows(sampleFlashSales, sampleProducts, from),
    eb_live_room: liveRows(sampleRooms, from),
    eb_live_anchor: anchorRows(sampleRooms),
    eb_article: articleRows(posts, from),
    eb_article_content: articleContentRows(posts),
  });
  return sampleTruth({ rows, orders, memberships, entries, network: networkOf(people) });
}

/** The last order that leaves time for the slowest refund to be late before the data end. */
const LAST_REFUNDABLE = sampleSpan.until - 75 * 86_400;

function makeOrders(random: Random, people: People): Order[] {
  const { from, until, price_change } = sampleSpan;
  const rules = { ...samplePlan, from, until, price_change };
  const orders: Order[] = [];
  const buy = (buyers: readonly Member[], times: number): void => {
    for (let i = 0; i < times; i++) {
      const order = makeOrder(
        random,
        orders.length + 1,
        random.pick(buyers),
        sampleProducts,
        rules,
      );
      if (order) orders.push(order);
    }
  };
  buy(people.customers, 3_900);
  buy(people.schemes, 500);
  for (const order of orders.slice(-plantedAfter.orders_hidden)) order.hidden = true;
  return orders;
}

function makeMemberships(schemes: readonly Member[]): Membership[] {
  // The tops joined before there was anything to pay.
  const buyers = schemes.filter(({ up }) => up !== null);
  const paying = buyers.length - plantedAfter.memberships_unpaid;
  return buyers.map((member, i) => ({
    id: i + 1,
    member,
    price_minor: ENTRY_MINOR,
    at: member.joined + 30,
    paid: i < paying,
  }));
}

function makeAllRefunds(delivered: readonly Order[]): Refund[] {
  const pool = delivered.filter((_, i) => i % 5 === 0);
  const after = plantedAfter;
  const paid =
    (days: (i: number) => number) =>
    (i: number): Omit<Refund, 'order'> => ({
      asked_after: 1 + (i % 6),
      paid_after: days(i),
      refused: false,
    });
  return [
    ...makeRefunds(
      pool,
      after.refunds_in_time,
      paid((i) => i % 8),
    ),
    ...makeRefunds(
      pool,
      after.refunds_on_day_15,
      paid(() => 15),
    ),
    ...makeRefunds(
      pool,
      after.refunds_late,
      paid((i) => 16 + (i % 30)),
    ),
    ...makeRefunds(pool, after.refunds_never, (i) => ({
      asked_after: 1 + (i % 6),
      paid_after: null,
      refused: false,
    })),
    ...makeRefunds(pool, after.refunds_refused_in_seven_days, (i) => ({
      asked_after: 1 + (i % 6),
      paid_after: null,
      refused: true,
    })),
  ];
}

function networkOf({ all, customers }: People): ReturnType<typeof networkTruth> {
  const circle = customers.filter((member) => member.up?.up?.up === member && member.up !== member);
  return networkTruth(all, new Set(circle.slice(0, plantedPeople.cycles)));
}

import { configRows } from '../crmeb/config-rows.ts';
import { unitsSold } from '../crmeb/order.ts';
import { categoryRows, productRows } from '../crmeb/product.ts';
import { writeCrmeb } from '../crmeb/write-crmeb.ts';
import { chinaTime } from '../names.ts';
import type { PlatformWriter } from '../platform-writer.ts';
import { seeded } from '../random.ts';
import { lawfulProducts } from '../sample/products.ts';
import type { Tally } from '../sample/truth.ts';
import { makeForest } from './forest.ts';
import type { MallDefects, MallForest, MallStyle } from './forest.ts';
import * as make from './rows.ts';

export interface MallOptions {
  readonly members: number;
  readonly seed?: number;
  readonly orders_per_member?: number;
  readonly defects?: Partial<MallDefects>;
  readonly style?: MallStyle;
}

/** What a generated mall holds, known because it was put there; sums in minor units. */
export interface MallTruth {
  readonly rows: Readonly<Record<string, number>>;
  readonly members: number;
  readonly roots: number;
  readonly levels: number;
  readonly people_per_level: readonly number[];
  readonly defects: MallDefects;
  readonly cycle_members: number;
  readonly persons: number;
  readonly shared_contact_accounts: number;
  readonly memberships_paid: Tally;
  readonly commissions: Tally;
  readonly orders_paid: Tally;
}

const usualDefects: MallDefects = {
  self_parents: 3,
  missing_parents: 5,
  cycles: 2,
  late_parents: 7,
  shared_phones: 10,
};

/** A mall of any size in CRMEB's tables; memory grows with 10 bytes a member, not with the dump. */
export async function generateMall(
  writer: PlatformWriter,
  options: MallOptions,
): Promise<MallTruth> {
  const { members, seed = 1, orders_per_member = 0.5, style = 'scheme' } = options;
  const defects = { ...usualDefects, ...options.defects };
  const forest = makeForest(seeded(seed), members, style, defects);
  const clock = { from: chinaTime('2023-01-01'), days: 730 };
  const count = Math.round(members * orders_per_member);
  const orders = (): ReturnType<typeof make.orders> => make.orders(forest, clock, count, seed + 1);
  const sold = tallyOrders(orders());
  const rows = await writeCrmeb(writer, 'mall.sql', {
    eb_system_config: configRows({
      site_name: '生成的商城',
      mode: style === 'scheme' ? 2 : 1,
      spend_to_join: 0,
      one_percent: make.ONE_PERCENT,
      two_percent: make.TWO_PERCENT,
      levels: style === 'scheme' ? 2 : 1,
      per_recruit: 0,
      on_membership: style === 'scheme',
    }),
    eb_user: make.userRows(forest, clock, seed + 2),
    eb_user_spread: make.spreadRows(forest, clock),
    eb_other_order: make.membershipRows(forest, clock),
    eb_user_brokerage: make.brokerageRows(forest, clock),
    eb_store_category: categoryRows(lawfulProducts),
    eb_store_product: productRows(lawfulProducts, sold.units, clock.from),
    eb_store_order: make.orderRows(orders()),
    eb_store_order_cart_info: make.lineRows(orders()),
    eb_store_order_status: make.orderStatusRows(orders()),
  });
  return {
    rows,
    members,
    roots: forest.roots,
    levels: forest.people_per_level.length,
    people_per_level: forest.people_per_level,
    defects,
    cycle_members: 3 * defects.cycles,
    persons: members - defects.shared_phones,
    shared_contact_accounts: 2 * defects.shared_phones,
    ...tallyFees(forest),
    orders_paid: sold.paid,
  };
}

function tallyOrders(orders: ReturnType<typeof make.orders>): {
  paid: Tally;
  units: Map<number, number>;
} {
  const units = new Map<number, number>();
  let count = 0;
  let minor = 0;
  for (const order of orders) {
    for (const [id, sold] of unitsSold([order])) units.set(id, (units.get(id) ?? 0) + sold);
    if (!order.paid) continue;
    count++;
    minor += order.unit_minor * order.quantity;
  }
  return { paid: { count, minor }, units };
}

function tallyFees(forest: MallForest): Pick<MallTruth, 'memberships_paid' | 'commissions'> {
  let paying = 0;
  let second = 0;
  for (let uid = 1; uid <= forest.members; uid++) {
    if (!make.paysEntry(forest, uid)) continue;
    paying++;
    if (forest.up[forest.up[uid]!]! > 0) second++;
  }
  const { ENTRY_MINOR, ONE_PERCENT, TWO_PERCENT } = make;
  const minor = (ENTRY_MINOR * (paying * ONE_PERCENT + second * TWO_PERCENT)) / 100;
  return {
    memberships_paid: { count: paying, minor: paying * ENTRY_MINOR },
    commissions: { count: paying + second, minor },
  };
}

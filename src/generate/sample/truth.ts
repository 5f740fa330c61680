import type { Entry } from '../crmeb/brokerage.ts';
import type { Membership } from '../crmeb/membership.ts';
import type { Order } from '../crmeb/order.ts';
import { incomePosts } from './content.ts';
import type { NetworkTruth } from './network-truth.ts';
import { plantedPeople } from './people.ts';
import { falseFlashSales, plantedAfter, sampleRooms } from './planted.ts';
import { plantedGoods } from './products.ts';

/** What the sample holds, known because it was put there; sums in minor units. */
export interface SampleTruth {
  /** Rows written, by table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly network: NetworkTruth;
  readonly people: typeof plantedPeople;
  readonly persons: number;
  readonly shared_contact_accounts: number;
  readonly memberships_paid: Tally;
  readonly orders_paid: Tally;
  readonly orders_refunded: Tally;
  /** Ledger entries that stand, by type of the source. */
  readonly commissions: Readonly<Record<string, Tally>>;
  readonly commissions_reversed: Tally;
  /** Product ids. */
  readonly goods: Readonly<Record<keyof typeof plantedGoods, readonly number[]>>;
  /** Numbers of the flash sales with an invented struck-through price. */
  readonly false_flash_sales: readonly number[];
  readonly after: typeof plantedAfter;
  readonly live: { readonly rooms: number; without_anchor: number; without_replay: number };
  readonly posts_promising_income: number;
}

export interface Tally {
  readonly count: number;
  readonly minor: number;
}

interface Parts {
  readonly rows: Readonly<Record<string, number>>;
  readonly network: NetworkTruth;
  readonly orders: readonly Order[];
  readonly memberships: readonly Membership[];
  readonly entries: readonly Entry[];
}

export function sampleTruth(parts: Parts): SampleTruth {
  const { rows, network, orders, memberships, entries } = parts;
  const { phone_pairs, phone_six } = plantedPeople;
  const standing = entries.filter(({ status }) => status === 1);
  const types = [...new Set(standing.map(({ type }) => type))].toSorted();
  return {
    rows,
    network,
    people: plantedPeople,
    persons: network.members - phone_pairs - (phone_six - 1),
    shared_contact_accounts: 2 * phone_pairs + phone_six,
    memberships_paid: tally(
      memberships.filter(({ paid }) => paid),
      ({ price_minor }) => price_minor,
    ),
    orders_paid: tallyOrders(orders),
    orders_refunded: tally(
      orders.filter(({ refund }) => refund === 'refunded'),
      total,
    ),
    commissions: Object.fromEntries(
      types.map((type) => [
        type,
        tally(
          standing.filter((entry) => entry.type === type),
          ({ minor }) => minor,
        ),
      ]),
    ),
    commissions_reversed: tally(
      entries.filter(({ status }) => status === -1),
      ({ minor }) => minor,
    ),
    goods: {
      added_sales: idsOf(plantedGoods.added_sales),
      false_reference: idsOf(plantedGoods.false_reference),
      true_reference: idsOf(plantedGoods.true_reference),
      superlatives: idsOf(plantedGoods.superlatives),
      medical: idsOf(plantedGoods.medical),
    },
    false_flash_sales: falseFlashSales,
    after: plantedAfter,
    live: {
      rooms: sampleRooms.length,
      without_anchor: sampleRooms.filter(({ anchor }) => !anchor).length,
      without_replay: sampleRooms.filter(({ replay }) => !replay).length,
    },
    posts_promising_income: incomePosts.length,
  };
}

/** Orders that were paid. */
export function tallyOrders(orders: readonly Order[]): Tally {
  return tally(
    orders.filter(({ paid }) => paid),
    total,
  );
}

function total({ unit_minor, quantity }: Order): number {
  return unit_minor * quantity;
}

function tally<T>(list: readonly T[], minor: (one: T) => number): Tally {
  return { count: list.length, minor: list.reduce((sum, one) => sum + minor(one), 0) };
}

function idsOf(values: Readonly<Record<number, unknown>>): number[] {
  return Object.keys(values).map(Number);
}

import { afterSaleOf } from './after-sales.ts';
import { rates } from './commission-plan.ts';
import { memberAt, memberId } from './members.ts';
import type { Order } from './orders.ts';
import { ordersOf } from './orders.ts';
import { moneyOf } from './prices.ts';
import type { Row } from './row.ts';
import type { Tally } from './tally.ts';
import { DAY_S } from './time.ts';
import { past } from './world.ts';
import type { World } from './world.ts';

interface Entry {
  readonly beneficiary: number;
  readonly level: number;
  readonly minor: number;
  readonly accrued: number;
  readonly paid: number | null;
}

/** Earned when the time for returning the goods is over and nothing was asked for. */
function* entriesOf(world: World, tally: Tally, order: Order): Iterable<Entry> {
  const { delivered, promoter } = order;
  if (delivered === null || promoter === null || afterSaleOf(world, order) !== null) return;
  const accrued = past(world, delivered + 16 * DAY_S);
  if (accrued === null) return;
  const { paid } = moneyOf(world, tally, order);
  const chain = [promoter, memberAt(world, promoter).up];
  for (const [i, beneficiary] of chain.entries()) {
    const minor = Math.floor(paid * rates[i]!);
    if (beneficiary === null || minor === 0) continue;
    yield { beneficiary, level: i + 1, minor, accrued, paid: past(world, accrued + 7 * DAY_S) };
  }
}

export function* commissionRows(world: World, tally: Tally): Iterable<Row<'commission'>> {
  for (const order of ordersOf(world)) {
    for (const { beneficiary, level, minor, accrued, paid } of entriesOf(world, tally, order)) {
      yield {
        commission_id: `C${order.index}-${level}`,
        beneficiary_id: memberId(beneficiary),
        amount_minor: minor,
        kind: level === 1 ? 'own_sale' : 'downline_sale',
        source_member_id: memberId(order.buyer),
        order_id: order.id,
        level,
        status: paid === null ? 'accrued' : 'paid',
        accrued_at: accrued,
        paid_at: paid,
      };
    }
  }
}

/** Each January a promoter takes out what it was paid in the year before. */
export function* withdrawalRows(world: World, tally: Tally): Iterable<Row<'withdrawal'>> {
  const first = world.clock.year(world.from);
  const years = world.clock.year(world.until) - first;
  const paidOut = Array.from({ length: years }, () => new Float64Array(world.members));
  for (const order of ordersOf(world)) {
    for (const { beneficiary, minor, paid } of entriesOf(world, tally, order)) {
      const sums = paid === null ? undefined : paidOut[world.clock.year(paid) - first];
      if (sums !== undefined) sums[beneficiary]! += minor;
    }
  }
  for (const [i, sums] of paidOut.entries()) {
    const requested_at = world.clock.at(`${first + i + 1}-01-10`, 36_000);
    if (requested_at + DAY_S > world.until) continue;
    for (const [member, amount_minor] of sums.entries()) {
      if (amount_minor === 0) continue;
      yield {
        withdrawal_id: `W${first + i}-${member}`,
        member_id: memberId(member),
        amount_minor,
        status: 'paid',
        requested_at,
        paid_at: requested_at + DAY_S,
      };
    }
  }
}

import { listingId } from './listings.ts';
import { memberId, TEAM_EVERY } from './members.ts';
import type { Order } from './orders.ts';
import { GROUP_PEOPLE, groupAt, groupsOf, ordersOf } from './orders.ts';
import { basePrice, groupPrice, moneyOf } from './prices.ts';
import { rates } from './commission-plan.ts';
import type { Row } from './row.ts';
import type { Tally } from './tally.ts';
import { DAY_S, HOUR_S, MINUTE_S } from './time.ts';
import type { World } from './world.ts';

/** The link an order with a promoter came from: for each group buy, and one order in five. */
export function shareOf({ index, promoter, group }: Order): string | null {
  const shared = group !== null || index % 5 === 3;
  return promoter === null || !shared ? null : `SH-${index}`;
}

/** The promoter's link; where it came down from the team's leader, the leader's before it. */
export function* shareRows(world: World, tally: Tally): Iterable<Row<'share'>> {
  for (const order of ordersOf(world)) {
    const share_id = shareOf(order);
    if (share_id === null || order.promoter === null) continue;
    const { amount } = moneyOf(world, tally, order);
    const common = {
      listing_id: listingId(order.lines[0]!.listing),
      group_buy_id: order.group === null ? null : `GB${order.group}`,
      rules_shown: true,
    };
    const passed = order.promoter % TEAM_EVERY !== 0 && order.index % 2 === 1;
    if (passed) {
      yield {
        ...common,
        share_id: `${share_id}-0`,
        parent_share_id: null,
        member_id: memberId(order.promoter - (order.promoter % TEAM_EVERY)),
        shared_at: order.ordered - 3 * HOUR_S,
        reward_minor: Math.floor(amount * rates[1]!),
      };
    }
    yield {
      ...common,
      share_id,
      parent_share_id: passed ? `${share_id}-0` : null,
      member_id: memberId(order.promoter),
      shared_at: order.ordered - HOUR_S,
      reward_minor: Math.floor(amount * rates[0]!),
    };
  }
}

/** Groups that came together; beside each tenth one that did not, and in which nobody paid. */
export function* groupBuyRows(world: World): Iterable<Row<'group_buy'>> {
  for (let group = 0; group < groupsOf(world); group++) {
    const { id, listing, opened, members } = groupAt(world, group);
    const common = {
      listing_id: listingId(listing),
      opened_by: memberId(members[0]!),
      opened_at: opened,
      closes_at: opened + DAY_S,
      people_needed: GROUP_PEOPLE,
      leader_shown: true,
      price_minor: groupPrice(basePrice(world, listing)),
    };
    yield {
      ...common,
      group_buy_id: id,
      formed_at: opened + 20 * MINUTE_S,
      people_joined: GROUP_PEOPLE,
    };
    if (group % 10 !== 0) continue;
    yield { ...common, group_buy_id: `${id}-alone`, formed_at: null, people_joined: 1 };
  }
}

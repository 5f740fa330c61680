import { listingId } from './listings.ts';
import { memberId } from './members.ts';
import { ordersOf } from './orders.ts';
import type { Order } from './orders.ts';
import type { Row } from './row.ts';
import { DAY_S, HOUR_S } from './time.ts';
import { past } from './world.ts';
import type { World } from './world.ts';

/** One order in two hundred is complained of, half to the platform and half to the regulator. */
export function* complaintRows(world: World): Iterable<Row<'complaint'>> {
  for (const order of ordersOf(world)) {
    const { index, delivered } = order;
    if (index % 200 !== 53 || delivered === null) continue;
    const received = delivered + 3 * DAY_S;
    if (received > world.until) continue;
    const common = {
      complaint_id: `CP${index}`,
      order_id: order.id,
      member_id: memberId(order.buyer),
      operator_id: order.operator.id,
      listing_id: listingId(order.lines[0]!.listing),
      received_at: received,
      excluded_days: 0,
    };
    const steps = index % 400 === 53 ? toPlatform : toRegulator;
    yield { ...common, ...steps(world, order, received) };
  }
}

function toPlatform(world: World, _: Order, received: number): Row<'complaint'> {
  return {
    channel: 'platform',
    kind: world.market.words.complaint.description,
    accepted_at: past(world, received + 2 * HOUR_S),
    answered_at: past(world, received + 30 * HOUR_S),
    closed_at: past(world, received + 3 * DAY_S),
  };
}

/** Accepted in three days, mediated in three weeks; clues in every fourth are looked into. */
function toRegulator(world: World, { index }: Order, received: number): Row<'complaint'> {
  const accepted = received + 3 * DAY_S;
  if (index % 4_000 === 3_853) {
    const refused = { refused_at: past(world, accepted), answered_at: past(world, accepted) };
    return {
      ...refused,
      channel: 'regulator',
      kind: world.market.words.complaint.elsewhere,
      closed_at: past(world, accepted),
    };
  }
  const ended = accepted + 21 * DAY_S;
  const clue = index % 1_600 === 253;
  return {
    channel: 'regulator',
    kind: world.market.words.complaint.dispute,
    accepted_at: past(world, accepted),
    answered_at: past(world, accepted + HOUR_S),
    mediation_ended_at: past(world, ended),
    informed_at: past(world, ended + 2 * DAY_S),
    clue_found_at: clue ? past(world, accepted + 2 * DAY_S) : null,
    clue_decided_at: clue ? past(world, accepted + 10 * DAY_S) : null,
    clue_extended: clue ? false : null,
    closed_at: past(world, ended + 3 * DAY_S),
  };
}

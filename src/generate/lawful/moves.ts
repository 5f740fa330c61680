import { memberAt, memberId, TEAM_EVERY } from './members.ts';
import type { Row } from './row.ts';
import { DAY_S } from './time.ts';
import type { World } from './world.ts';

/** Place in a team of the customer who asked to change from one promoter to the leader. */
const MOVED_PLACE = 20;

/** In each team one customer, won by the first promoter, asks after ten days for the leader. */
export function* sponsorChangeRows(world: World): Iterable<Row<'sponsor_change'>> {
  for (let leader = 0; leader + MOVED_PLACE < world.members; leader += TEAM_EVERY) {
    const { id, joined } = memberAt(world, leader + MOVED_PLACE);
    const changed_at = joined + 10 * DAY_S;
    if (changed_at > world.until) continue;
    yield {
      change_id: `SC-${id}`,
      member_id: id,
      from_id: memberId(leader + 1),
      to_id: memberId(leader),
      changed_at,
      reason: world.market.words.move_reason,
      actor_kind: 'member',
    };
  }
}

import { matterRules } from '../../casework/matter-kinds.ts';
import { seatsOf } from '../../casework/shown/seats-of.ts';
import type { MatterState } from '../../casework/state.ts';
import { projectionOf, storable } from './projection-of.ts';

/** The places of a matter as rows of `matter_seat`, what is due apart. */
export function seatRows(state: MatterState) {
  const { kind, owner_tenant_id, opened_on } = state;
  const { assignee, queue, tags } = projectionOf(state);
  const ended = matterRules[kind].statuses[state.status]?.final === true;
  return seatsOf(state).map(({ user_id, title, owns, ...seat }) => ({
    ...seat,
    user_id: user_id ?? '',
    owns,
    kind,
    owner_tenant_id,
    opened_on,
    title: title === null ? null : storable(title),
    assignee: owns ? assignee : null,
    queue: owns ? queue : null,
    tags: owns ? tags : [],
    unassigned: owns && assignee === null && !ended,
    late: -Date.parse(seat.last_at),
  }));
}

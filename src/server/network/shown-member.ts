import { dayText } from '../../model/days.ts';
import type { MemberSummary } from '../../network/explorer/read-explorer.ts';

/** A member of an explorer as an answer holds it. */
export function shownMember({ joined_day, ...member }: MemberSummary) {
  return { ...member, joined_on: joined_day === null ? null : dayText(joined_day) };
}

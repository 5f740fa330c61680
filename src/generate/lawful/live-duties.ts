import { firstLive, liveOperators, mcnOf, streamerOf } from './live-sessions.ts';
import { yearly } from './live-rows.ts';
import { memberId } from './members.ts';
import { groupsIn } from './orders.ts';
import { checksOf, operatorsOf } from './operators.ts';
import type { Row } from './row.ts';
import { DAY_S, HOUR_S } from './time.ts';
import type { World } from './world.ts';

export const PLATFORM = 'PF1';

interface Agency {
  readonly id: string;
  /** A month before the first session of the first operator it works with. */
  readonly joined: number;
}

export function agencies(world: World): Agency[] {
  const found = new Map<string, number>();
  for (const operator of liveOperators(world)) {
    const mcn = mcnOf(operator);
    const joined = firstLive(world, operator) - 30 * DAY_S;
    if (mcn !== null) found.set(mcn, Math.min(joined, found.get(mcn) ?? joined));
  }
  return [...found].map(([id, joined]) => ({ id, joined }));
}

/**
 * Identity data are checked on entry and at least every six months from then on; those of a member
 * who leads a group, before it opens.
 */
export function* verificationRows(world: World): Iterable<Row<'verification'>> {
  const rows = function* (kind: string, id: string, times: readonly number[], of = id) {
    for (const [i, checked_at] of times.entries()) {
      yield {
        verification_id: `V-${kind}-${of}-${i}`,
        subject_kind: kind,
        subject_id: id,
        checked_at,
        result: 'passed',
      };
    }
  };
  for (const { id, entered, closed } of operatorsOf(world)) {
    yield* rows('operator', id, checksOf(world, entered, closed));
  }
  for (const operator of liveOperators(world)) {
    const { id, closed } = operator;
    const first = firstLive(world, operator);
    yield* rows('live_room_operator', id, checksOf(world, first - 12 * DAY_S, closed));
    yield* rows('streamer', streamerOf(operator), checksOf(world, first - 10 * DAY_S, closed));
  }
  for (const { id, joined } of agencies(world))
    yield* rows('mcn', id, checksOf(world, joined, null));
  for (const { id, members, opened } of groupsIn(world)) {
    yield* rows('member', memberId(members[0]!), [opened - 12 * HOUR_S], id);
  }
  // What is judged as of is the last day the data speak of.
  yield* rows('member', 'M0', [world.until - 12 * HOUR_S], 'last');
}

/** Streamers, room operators and agencies each year; who leads a group, before it opens. */
export function* trainingRows(world: World): Iterable<Row<'training'>> {
  const rows = function* (kind: string, id: string, first: number) {
    for (const [i, held_at] of yearly(world, first).entries()) {
      yield { training_id: `T-${kind}-${id}-${i}`, subject_kind: kind, subject_id: id, held_at };
    }
  };
  for (const operator of liveOperators(world)) {
    const first = firstLive(world, operator) - 8 * DAY_S;
    yield* rows('streamer', streamerOf(operator), first);
    yield* rows('operator', operator.id, first);
  }
  for (const { id, joined } of agencies(world)) yield* rows('mcn', id, joined + DAY_S);
  for (const { id, members, opened } of groupsIn(world)) {
    const held_at = opened - 6 * HOUR_S;
    const subject_id = memberId(members[0]!);
    yield { training_id: `T-member-${id}`, subject_kind: 'member', subject_id, held_at };
  }
}

/** Who sells together has agreed in writing before it begins, and on whose duties are whose. */
export function* agreementRows(world: World): Iterable<Row<'agreement'>> {
  const row = (kind: string, first_id: string, second_id: string, signed_at: number) => ({
    agreement_id: `A-${kind}-${first_id}-${second_id}`,
    kind,
    first_id,
    second_id,
    signed_at,
    ended_at: null,
    duties_stated: true,
  });
  for (const { id, entered } of operatorsOf(world)) {
    yield row('platform_operator', PLATFORM, id, entered);
  }
  for (const { id, joined } of agencies(world)) yield row('platform_mcn', PLATFORM, id, joined);
  for (const operator of liveOperators(world)) {
    const signed = firstLive(world, operator) - 15 * DAY_S;
    const mcn = mcnOf(operator);
    yield row('room_streamer', operator.id, streamerOf(operator), signed);
    if (mcn === null) continue;
    yield row('mcn_streamer', mcn, streamerOf(operator), signed);
    yield row('mcn_operator', mcn, operator.id, signed);
  }
}

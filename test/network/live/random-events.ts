import * as fc from 'fast-check';
import type { LiveEvent } from '../../../src/network/live/live-event.ts';

const DAY_MS = 86_400_000;
export const dayOf = (at: number): number => Math.floor(at / DAY_MS);

const instant = fc.option(
  fc.integer({ min: 0, max: 40 }).map((half) => (18_000 + half / 2) * DAY_MS),
  { freq: 12 },
);

/** Small numbers are popular: structures grow large and deep enough to cross. */
export function memberOf(most: number): fc.Arbitrary<string> {
  return fc
    .oneof(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: Math.ceil(most / 8) }))
    .map((no) => `m${no}`);
}

type Without<T> = T extends LiveEvent ? Omit<T, 'id'> : never;

function kinds(members: number): fc.Arbitrary<Without<LiveEvent>> {
  const member = memberOf(members);
  const upline = fc.option(member, { freq: 8 });
  const amount_minor = fc.integer({ min: -500, max: 10_000 });
  return fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('join' as const),
        at: instant,
        member: fc.integer({ min: 0, max: members }).map((no) => `m${no}`),
        upline,
        bound_at: fc.option(instant, { freq: 4, nil: undefined }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('reparent' as const), at: instant, member, upline }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('leave' as const, 'return' as const),
        at: instant,
        member,
      }) as fc.Arbitrary<Without<LiveEvent>>,
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('paid' as const, 'earned' as const),
        at: instant,
        member,
        amount_minor,
      }) as fc.Arbitrary<Without<LiveEvent>>,
    },
  );
}

/** Events in no order at all, a few of them twice. */
export function events(most: number, members: number): fc.Arbitrary<LiveEvent[]> {
  return fc
    .array(fc.tuple(kinds(members), fc.integer({ min: 0, max: 15 })), {
      maxLength: most,
      size: 'max',
    })
    .map((list) => {
      const made: LiveEvent[] = [];
      list.forEach(([event, again], i) => {
        made.push({ ...event, id: `e${i}` } as LiveEvent);
        const before = made[i - again];
        if (again > 12 && before) made.push(before);
      });
      return made;
    });
}

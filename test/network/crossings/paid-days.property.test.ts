import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { paidDays } from '../../../src/network/crossings/paid-days.ts';
import { ROOT, UNKNOWN_DAY } from '../../../src/network/forest.ts';
import { plantForest } from '../../../src/network/plant-forest.ts';
import { repairParents } from '../../../src/network/repair-parents.ts';
import { slowHistory } from '../../oracle/slow-history.ts';

const THRESHOLD = 20;
const day = fc.integer({ min: 100, max: 110 });

interface Case {
  readonly people: readonly { up: number; joined: number | null; bound: number | null }[];
  readonly fees: readonly { member: number; day: number; amount: number; back: number }[];
  readonly moves: readonly { member: number; day: number; above: number }[];
}

const cases: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 20 }).chain((n) => {
  const node = fc.nat({ max: n - 1 });
  const up = fc.oneof(
    { weight: 3, arbitrary: fc.nat({ max: Math.min(2, n - 1) }) },
    { weight: 5, arbitrary: node },
    { weight: 1, arbitrary: fc.constant(ROOT) },
  );
  return fc.record({
    people: fc.array(
      fc.record({ up, joined: fc.option(day, { freq: 12 }), bound: fc.option(day, { freq: 2 }) }),
      { minLength: n, maxLength: n, size: 'max' },
    ),
    fees: fc.array(
      fc.record({
        member: node,
        day,
        amount: fc.integer({ min: 1, max: 12 }),
        back: fc.integer({ min: -10, max: 12 }),
      }),
      { maxLength: 2 * n, size: 'max' },
    ),
    moves: fc.oneof(
      fc.constant([]),
      fc.array(fc.record({ member: node, day, above: up }), { maxLength: 4 }),
    ),
  });
});

/** Payments on their days, and half of the refunds two days later, the others the same day. */
function movements({ fees }: Case): { member: number; day: number; gross: number; net: number }[] {
  return fees.flatMap(({ member, day: on, amount, back }, i) => {
    const refund = Math.min(Math.max(back, 0), amount);
    const later = { member, day: on + (i % 2) * 2, gross: 0, net: -refund };
    return [{ member, day: on, gross: amount, net: amount }, ...(refund > 0 ? [later] : [])];
  });
}

function expectAgreement(one: Case): void {
  const { people } = one;
  const parent = Int32Array.from(people, ({ up }) => up);
  repairParents(parent);
  const joined = people.map((person) => person.joined);
  const tied = people.map((person) =>
    person.joined === null ? null : Math.max(person.joined, person.bound ?? 0),
  );
  const present = [...parent].flatMap((above, node) =>
    above === ROOT || tied[node] === null ? [] : [{ day: tied[node]!, node, above }],
  );
  const moves = movesOf(one, joined, present);
  const paid = movements(one);
  const fast = paidDays(
    {
      parent,
      memberNo: plantForest(parent).memberOf ?? parent.map((_, no) => no),
      joinedDay: Int32Array.from(joined, (at) => at ?? UNKNOWN_DAY),
      tiedDay: Int32Array.from(tied, (at) => at ?? UNKNOWN_DAY),
      history:
        moves === null
          ? null
          : {
              members: parent.map((_, no) => no),
              movers: 1,
              day: Int32Array.from(moves, (tie) => tie.day),
              member: Int32Array.from(moves, (tie) => tie.node),
              above: Int32Array.from(moves, (tie) => tie.above ?? ROOT),
              refused: [],
            },
    },
    {
      member: Int32Array.from(paid, ({ member }) => member),
      day: Int32Array.from(paid, (movement) => movement.day),
      gross: Float64Array.from(paid, ({ gross }) => gross),
      net: Float64Array.from(paid, ({ net }) => net),
    },
    THRESHOLD,
  );
  for (const kind of ['gross', 'net'] as const) {
    const slow = slowHistory(
      joined,
      moves ?? present,
      paid.map((movement) => ({
        day: movement.day,
        node: movement.member,
        amount: movement[kind],
      })),
    );
    const found = people.map((_, no) => {
      const slot = fast.member.indexOf(no);
      return slot < 0 ? UNKNOWN_DAY : fast[`${kind}Day`][slot];
    });
    const expected = people.map((person, no) => {
      for (const [when, { sum }] of slow) {
        if (person.joined !== null && person.joined <= when && sum[no]! >= THRESHOLD) return when;
      }
      return UNKNOWN_DAY;
    });
    expect({ kind, days: found }).toEqual({ kind, days: expected });
  }
}

/** Ties that come about one after the other and close no circle; null where nobody moves. */
function movesOf(
  { moves, people }: Case,
  joined: readonly (number | null)[],
  present: readonly { day: number; node: number; above: number }[],
): { day: number; node: number; above: number | null }[] | null {
  if (moves.length === 0) return null;
  const all = [
    ...present,
    ...moves.map(({ member, day: on, above }) => ({
      day: Math.max(on, joined[member] ?? UNKNOWN_DAY),
      node: member,
      above,
    })),
  ].filter((tie) => tie.day < UNKNOWN_DAY && tie.node !== tie.above);
  const last = new Map(all.map((tie) => [`${tie.day} ${tie.node}`, tie]));
  const ordered = [...last.values()].toSorted((a, b) => a.day - b.day || a.node - b.node);
  const claims = ordered.map((tie) => ({ ...tie, above: tie.above === ROOT ? null : tie.above }));
  const made: typeof claims = [];
  let above = people.map((): number | null => null);
  for (const [when, state] of slowHistory(joined, claims, [])) {
    state.above.forEach((up, node) => {
      if (up !== above[node]) made.push({ day: when, node, above: up });
    });
    above = [...state.above];
  }
  return made;
}

it('sums of money come to the threshold on the days of the slow history', () => {
  fc.assert(fc.property(cases, expectAgreement), { numRuns: 3_000, seed: 20_240_105 });
}, 120_000);

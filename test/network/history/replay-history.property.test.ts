import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyseTree, headThresholds, jointThresholds } from '../../../src/network/analyse-tree.ts';
import { MISSING, ROOT, UNKNOWN_DAY } from '../../../src/network/forest.ts';
import { memberTies } from '../../../src/network/history/member-ties.ts';
import { replayHistory } from '../../../src/network/history/replay-history.ts';
import { slowHistory } from '../../oracle/slow-history.ts';
import type { SlowTie } from '../../oracle/slow-history.ts';

const FIRST = 100;
const LAST = 125;

interface Person {
  readonly joined: number | null;
  /** Present upline; null none, 99 somebody who is not in the data. */
  readonly up: number | null;
  readonly bound: number | null;
  readonly records: readonly { day: number; from: number | null; to: number | null }[];
}

const day = fc.integer({ min: FIRST, max: LAST - 3 });

function people(least: number, most: number): fc.Arbitrary<Person[]> {
  return fc.integer({ min: least, max: most }).chain((n) => {
    const other = fc.oneof(
      { weight: 6, arbitrary: fc.nat({ max: Math.min(n - 1, 4) }) },
      { weight: 4, arbitrary: fc.nat({ max: n - 1 }) },
      { weight: 1, arbitrary: fc.constantFrom(null, 99) },
    );
    const record = fc.record({ day, from: other, to: other });
    return fc.array(
      fc.record({
        joined: fc.option(day, { freq: 12 }),
        up: other,
        bound: fc.option(day, { freq: 2 }),
        records: fc.oneof(
          { weight: 5, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(record, { minLength: 1, maxLength: 3 }) },
        ),
      }),
      { minLength: n, maxLength: n, size: 'max' },
    );
  });
}

/** Upline of a mover at the end of a day by its records, read as their documentation says. */
function claimOn(no: number, person: Person, when: number, count: number): number | null {
  const known = (up: number | null): number | null =>
    up === null || up === no || up >= count ? null : up;
  const { joined, up, bound } = person;
  if (joined === null || when < joined) return null;
  const records = person.records.toSorted((a, b) => a.day - b.day);
  const tied = Math.max(joined, bound ?? joined);
  const last = records.at(-1);
  const done = records.findLast((one) => one.day <= when);
  if (last === undefined) return tied <= when ? known(up) : null;
  const leads = known(last.to) === known(up);
  const lasting = Math.max(last.day, joined);
  if (!leads && tied > lasting && tied <= when) return known(up);
  return done === undefined ? known(records[0]!.from) : known(done.to);
}

function expectAgreement(list: readonly Person[]): void {
  const count = list.length;
  const number = (up: number | null): number => (up === null ? ROOT : up >= count ? MISSING : up);
  const claimed = Int32Array.from(list, ({ up }) => number(up));
  const joined = Int32Array.from(list, (one) => one.joined ?? UNKNOWN_DAY);
  const tied = Int32Array.from(list, (one) =>
    one.joined === null ? UNKNOWN_DAY : Math.max(one.joined, one.bound ?? 0),
  );
  const records = list.flatMap((one, no) =>
    one.records.toSorted((a, b) => a.day - b.day).map((record) => ({ no, ...record })),
  );
  const changes = {
    member: Int32Array.from(records, ({ no }) => no),
    from: Int32Array.from(records, ({ from }) => number(from)),
    to: Int32Array.from(records, ({ to }) => number(to)),
    day: Int32Array.from(records, (record) => record.day),
    undated: 0,
    strangers: 0,
  };
  const ties = memberTies(changes, { claimed, joinedDay: joined, tiedDay: tied });
  const tree = analyseTree('sponsor', claimed, joined, tied, { paidIn: null, earned: null });
  const history = replayHistory(tree, ties, { joined, tied });
  const touched = new Set(history?.members);
  const slow = slowHistory(
    list.map((one) => one.joined),
    slowTies(list, new Set(ties.movers), tree.parentOfMember, tied),
    list.flatMap((one, node) =>
      one.joined === null ? [] : [{ day: one.joined, node, amount: 1 }],
    ),
  );
  tree.memberNo.forEach((no, node) => {
    const first = (heads: number, levels: number): number => {
      for (const [when, state] of slow) {
        const there = list[no]!.joined !== null && list[no]!.joined <= when;
        if (there && state.sum[no]! >= heads && state.levels[no]! >= levels) return when;
      }
      return UNKNOWN_DAY;
    };
    expect({
      no,
      touched: touched.has(no),
      people: tree.peopleDays.map((days) => days[node]),
      levels: tree.thirdLevelDay[node],
      joint: tree.jointDays.map((days) => days[node]),
    }).toEqual({
      no,
      touched: touched.has(no),
      people: headThresholds.map((heads) => first(heads, 1)),
      levels: first(1, 3),
      joint: jointThresholds.map((heads) => first(heads, 3)),
    });
  });
}

/** Changes of claim, day by day; of those who never moved the one tie after repairs. */
function slowTies(
  list: readonly Person[],
  movers: ReadonlySet<number>,
  repaired: Int32Array,
  tied: Int32Array,
): SlowTie[] {
  const ties: SlowTie[] = [];
  list.forEach((person, node) => {
    if (!movers.has(node)) {
      const up = repaired[node]!;
      if (up !== ROOT && tied[node] !== UNKNOWN_DAY)
        ties.push({ day: tied[node]!, node, above: up });
      return;
    }
    let before: number | null = null;
    for (let when = FIRST; when <= LAST; when++) {
      const above = claimOn(node, person, when, list.length);
      if (above !== before) ties.push({ day: when, node, above });
      before = above;
    }
  });
  return ties;
}

it('dates under a history of moves agree with the forest lived through by hand', () => {
  fc.assert(fc.property(people(1, 30), expectAgreement), { numRuns: 1_500, seed: 20_240_103 });
}, 120_000);

it('and where 60 people stand below somebody', () => {
  fc.assert(fc.property(people(60, 75), expectAgreement), { numRuns: 60, seed: 20_240_104 });
}, 120_000);

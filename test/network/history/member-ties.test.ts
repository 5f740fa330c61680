import { describe, expect, it } from 'vitest';
import { MISSING, ROOT, UNKNOWN_DAY } from '../../../src/network/forest.ts';
import { memberTies } from '../../../src/network/history/member-ties.ts';
import type { MemberTies } from '../../../src/network/history/member-ties.ts';

/** Member 9 among ten who joined on day 100; records as [from, to, day]. */
function tiesOf(
  records: readonly (readonly [from: number, to: number, day: number])[],
  present: { claimed: number; joined?: number; tied?: number },
): {
  ties: [number, number][];
  movers: number[];
  odd: Partial<MemberTies['oddities']>;
  tied: number;
} {
  const joinedDay = new Int32Array(10).fill(100);
  const tiedDay = new Int32Array(10).fill(100);
  const claimed = new Int32Array(10).fill(ROOT);
  joinedDay[9] = present.joined ?? 100;
  tiedDay[9] = present.tied ?? joinedDay[9];
  claimed[9] = present.claimed;
  const { day, above, movers, oddities } = memberTies(
    {
      member: new Int32Array(records.length).fill(9),
      from: Int32Array.from(records, ([from]) => from),
      to: Int32Array.from(records, ([, to]) => to),
      day: Int32Array.from(records, ([, , on]) => on),
      undated: 0,
      strangers: 0,
    },
    { claimed, joinedDay, tiedDay },
  );
  return {
    ties: [...day].map((on, i) => [on, above[i]!]),
    movers: [...movers],
    odd: Object.fromEntries(Object.entries(oddities).filter(([, count]) => count > 0)),
    tied: tiedDay[9]!,
  };
}

describe('the ties of a member', () => {
  it('with one record that leads to its present upline begin on that day, and nobody moved', () => {
    const found = tiesOf([[ROOT, 3, 105]], { claimed: 3 });
    expect(found).toEqual({ ties: [], movers: [], odd: {}, tied: 105 });
  });

  it('begin under the recruiter named before the first change', () => {
    const found = tiesOf([[2, 3, 105]], { claimed: 3 });
    expect(found).toMatchObject({
      ties: [
        [100, 2],
        [105, 3],
      ],
      movers: [9],
      odd: {},
    });
  });

  it('follow record after record, to nobody too', () => {
    const records = [
      [ROOT, 2, 101],
      [2, ROOT, 103],
      [ROOT, 4, 110],
    ] as const;
    const found = tiesOf(records, { claimed: 4 });
    expect(found).toMatchObject({
      ties: [
        [101, 2],
        [103, ROOT],
        [110, 4],
      ],
      odd: {},
    });
  });

  it('are the last of a day, and none where a day ends as it began', () => {
    const records = [
      [ROOT, 2, 101],
      [2, 3, 104],
      [3, 2, 104],
      [2, 5, 106],
    ] as const;
    expect(tiesOf(records, { claimed: 5 }).ties).toEqual([
      [101, 2],
      [106, 5],
    ]);
  });

  it('before joining count from joining', () => {
    const found = tiesOf(
      [
        [1, 2, 90],
        [2, 3, 95],
      ],
      { claimed: 3 },
    );
    expect(found).toMatchObject({ ties: [], movers: [], tied: 100, odd: { before_joining: 1 } });
  });

  it('say where a record is missing', () => {
    const found = tiesOf(
      [
        [ROOT, 2, 101],
        [4, 5, 103],
      ],
      { claimed: 5 },
    );
    expect(found).toMatchObject({
      ties: [
        [101, 2],
        [103, 5],
      ],
      odd: { gaps: 1 },
    });
  });

  it('end under the present upline when its binding is dated later', () => {
    const found = tiesOf([[ROOT, 2, 101]], { claimed: 6, tied: 120 });
    expect(found).toMatchObject({
      ties: [
        [101, 2],
        [120, 6],
      ],
      odd: {},
    });
  });

  it('end where the records do when nobody knows since when the present upline is one', () => {
    const found = tiesOf([[ROOT, 2, 101]], { claimed: 6 });
    expect(found).toMatchObject({ ties: [[101, 2]], movers: [9], odd: { ends_elsewhere: 1 } });
    const freed = tiesOf([[6, ROOT, 100]], { claimed: 6 });
    expect(freed).toMatchObject({ ties: [], movers: [9], odd: { ends_elsewhere: 1 } });
  });

  it('to somebody who is not in the data, or to itself, are to nobody', () => {
    const found = tiesOf(
      [
        [ROOT, 2, 101],
        [2, MISSING, 102],
      ],
      { claimed: MISSING },
    );
    expect(found).toMatchObject({
      ties: [
        [101, 2],
        [102, ROOT],
      ],
      odd: { missing: 1 },
    });
    const self = tiesOf(
      [
        [ROOT, 2, 101],
        [2, 9, 102],
      ],
      { claimed: 9 },
    );
    expect(self).toMatchObject({
      ties: [
        [101, 2],
        [102, ROOT],
      ],
      odd: {},
    });
  });

  it('of somebody of whom nobody knows when it joined are none', () => {
    const found = tiesOf([[1, 2, 90]], { claimed: 2, joined: UNKNOWN_DAY });
    expect(found).toEqual({ ties: [], movers: [], odd: {}, tied: UNKNOWN_DAY });
  });
});

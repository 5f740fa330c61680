import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseTree, headThresholds } from '../../src/network/analyse-tree.ts';
import { MISSING, ROOT, UNKNOWN_DAY } from '../../src/network/forest.ts';
import { slowForest } from '../oracle/slow-forest.ts';
import type { SlowMember } from '../oracle/slow-forest.ts';

interface Raw {
  readonly recruiter: number;
  readonly joined: number | null;
  readonly bound: number | null;
  readonly paid: number;
}

const day = fc.integer({ min: 18_000, max: 18_020 });
const raw = (span: number): fc.Arbitrary<Raw> =>
  fc.record({
    recruiter: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: span }) },
      { weight: 1, arbitrary: fc.constantFrom(-1, -2, 999) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 2 }) },
    ),
    joined: fc.option(day, { freq: 9 }),
    bound: fc.option(day, { freq: 2 }),
    paid: fc.integer({ min: 0, max: 1_000_000 }),
  });

/** `order` 'joined' numbers members as an import does; 'any' leaves the numbers as they fall. */
function forest(rows: readonly Raw[], order: 'joined' | 'any'): SlowMember[] {
  const late = Number.POSITIVE_INFINITY;
  const sorted =
    order === 'any' ? rows : rows.toSorted((a, b) => (a.joined ?? late) - (b.joined ?? late) || 0);
  return sorted.map(({ recruiter, joined, bound, paid }, no) => {
    const named = recruiter === -2 ? 998 : recruiter;
    return { no, joined, bound, paid, recruiter: named === -1 ? null : named };
  });
}

function tie({ joined, bound }: SlowMember): number {
  return joined === null ? UNKNOWN_DAY : Math.max(joined, bound ?? joined);
}

function known(one: number): number | null {
  return one === UNKNOWN_DAY ? null : one;
}

function expectAgreement(members: readonly SlowMember[]): void {
  const count = members.length;
  const parent = Int32Array.from(members, ({ recruiter }) =>
    recruiter === null ? ROOT : recruiter >= count ? MISSING : recruiter,
  );
  const joined = Int32Array.from(members, (member) => member.joined ?? UNKNOWN_DAY);
  const tied = Int32Array.from(members, tie);
  const paid = Float64Array.from(members, (member) => member.paid);
  const tree = analyseTree('sponsor', parent, joined, tied, { paidIn: paid, earned: null });
  const slow = slowForest(members, headThresholds);
  const { selfParents, missingParents, cuts, cycleMembers } = tree.repairs;
  expect({
    selfParents: selfParents.length,
    missingParents: missingParents.length,
    cycles: cuts.length,
    cycleMembers,
  }).toEqual({
    selfParents: slow.selfParents,
    missingParents: slow.missingParents,
    cycles: slow.cycles,
    cycleMembers: slow.cycleMembers,
  });
  expect(new Set(tree.memberNo).size).toBe(count);
  tree.memberNo.forEach((no, node) => {
    expect({
      recruiter: tree.parentNo[node] === ROOT ? null : tree.parentNo[node],
      root: tree.rootNo[node],
      level: tree.level[node],
      direct: tree.direct[node],
      people: tree.people[node],
      levels: tree.levels[node],
      paid: tree.subtreePaidIn![node],
      peopleDay: Object.fromEntries(
        headThresholds.map((n, i) => [n, known(tree.peopleDays[i]![node]!)]),
      ),
      thirdLevelDay: known(tree.thirdLevelDay[node]!),
    }).toEqual(slow.members.get(no));
  });
}

describe('kernels against the slow forest', () => {
  it('agree on dirty forests numbered in joining order', () => {
    const rows = fc
      .integer({ min: 1, max: 45 })
      .chain((n) => fc.array(raw(n), { maxLength: n, size: 'max' }));
    fc.assert(
      fc.property(rows, (list) => expectAgreement(forest(list, 'joined'))),
      { numRuns: 2_500, seed: 20_231_104 },
    );
  });

  it('agree on dirty forests in no order at all', () => {
    const rows = fc
      .integer({ min: 1, max: 45 })
      .chain((n) => fc.array(raw(n), { maxLength: n, size: 'max' }));
    fc.assert(
      fc.property(rows, (list) => expectAgreement(forest(list, 'any'))),
      { numRuns: 2_500, seed: 20_231_105 },
    );
  });

  it('agree on forests big enough to cross 120 people', () => {
    const rows = fc.array(raw(12), { minLength: 120, maxLength: 150, size: 'max' });
    fc.assert(
      fc.property(rows, (list) => expectAgreement(forest(list, 'joined'))),
      { numRuns: 25, seed: 20_231_106 },
    );
  });
});

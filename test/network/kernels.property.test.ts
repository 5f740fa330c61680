import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseTree, headThresholds } from '../../src/network/analyse-tree.ts';
import { MISSING, ROOT, UNKNOWN_DAY } from '../../src/network/forest.ts';
import { slowForest } from '../oracle/slow-forest.ts';
import type { SlowMember } from '../oracle/slow-forest.ts';
import { bigForest, membersOf, smallForest, tiedDay } from './random-forest.ts';

function known(one: number): number | null {
  return one === UNKNOWN_DAY ? null : one;
}

function expectAgreement(members: readonly SlowMember[]): void {
  const count = members.length;
  const parent = Int32Array.from(members, ({ recruiter }) =>
    recruiter === null ? ROOT : recruiter >= count ? MISSING : recruiter,
  );
  const joined = Int32Array.from(members, (member) => member.joined ?? UNKNOWN_DAY);
  const tied = Int32Array.from(members, tiedDay);
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
    fc.assert(
      fc.property(smallForest, (list) => expectAgreement(membersOf(list, 'joined'))),
      { numRuns: 2_500, seed: 20_231_104 },
    );
  });

  it('agree on dirty forests in no order at all', () => {
    fc.assert(
      fc.property(smallForest, (list) => expectAgreement(membersOf(list, 'any'))),
      { numRuns: 2_500, seed: 20_231_105 },
    );
  });

  it('agree on forests big enough to cross 120 people', () => {
    fc.assert(
      fc.property(bigForest, (list) => expectAgreement(membersOf(list, 'joined'))),
      { numRuns: 25, seed: 20_231_106 },
    );
  });
});

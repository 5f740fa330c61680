import * as fc from 'fast-check';
import type { WorkTables } from '../../src/engine/work-tables.ts';
import { analyseTree, headThresholds, jointThresholds } from '../../src/network/analyse-tree.ts';
import type { Tree } from '../../src/network/analyse-tree.ts';
import { ROOT, UNKNOWN_DAY } from '../../src/network/forest.ts';
import { forest_figures, forest_source, sqlForest } from '../../src/network/sql/sql-forest.ts';
import type { TreeSource } from '../../src/network/sql/sql-tree.ts';
import { bigForest, membersOf, smallForest, tiedDay } from '../network/random-forest.ts';
import { slowForest } from '../oracle/slow-forest.ts';
import type { SlowMember } from '../oracle/slow-forest.ts';

/** What SQL is to say of one member. */
export type ForestRow = Readonly<Record<string, number | string | null>>;

/**
 * Random dirty forests side by side, those of more levels than asked for left out, members
 * numbered on: one run of SQL works all of them out, and the slow forest each by itself.
 */
export interface ManyForests {
  readonly members: readonly SlowMember[];
  /** By member_no. */
  readonly expected: readonly ForestRow[];
  readonly cycle_members: number;
}

export function manyForests(
  seed: number,
  small: number,
  big: number,
  levels_max = Number.POSITIVE_INFINITY,
): ManyForests {
  const drawn = [
    ...fc.sample(smallForest, { numRuns: small, seed }),
    ...fc.sample(bigForest, { numRuns: big, seed }),
  ];
  const members: SlowMember[] = [];
  const expected: ForestRow[] = [];
  let cycle_members = 0;
  for (const [i, rows] of drawn.entries()) {
    const list = membersOf(rows, i % 2 === 0 ? 'joined' : 'any');
    const slow = slowForest(list, headThresholds);
    if ([...slow.members.values()].some(({ level }) => level > levels_max)) continue;
    cycle_members += slow.cycleMembers;
    const from = members.length;
    for (const one of list) {
      const { no, recruiter } = one;
      const is = slow.members.get(no)!;
      const missing = recruiter !== null && recruiter >= list.length;
      const opened = is.recruiter === null && recruiter !== null;
      const third = is.thirdLevelDay ?? UNKNOWN_DAY;
      const heads = (n: number): number => is.peopleDay[n] ?? UNKNOWN_DAY;
      expected.push({
        member_no: from + no,
        parent_no: is.recruiter === null ? ROOT : from + is.recruiter,
        root_no: from + is.root,
        repair: missing ? 'missing' : recruiter === no ? 'self' : opened ? 'cycle' : 'none',
        level: is.level,
        direct: is.direct,
        people: is.people,
        levels: is.levels,
        ...Object.fromEntries(headThresholds.map((n) => [`people_${n}_on`, heads(n)])),
        levels_3_on: third,
        ...Object.fromEntries(
          jointThresholds.map((n) => [`crossed_${n}_3_on`, Math.max(heads(n), third)]),
        ),
        subtree_paid_in_minor: is.paid,
        subtree_earned_minor: 2 * is.paid,
      });
      const named = recruiter === null || missing ? recruiter : from + recruiter;
      members.push({ ...one, no: from + no, recruiter: missing ? 1_000_000_000 : named });
    }
  }
  return { members, expected, cycle_members };
}

/** The figures SQL finds on an engine, by member_no, and how many stand on cycles. */
export async function figuresBySql(
  work: WorkTables,
  members: readonly SlowMember[],
): Promise<{ readonly rows: readonly ForestRow[]; readonly cycle_members: number }> {
  const values = members.map((one) => {
    const { no, recruiter, joined, paid } = one;
    return `(${[no, recruiter ?? ROOT, joined ?? UNKNOWN_DAY, tiedDay(one), paid].join(', ')})`;
  });
  await work.make(
    forest_source,
    `SELECT member_no, claimed_no, joined_on, tied_on, paid AS paid_in_minor,
       2 * paid AS earned_minor
     FROM (VALUES ${values.join(', ')}) AS t(member_no, claimed_no, joined_on, tied_on, paid)`,
  );
  const cycle_members = await sqlForest(work, { heads: headThresholds, joint: jointThresholds });
  const rows = await work.engine.rows(`SELECT * FROM ${forest_figures} ORDER BY member_no`);
  await work.drop(forest_figures);
  await work.drop(forest_source);
  return { rows: rows as ForestRow[], cycle_members };
}

/** The same members as kernels take them; nobody earned. */
export function sourceOf(members: readonly SlowMember[]): TreeSource {
  return {
    name: 'sponsor',
    parent: Int32Array.from(members, ({ recruiter }) => recruiter ?? ROOT),
    joinedDay: Int32Array.from(members, ({ joined }) => joined ?? UNKNOWN_DAY),
    tiedDay: Int32Array.from(members, tiedDay),
    money: { paidIn: Float64Array.from(members, (one) => one.paid), earned: null },
  };
}

/** What the kernels make of it; the claims stay as they are. */
export function treeByKernels({ name, parent, joinedDay, tiedDay: tied, money }: TreeSource): Tree {
  return analyseTree(name, parent.slice(), joinedDay, tied, money);
}

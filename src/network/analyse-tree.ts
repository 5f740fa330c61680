import type { NetworkSummary } from '../model/network.ts';
import { directRecruits } from './direct-recruits.ts';
import { firstPeople } from './first-people.ts';
import { firstThirdLevel } from './first-third-level.ts';
import { byNode, ROOT } from './forest.ts';
import type { Forest } from './forest.ts';
import { levels } from './levels.ts';
import type { MemberMoney } from './load-money.ts';
import { peoplePerLevel } from './people-per-level.ts';
import { plantForest } from './plant-forest.ts';
import { repairParents } from './repair-parents.ts';
import type { Repairs } from './repair-parents.ts';
import { roots } from './roots.ts';
import { subtreeLevels } from './subtree-levels.ts';
import { subtreePeople } from './subtree-people.ts';
import { subtreeSums } from './subtree-sums.ts';

export type TreeName = NetworkSummary['trees'][number]['name'];

/**
 * Heads whose first day is recorded: 30 with three levels opens a criminal case, 15 and 60 do
 * for a previous offender, 120 makes it serious (2013 opinions, art. 1, 2, 4).
 */
export const headThresholds = [15, 30, 60, 120] as const;

/** Heads that count only together with three levels: 30 opens a case, 15 for a prior offender. */
export const jointThresholds = [15, 30] as const;

/** One tree, computed; arrays are by node. */
export interface Tree {
  readonly name: TreeName;
  readonly repairs: Repairs;
  readonly forest: Forest;
  /** Upline of each member_no after repairs, a member_no or ROOT. The one array not by node. */
  readonly parentOfMember: Int32Array;
  /** member_no of each node, of its parent (or ROOT) and of the top of its structure. */
  readonly memberNo: Int32Array;
  readonly parentNo: Int32Array;
  readonly rootNo: Int32Array;
  readonly level: Int32Array;
  readonly direct: Int32Array;
  readonly people: Int32Array;
  readonly levels: Int32Array;
  readonly joinedDay: Int32Array;
  /** One array per entry of `headThresholds`. */
  readonly peopleDays: readonly Int32Array[];
  readonly thirdLevelDay: Int32Array;
  /** First day with the heads and three levels at once; one per entry of `jointThresholds`. */
  readonly jointDays: readonly Int32Array[];
  readonly paidIn: Float64Array | null;
  readonly earned: Float64Array | null;
  readonly subtreePaidIn: Float64Array | null;
  readonly subtreeEarned: Float64Array | null;
  readonly peoplePerLevel: readonly number[];
}

/** Runs every kernel over one tree. Columns are by member_no; `parent` is repaired in place. */
export function analyseTree(
  name: TreeName,
  parent: Int32Array,
  joinedDay: Int32Array,
  tiedDay: Int32Array,
  money: MemberMoney,
): Tree {
  const repairs = repairParents(parent);
  const forest = plantForest(parent);
  const joined = byNode(forest, joinedDay);
  const tied = tiedDay === joinedDay ? joined : byNode(forest, tiedDay);
  const level = levels(forest);
  const paidIn = money.paidIn && amountsByNode(forest.memberOf, money.paidIn);
  const earned = money.earned && amountsByNode(forest.memberOf, money.earned);
  const peopleDays = firstPeople(forest, joined, tied, headThresholds);
  const thirdLevelDay = firstThirdLevel(forest, joined, tied);
  return {
    name,
    repairs,
    forest,
    parentOfMember: parent,
    ...memberNumbers(forest),
    level,
    direct: directRecruits(forest),
    people: subtreePeople(forest),
    levels: subtreeLevels(forest),
    joinedDay: joined,
    peopleDays,
    thirdLevelDay,
    jointDays: jointThresholds.map((heads) =>
      laterOf(peopleDays[headThresholds.indexOf(heads)]!, thirdLevelDay),
    ),
    paidIn,
    earned,
    subtreePaidIn: paidIn && subtreeSums(forest, paidIn),
    subtreeEarned: earned && subtreeSums(forest, earned),
    peoplePerLevel: peoplePerLevel(level),
  };
}

function memberNumbers(forest: Forest): Pick<Tree, 'memberNo' | 'parentNo' | 'rootNo'> {
  const { parent, memberOf } = forest;
  const root = roots(forest);
  if (memberOf === null) {
    return { memberNo: parent.map((_, node) => node), parentNo: parent, rootNo: root };
  }
  return {
    memberNo: memberOf,
    parentNo: parent.map((node) => (node === ROOT ? ROOT : memberOf[node]!)),
    rootNo: root.map((node) => memberOf[node]!),
  };
}

/** Rearranges amounts by member_no into amounts by node. */
export function amountsByNode(memberOf: Int32Array | null, amount: Float64Array): Float64Array {
  return memberOf === null ? amount : Float64Array.from(memberOf, (member) => amount[member]!);
}

/** Where neither ever falls, both stand on the later of the two days. */
function laterOf(a: Int32Array, b: Int32Array): Int32Array {
  return a.map((day, node) => Math.max(day, b[node]!));
}

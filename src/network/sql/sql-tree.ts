import { writeColumns } from '../../engine/columns.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import { PolyprismError } from '../../model/issue.ts';
import { amountsByNode, headThresholds, jointThresholds } from '../analyse-tree.ts';
import type { Tree, TreeName } from '../analyse-tree.ts';
import { byNode, ROOT } from '../forest.ts';
import type { MemberMoney } from '../load-money.ts';
import { peoplePerLevel } from '../people-per-level.ts';
import { plantForest } from '../plant-forest.ts';
import type { Repairs } from '../repair-parents.ts';
import type { ForestSite } from './forest-site.ts';
import { readFigures, repairCodes } from './read-figures.ts';
import type { Figures } from './read-figures.ts';
import { forest_figures, forest_source, sqlForest } from './sql-forest.ts';

/** What a tree is made of; arrays are by member_no, as `analyseTree` takes them. */
export interface TreeSource {
  readonly name: TreeName;
  /** Uplines as claimed; repaired in place. */
  readonly parent: Int32Array;
  readonly joinedDay: Int32Array;
  readonly tiedDay: Int32Array;
  readonly money: MemberMoney;
}

/**
 * The tree `analyseTree` makes, worked out in SQL where the site says.
 * Throws network.sum_too_large, network.too_deep_for_sql, network.sql_forest_broken, and
 * spark.other_rows where other members come back than were given.
 */
export async function sqlTree(
  duckdb: DuckDb,
  { work, lay, seen }: ForestSite,
  source: TreeSource,
): Promise<Tree> {
  const { parent, money } = source;
  for (const amount of [money.paidIn, money.earned]) if (amount) requireExact(amount);
  await writeColumns(duckdb, forest_source, {
    member_no: parent.map((_, no) => no),
    claimed_no: parent,
    joined_on: source.joinedDay,
    tied_on: source.tiedDay,
    paid_in_minor: money.paidIn ?? new Float64Array(parent.length),
    earned_minor: money.earned ?? new Float64Array(parent.length),
  });
  await lay(duckdb, forest_source);
  const thresholds = { heads: headThresholds, joint: jointThresholds };
  const cycleMembers = await sqlForest(work, thresholds);
  const figures = await readFigures(duckdb, await seen(forest_figures), parent.length);
  await work.drop(forest_figures);
  await duckdb.run(`DROP TABLE ${forest_source}`);
  return treeOf(source, figures, cycleMembers);
}

/** Doubles hold whole numbers exactly up to 2^53; beyond, the kernels stop too. */
function requireExact(amount: Float64Array): void {
  const limit = Number.MAX_SAFE_INTEGER;
  const magnitude = amount.reduce((sum, one) => sum + Math.abs(one), 0);
  if (magnitude > limit) throw new PolyprismError('network.sum_too_large', { limit });
}

function treeOf(source: TreeSource, { ints, sums: amounts }: Figures, cycleMembers: number): Tree {
  const { name, parent, joinedDay, money } = source;
  const repairs = { ...repairsOf(ints.repair, ints.root_no), cycleMembers };
  const broken = ints.parent_no.some((up, no) => {
    return ints.level[no] !== (up === ROOT ? 1 : ints.level[up]! + 1);
  });
  if (broken) throw new PolyprismError('network.sql_forest_broken', { tree: name });
  parent.set(ints.parent_no);
  const forest = plantForest(parent);
  const placed = (column: Int32Array): Int32Array => byNode(forest, column);
  return {
    name,
    repairs,
    forest,
    parentOfMember: parent,
    memberNo: forest.memberOf ?? parent.map((_, no) => no),
    parentNo: placed(ints.parent_no),
    rootNo: placed(ints.root_no),
    level: placed(ints.level),
    direct: placed(ints.direct),
    people: placed(ints.people),
    levels: placed(ints.levels),
    joinedDay: placed(joinedDay),
    peopleDays: headThresholds.map((n) => placed(ints[`people_${n}_on`])),
    thirdLevelDay: placed(ints.levels_3_on),
    jointDays: jointThresholds.map((n) => placed(ints[`crossed_${n}_3_on`])),
    paidIn: money.paidIn && amountsByNode(forest.memberOf, money.paidIn),
    earned: money.earned && amountsByNode(forest.memberOf, money.earned),
    subtreePaidIn: money.paidIn && amountsByNode(forest.memberOf, amounts.subtree_paid_in_minor),
    subtreeEarned: money.earned && amountsByNode(forest.memberOf, amounts.subtree_earned_minor),
    peoplePerLevel: peoplePerLevel(ints.level),
  };
}

/** Cycles in the order in which a member of theirs, or below them, comes first. */
function repairsOf(repair: Int32Array, root: Int32Array): Omit<Repairs, 'cycleMembers'> {
  const selfParents: number[] = [];
  const missingParents: number[] = [];
  const cuts = new Set<number>();
  repair.forEach((code, no) => {
    if (code === repairCodes.self) selfParents.push(no);
    if (code === repairCodes.missing) missingParents.push(no);
    if (repair[root[no]!] === repairCodes.cycle) cuts.add(root[no]!);
  });
  return { selfParents, missingParents, cuts: [...cuts] };
}

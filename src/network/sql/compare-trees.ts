import type { NumberColumn } from '../../engine/columns.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import { PolyprismError } from '../../model/issue.ts';
import { headThresholds, jointThresholds } from '../analyse-tree.ts';
import type { Tree } from '../analyse-tree.ts';
import { memberIds } from '../member-ids.ts';
import { repairCodes } from './read-figures.ts';

/**
 * Compares every figure of every member as kernels and SQL have worked it out.
 * Throws network.forests_differ with the first figure that differs, and its first member.
 */
export async function compareTrees(duckdb: DuckDb, kernels: Tree, sql: Tree): Promise<void> {
  const theirs = figuresOf(sql);
  for (const [figure, ours] of figuresOf(kernels)) {
    const other = theirs.get(figure)!;
    const differing = [...ours.keys()].filter((i) => ours[i] !== other[i]);
    const [first] = differing;
    if (first === undefined) continue;
    const no = byMember.has(figure) ? first : kernels.memberNo[first]!;
    throw new PolyprismError('network.forests_differ', {
      tree: kernels.name,
      figure,
      members: differing.length,
      member: (await memberIds(duckdb, new Set([no]))).get(no) ?? String(no),
      kernels: ours[first]!,
      sql: other[first]!,
    });
  }
}

/** These stand by member_no, and first: where uplines are equal, so are the numbers of nodes. */
const byMember = new Set(['parent_no', 'repair', 'cycle_members']);

function figuresOf(tree: Tree): ReadonlyMap<string, NumberColumn> {
  return new Map<string, NumberColumn>([
    ['parent_no', tree.parentOfMember],
    ['repair', repairsOf(tree)],
    ['cycle_members', cycleMembersOf(tree)],
    ['root_no', tree.rootNo],
    ['level', tree.level],
    ['direct', tree.direct],
    ['people', tree.people],
    ['levels', tree.levels],
    ...headThresholds.map((n, i) => [`people_${n}_on`, tree.peopleDays[i]!] as const),
    ['levels_3_on', tree.thirdLevelDay],
    ...jointThresholds.map((n, i) => [`crossed_${n}_3_on`, tree.jointDays[i]!] as const),
    ['subtree_paid_in_minor', tree.subtreePaidIn ?? new Float64Array()],
    ['subtree_earned_minor', tree.subtreeEarned ?? new Float64Array()],
  ]);
}

/** Cuts with their place among the cuts. */
function repairsOf({ repairs, parentOfMember }: Tree): Int32Array {
  const codes = new Int32Array(parentOfMember.length);
  for (const no of repairs.selfParents) codes[no] = repairCodes.self;
  for (const no of repairs.missingParents) codes[no] = repairCodes.missing;
  repairs.cuts.forEach((no, place) => (codes[no] = repairCodes.cycle + place));
  return codes;
}

/** Of all cycles together, at the first one cut. */
function cycleMembersOf({ repairs, parentOfMember }: Tree): Int32Array {
  const members = new Int32Array(parentOfMember.length);
  const [first] = repairs.cuts;
  if (first !== undefined) members[first] = repairs.cycleMembers;
  return members;
}

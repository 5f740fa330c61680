import type { DuckDb } from '../engine/duckdb.ts';
import type { IssueCode, IssueLog } from '../model/issue.ts';
import type { Tree } from './analyse-tree.ts';
import { readColumns } from '../engine/columns.ts';
import { ROOT } from './forest.ts';
import { memberIds } from './member-ids.ts';

/** Ids named as examples in an issue. */
const EXAMPLES = 5;

/** Members whose upline (after repairs) joined later than they did, to the second of the source. */
export async function countLateParents(engine: DuckDb, tree: Tree): Promise<number> {
  const upline = tree.name === 'sponsor' ? 'recruiter_no' : 'placement_no';
  let late = 0;
  // Numbers follow joining order: only an upline with a larger number can have joined later.
  await readColumns(
    engine,
    `SELECT CAST(c.member_no AS INTEGER) FROM member c JOIN member p ON p.member_no = c.${upline}
     WHERE c.${upline} > c.member_no AND p.joined_at > c.joined_at`,
    ['int'],
    ([no], rows) => {
      for (let i = 0; i < rows; i++) if (tree.parentOfMember[no![i]!] !== ROOT) late++;
    },
  );
  return late;
}

/** Every repair is an issue with its count and the first members it concerns. */
export async function noteRepairs(
  engine: DuckDb,
  tree: Tree,
  late: number,
  issues: IssueLog,
): Promise<void> {
  const { selfParents, missingParents, cuts, cycleMembers } = tree.repairs;
  const note = async (
    code: IssueCode,
    members: readonly number[],
    params: Readonly<Record<string, number>> = {},
  ): Promise<void> => {
    if (members.length === 0) return;
    const first = members.slice(0, EXAMPLES);
    const idOf = await memberIds(engine, new Set(first));
    const named = first.map((no) => idOf.get(no)).join(', ');
    const shown = members.length > EXAMPLES ? `${named}, …` : named;
    const table = tree.name;
    issues.add(code, { table, members: shown, ...params }, undefined, members.length);
  };
  await note('network.self_parents', selfParents);
  await note('network.missing_parents', missingParents);
  await note('network.cycles_cut', cuts, { on_cycles: cycleMembers });
  if (late > 0) issues.add('network.late_parents', { table: tree.name }, undefined, late);
}

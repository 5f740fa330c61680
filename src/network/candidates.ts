import type { DuckDb } from '../engine/duckdb.ts';
import { compareText } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { Candidate } from '../model/network.ts';
import type { Tree } from './analyse-tree.ts';
import { UNKNOWN_DAY } from './forest.ts';
import { memberIds } from './member-ids.ts';
import { upline } from './upline.ts';
import { numbersOf } from './write-tables.ts';

interface CandidateRow extends Omit<Candidate, 'path'> {
  readonly member_no: number;
}

/**
 * Members with at least 30 people and 3 levels, themselves and their own level counted: the line
 * at which the 2013 opinions speak of an organisation. Largest first, at most `most` of them.
 */
export async function listCandidates(
  engine: DuckDb,
  tree: Tree,
  most: number,
): Promise<Candidate[]> {
  const found = await engine.rows(`
    SELECT m.member_id, n.people, n.levels, n.direct, n.level, n.member_no,
      DATE '1970-01-01' + nullif(n.crossed_30_3_on, ${UNKNOWN_DAY}) AS crossed_30_3
    FROM ${numbersOf(tree)} n JOIN member m ON m.member_no = n.member_no
    WHERE n.people >= 30 AND n.levels >= 3
    ORDER BY n.people DESC, n.levels DESC, m.member_id LIMIT ${most}`);
  const rows = found as unknown as CandidateRow[];
  const listed = rows.toSorted(
    (a, b) => b.people - a.people || b.levels - a.levels || compareText(a.member_id, b.member_id),
  );
  const paths = uplines(tree.parentOfMember, listed);
  const idOf = await memberIds(engine, new Set(paths.flat()));
  return paths.map((path, i) => {
    const { member_id, people, levels, direct, level, crossed_30_3 } = listed[i]!;
    const ids = path.map((no) => idOf.get(no)!);
    return { member_id, people, levels, direct, level, crossed_30_3, path: ids };
  });
}

/** Upline of each, root first; empty for those beyond the limit on ids. */
function uplines(parent: Int32Array, rows: readonly CandidateRow[]): number[][] {
  const paths: number[][] = [];
  let ids = 0;
  for (const row of rows) {
    ids += row.level;
    const fits = ids <= limits.network_path_ids_max;
    paths.push(fits ? upline(parent, row.member_no) : []);
  }
  return paths;
}

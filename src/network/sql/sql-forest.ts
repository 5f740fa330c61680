import type { WorkTables } from '../../engine/work-tables.ts';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { ROOT, UNKNOWN_DAY } from '../forest.ts';
import { climbLevels } from './climb-levels.ts';
import { cutCycles } from './cut-cycles.ts';
import type { Uncycled } from './cut-cycles.ts';
import { followPaths } from './follow-paths.ts';

/**
 * Members as claimed: member_no, claimed_no (ROOT for nobody, any number no member has for one not
 * in the data), joined_on, tied_on (days since 1970-01-01, UNKNOWN_DAY), paid_in_minor,
 * earned_minor. None is NULL.
 */
export const forest_source = 'forest_source';

/** What `sqlForest` makes of them; dropped by who reads it. */
export const forest_figures = 'forest_figures';

/** Heads whose first day is asked for, ascending; those that count together with three levels. */
export interface Thresholds {
  readonly heads: readonly number[];
  readonly joint: readonly number[];
}

/**
 * The recruitment forest in SQL that means the same on every engine: what `analyseTree` says of
 * each member, worked out another way. Leaves `forest_figures`: member_no, parent_no (or ROOT),
 * root_no, repair (none, self, missing or cycle), level, direct, people, levels, one day for each
 * threshold, subtree sums. Returns how many members stand on cycles.
 * Throws network.too_deep_for_sql.
 */
export async function sqlForest(work: WorkTables, thresholds: Thresholds): Promise<number> {
  const { edges, paths, cycle_members } = await withoutCycles(work);
  await work.make(
    'forest_place',
    `SELECT p.member_no, CASE WHEN e.steps = 0 THEN ${ROOT} ELSE e.top_no END AS parent_no,
       p.top_no AS root_no, e.repair, p.steps + 1 AS level, s.joined_on, s.tied_on,
       CAST(s.paid_in_minor AS BIGINT) AS paid_in_minor,
       CAST(s.earned_minor AS BIGINT) AS earned_minor
     FROM ${paths.table} p JOIN ${edges} e ON e.member_no = p.member_no
     JOIN ${forest_source} s ON s.member_no = p.member_no
     ORDER BY level NULLS LAST`,
  );
  for (const name of new Set([paths.table, edges])) await work.drop(name);
  const depth = await depthOf(work);
  const { levels, days } = await climbLevels(
    work,
    'forest_place',
    depth,
    Math.max(...thresholds.heads),
  );
  await gather(work, 'forest_counts', levels, countColumns);
  await gather(work, 'forest_days', days, 'member_no, day, people_by');
  await work.make(forest_figures, figures(thresholds));
  for (const name of ['forest_place', 'forest_counts', 'forest_days']) await work.drop(name);
  return cycle_members;
}

async function withoutCycles(work: WorkTables): Promise<Uncycled> {
  const edges = 'forest_edge';
  await work.make(
    edges,
    `SELECT m.member_no, coalesce(p.member_no, m.member_no) AS top_no,
       CASE WHEN p.member_no IS NULL THEN 0 ELSE 1 END AS steps,
       CASE WHEN m.claimed_no = ${ROOT} THEN 'none' WHEN m.claimed_no = m.member_no THEN 'self'
         WHEN p.member_no IS NULL THEN 'missing' ELSE 'none' END AS repair
     FROM ${forest_source} m LEFT JOIN ${forest_source} p
       ON p.member_no = m.claimed_no AND p.member_no <> m.member_no`,
  );
  const paths = await followPaths(work, edges);
  return paths.open === 0
    ? { edges, paths, cycle_members: 0 }
    : await cutCycles(work, edges, paths);
}

async function depthOf(work: WorkTables): Promise<number> {
  const [row] = await work.engine.rows('SELECT max(level) AS levels FROM forest_place');
  const levels = Number(row?.['levels'] ?? 0);
  const limit = limits.sql_forest_levels_max;
  if (levels > limit) throw new PolyprismError('network.too_deep_for_sql', { levels, limit });
  // Without members the tables are made all the same, empty.
  return Math.max(levels, 2);
}

const countColumns = 'member_no, direct, people, levels, levels_3_on, paid_in_minor, earned_minor';

/** Tables put together at a time: every engine has its measure of a statement's length. */
const gathered_max = 100;

/** Puts tables into one, in several goes where they are many. */
async function gather(
  work: WorkTables,
  name: string,
  tables: readonly string[],
  columns: string,
): Promise<void> {
  let left = tables;
  for (let go = 1; left.length > 0; go++) {
    const some = left.slice(0, gathered_max);
    left = left.slice(gathered_max);
    const into = left.length === 0 ? name : `${name}_gathered_${go}`;
    const selects = some.map((table) => `SELECT ${columns} FROM ${table}`);
    await work.make(into, selects.join(' UNION ALL '));
    for (const table of some) await work.drop(table);
    if (left.length > 0) left = [...left, into];
  }
}

/** A member itself counts from its first day on, so one less below it makes the threshold. */
function figures({ heads, joint }: Thresholds): string {
  const first = heads.map(
    (n) => `min(d.day) FILTER (WHERE d.people_by >= ${n - 1}) AS people_${n}_on`,
  );
  const known = (n: number): string => `coalesce(x.people_${n}_on, ${UNKNOWN_DAY})`;
  const people = heads.map((n) => `greatest(p.joined_on, ${known(n)}) AS people_${n}_on`);
  const both = joint.map(
    (n) => `greatest(p.joined_on, greatest(${known(n)}, c.levels_3_on)) AS crossed_${n}_3_on`,
  );
  return `SELECT p.member_no, p.parent_no, p.root_no, p.repair, p.level, c.direct, c.people,
      c.levels, ${people.join(', ')}, greatest(p.joined_on, c.levels_3_on) AS levels_3_on,
      ${both.join(', ')},
      c.paid_in_minor AS subtree_paid_in_minor, c.earned_minor AS subtree_earned_minor
    FROM forest_place p JOIN forest_counts c ON c.member_no = p.member_no
    LEFT JOIN (
      SELECT d.member_no, ${first.join(', ')} FROM forest_days d GROUP BY d.member_no
    ) x ON x.member_no = p.member_no`;
}

import type { WorkTables } from '../../engine/work-tables.ts';
import { followPaths } from './follow-paths.ts';
import type { Paths } from './follow-paths.ts';

/** Edges without a cycle, and the ways up along them. */
export interface Uncycled {
  readonly edges: string;
  readonly paths: Paths;
  readonly cycle_members: number;
}

/**
 * Cuts every cycle above its smallest member_no. Whoever many steps lead to from anywhere is on a
 * cycle: images of a map are nested, so one that a round leaves as large as it was is all of them.
 */
export async function cutCycles(work: WorkTables, edges: string, all: Paths): Promise<Uncycled> {
  const { table, cycle_members } = await smallestOnCycles(work, edges, all);
  await work.make(
    'forest_cut',
    `SELECT r.member_no FROM ${table} r
     WHERE r.member_no = r.least_no AND r.member_no IN (SELECT s.top_no FROM ${table} s)`,
  );
  await work.make(
    'forest_mended',
    `SELECT e.member_no, CASE WHEN c.member_no IS NULL THEN e.top_no ELSE e.member_no END AS top_no,
       CASE WHEN c.member_no IS NULL THEN e.steps ELSE 0 END AS steps,
       CASE WHEN c.member_no IS NULL THEN e.repair ELSE 'cycle' END AS repair
     FROM ${edges} e LEFT JOIN forest_cut c ON c.member_no = e.member_no`,
  );
  await work.make(
    'forest_mended_path',
    `SELECT e.member_no, e.top_no, e.steps
     FROM forest_mended e JOIN ${all.table} p ON p.member_no = e.member_no
     WHERE p.steps = ${all.reach}`,
  );
  const mended = await followPaths(work, 'forest_mended_path');
  await work.make(
    'forest_path',
    `SELECT p.member_no, p.top_no, p.steps FROM ${all.table} p WHERE p.steps < ${all.reach}
     UNION ALL SELECT m.member_no, m.top_no, m.steps FROM ${mended.table} m`,
  );
  const made = new Set([table, 'forest_cut', 'forest_mended_path', mended.table, edges, all.table]);
  for (const name of made) await work.drop(name);
  return { edges: 'forest_mended', paths: { ...mended, table: 'forest_path' }, cycle_members };
}

/** Of each member whose way has no end, the smallest member_no it comes by. */
async function smallestOnCycles(
  work: WorkTables,
  edges: string,
  { table: paths, reach }: Paths,
): Promise<{ readonly table: string; readonly cycle_members: number }> {
  let table = 'forest_ring_0';
  await work.make(
    table,
    `SELECT e.member_no, e.top_no,
       CASE WHEN e.top_no < e.member_no THEN e.top_no ELSE e.member_no END AS least_no
     FROM ${edges} e JOIN ${paths} p ON p.member_no = e.member_no WHERE p.steps = ${reach}`,
  );
  let seen = await seenFrom(work, table);
  for (let round = 1; ; round++) {
    const next = `forest_ring_${round}`;
    await work.make(
      next,
      `SELECT a.member_no, b.top_no,
         CASE WHEN b.least_no < a.least_no THEN b.least_no ELSE a.least_no END AS least_no
       FROM ${table} a JOIN ${table} b ON b.member_no = a.top_no`,
    );
    await work.drop(table);
    table = next;
    const before = seen;
    seen = await seenFrom(work, table);
    if (seen.tops === before.tops && seen.least === before.least) break;
  }
  return { table, cycle_members: seen.tops };
}

/** How many members the ways have come to, and a sum that falls whenever a smallest one does. */
async function seenFrom(
  work: WorkTables,
  table: string,
): Promise<{ readonly tops: number; readonly least: string }> {
  const [row] = await work.engine.rows(
    `SELECT count(DISTINCT top_no) AS tops, CAST(sum(least_no) AS BIGINT) AS least FROM ${table}`,
  );
  return { tops: Number(row?.['tops']), least: String(row?.['least']) };
}

import type { WorkTables } from '../../engine/work-tables.ts';
import { UNKNOWN_DAY } from '../forest.ts';

/** What is known below each member, by level. */
export interface Climbed {
  /** One table a level: member_no, parent_no, tied_on, direct, people, levels, days, sums. */
  readonly levels: readonly string[];
  /** One table a level: member_no, day, and how many below had been tied in by its end. */
  readonly days: readonly string[];
}

/**
 * Goes up from the deepest level, each level from the one below it. Of the days on which people
 * below a member were tied in, only so many as the highest threshold asks for are handed up: the
 * smallest of a union are among the smallest of its parts, and a tie further up moves all alike.
 */
export async function climbLevels(
  work: WorkTables,
  places: string,
  depth: number,
  highest: number,
): Promise<Climbed> {
  const levels: string[] = [];
  const days: string[] = [];
  for (let level = depth; level >= 1; level--) {
    const below = levels.at(-1);
    const table = `forest_level_${level}`;
    await work.make(table, countsOf(places, level, below));
    levels.push(table);
    if (below === undefined) continue;
    const daysTable = `forest_days_${level}`;
    await work.make(daysTable, daysOf(below, days.at(-1), highest));
    days.push(daysTable);
  }
  return { levels, days };
}

function countsOf(places: string, level: number, below: string | undefined): string {
  const own = `SELECT p.member_no, p.parent_no, p.tied_on, p.paid_in_minor, p.earned_minor
    FROM ${places} p WHERE p.level = ${level}`;
  if (below === undefined) {
    return `SELECT v.member_no, v.parent_no, v.tied_on, CAST(0 AS BIGINT) AS direct,
      CAST(1 AS BIGINT) AS people, 1 AS levels, ${UNKNOWN_DAY} AS levels_2_on,
      ${UNKNOWN_DAY} AS levels_3_on, v.paid_in_minor, v.earned_minor FROM (${own}) v`;
  }
  return `SELECT v.member_no, v.parent_no, v.tied_on, coalesce(b.direct, 0) AS direct,
      1 + coalesce(b.people, 0) AS people, 1 + coalesce(b.levels, 0) AS levels,
      coalesce(b.levels_2_on, ${UNKNOWN_DAY}) AS levels_2_on,
      coalesce(b.levels_3_on, ${UNKNOWN_DAY}) AS levels_3_on,
      v.paid_in_minor + coalesce(b.paid_in_minor, 0) AS paid_in_minor,
      v.earned_minor + coalesce(b.earned_minor, 0) AS earned_minor
    FROM (${own}) v LEFT JOIN (
      SELECT c.parent_no, count(*) AS direct, CAST(sum(c.people) AS BIGINT) AS people,
        max(c.levels) AS levels, min(c.tied_on) AS levels_2_on,
        min(greatest(c.tied_on, c.levels_2_on)) AS levels_3_on,
        CAST(sum(c.paid_in_minor) AS BIGINT) AS paid_in_minor,
        CAST(sum(c.earned_minor) AS BIGINT) AS earned_minor
      FROM ${below} c GROUP BY c.parent_no
    ) b ON b.parent_no = v.member_no`;
}

/** Those below a level tie themselves in, and hand up whom they have; unknown days come never. */
function daysOf(below: string, handed: string | undefined, highest: number): string {
  const known = `c.tied_on < ${UNKNOWN_DAY}`;
  const further =
    handed === undefined
      ? ''
      : `UNION ALL SELECT c.parent_no, greatest(c.tied_on, d.day), d.people
         FROM ${below} c JOIN ${handed} d ON d.member_no = c.member_no WHERE ${known}`;
  return `SELECT w.member_no, w.day, w.people, w.people_before + w.people AS people_by FROM (
      SELECT t.member_no, t.day, t.people,
        CAST(sum(t.people) OVER (PARTITION BY t.member_no ORDER BY t.day NULLS LAST
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) - t.people AS people_before
      FROM (
        SELECT s.member_no, s.day, CAST(sum(s.people) AS BIGINT) AS people FROM (
          SELECT c.parent_no AS member_no, c.tied_on AS day, CAST(1 AS BIGINT) AS people
          FROM ${below} c WHERE ${known} ${further}
        ) s GROUP BY s.member_no, s.day
      ) t
    ) w WHERE w.people_before < ${highest - 1}`;
}

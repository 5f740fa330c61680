import { writeColumns } from '../../engine/columns.ts';
import { createTable } from '../../engine/create-table.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import type { ScanSite } from '../../engine/scan-site.ts';
import type { IssueLog } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { UNKNOWN_DAY } from '../forest.ts';
import { subtreeOn, tieIntervals } from '../history/tie-intervals.ts';
import type { DatedTree } from '../history/tie-intervals.ts';
import { localDay } from '../local-day.ts';

interface Exit {
  readonly member_no: number;
  readonly left_day: number;
  readonly last_day: number;
}

/**
 * Fills `network_exit`: who left and still earned, with what stood below it when it left and when
 * it last earned. Whoever formally left but goes on drawing pay answers for those who came
 * afterwards (2013 opinions on pyramid-selling cases, art. 1). What was earned before leaving and
 * paid out later is not counted: it was earned by then.
 */
export async function writeExits(
  engine: DuckDb,
  tree: DatedTree,
  options: {
    readonly time_zone: string;
    readonly site: ScanSite;
    readonly members_visited_max?: number;
  },
  issues: IssueLog,
): Promise<void> {
  await createTable(engine, 'network_exit');
  if (!(await findExits(options.site, options.time_zone))) return;
  const exits = (await engine.rows(`
    SELECT member_no, left_on - DATE '1970-01-01' AS left_day,
      last_on - DATE '1970-01-01' AS last_day
    FROM network_exits ORDER BY member_no`)) as unknown as Exit[];
  const most = options.members_visited_max ?? limits.network_exit_members_max;
  await writeColumns(engine, 'network_exit_counts', countExits(tree, exits, most, issues));
  const counted = (column: string): string => `nullif(c.${column}, ${UNKNOWN_DAY})`;
  await engine.run(`INSERT INTO network_exit
    SELECT m.member_id, e.left_on, e.last_on, e.earned,
      ${['left_people', 'left_levels', 'last_people', 'last_levels'].map(counted).join(', ')}
    FROM network_exits e JOIN network_exit_counts c ON c.member_no = e.member_no
    JOIN member m ON m.member_no = e.member_no ORDER BY m.member_id`);
  await options.site.clear('network_exits');
  await engine.run('DROP TABLE network_exit_counts');
}

/** Leaves `network_exits`; false where there is none. */
async function findExits({ engine, make }: ScanSite, time_zone: string): Promise<boolean> {
  const [any] = await engine.rows('SELECT 1 AS one FROM member WHERE left_at IS NOT NULL LIMIT 1');
  if (!any) return false;
  const left = await localDay(engine, 'member', ['left_at'], time_zone);
  const earned = await localDay(engine, 'commission', ['accrued_at', 'paid_at'], time_zone);
  const earnedOn = earned('coalesce(c.accrued_at, c.paid_at)');
  await make(
    'network_exits',
    `SELECT m.member_no, ${left('m.left_at')} AS left_on, max(${earnedOn}) AS last_on,
      CAST(sum(c.amount_minor) AS BIGINT) AS earned
    FROM member m JOIN commission c ON c.beneficiary_id = m.member_id
    WHERE c.amount_minor > 0 AND c.status IS DISTINCT FROM 'reversed'
      AND ${earnedOn} > ${left('m.left_at')}
    GROUP BY m.member_no, m.left_at`,
  );
  return true;
}

/** Subtrees of both days; those beyond what may be visited stay unknown, and that is said. */
function countExits(
  tree: DatedTree,
  exits: readonly Exit[],
  most: number,
  issues: IssueLog,
): Record<string, Int32Array> {
  const columns = ['left_people', 'left_levels', 'last_people', 'last_levels'] as const;
  const counts = Object.fromEntries(
    columns.map((name) => [name, new Int32Array(exits.length).fill(UNKNOWN_DAY)]),
  ) as Record<(typeof columns)[number], Int32Array>;
  const ties = tieIntervals(tree);
  let visited = 0;
  let unknown = 0;
  exits.forEach(({ member_no, left_day, last_day }, i) => {
    if (visited >= most) {
      unknown++;
      return;
    }
    const left = subtreeOn(ties, tree.joinedDay, member_no, left_day);
    const last = subtreeOn(ties, tree.joinedDay, member_no, last_day);
    visited += left.people + last.people;
    if (tree.joinedDay[member_no] === UNKNOWN_DAY) return;
    counts.left_people[i] = left.people;
    counts.left_levels[i] = left.levels;
    counts.last_people[i] = last.people;
    counts.last_levels[i] = last.levels;
  });
  if (unknown > 0) issues.add('network.exits_not_counted', { most }, undefined, unknown);
  return { member_no: Int32Array.from(exits, ({ member_no }) => member_no), ...counts };
}

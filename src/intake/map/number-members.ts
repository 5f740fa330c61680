import type { SqlEngine } from '../../engine/sql-engine.ts';
import { loadedRelation } from './loaded-relation.ts';

/**
 * Gives members a dense number in joining order (accounts without a date last, then by id as a
 * number, then as text) and turns both uplines into such numbers: NULL for none, -1 for one that
 * is not in the data. Kernels index arrays by it, and joining order keeps their memory walks near.
 */
export async function numberMembers(engine: SqlEngine): Promise<void> {
  const member = loadedRelation('member');
  await engine.run(`CREATE OR REPLACE TEMP TABLE member_numbers AS ${numbersSql(member)}`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE mapped_numbered AS
    SELECT m.* REPLACE (
      own.no AS member_no,
      CASE WHEN m.recruiter_id IS NOT NULL THEN coalesce(up.no, -1) END AS recruiter_no,
      CASE WHEN m.placement_id IS NOT NULL THEN coalesce(sits.no, -1) END AS placement_no)
    FROM ${member} AS m
    JOIN member_numbers AS own ON own.id = m.member_id
    LEFT JOIN member_numbers AS up ON up.id = m.recruiter_id
    LEFT JOIN member_numbers AS sits ON sits.id = m.placement_id`);
  await engine.run(`DROP TABLE member_numbers`);
  await engine.run(`DROP TABLE ${member}`);
  await engine.run(`ALTER TABLE mapped_numbered RENAME TO ${member}`);
}

/** The number of each member, as `id` and `no`. */
export function numbersSql(from: string): string {
  return `SELECT member_id AS id, row_number() OVER (
      ORDER BY joined_at NULLS LAST, TRY_CAST(member_id AS HUGEINT) NULLS LAST, member_id
    ) - 1 AS no
    FROM ${from}`;
}

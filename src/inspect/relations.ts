import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import { listRows } from './list-rows.ts';

/** Everybody at or below the members named, in each tree: under whom, at which level. */
export async function* listRelations(
  engine: SqlEngine,
  members: readonly string[],
): AsyncGenerator<SqlRow> {
  if (members.length === 0) return;
  const named = members.map(sqlText).join(', ');
  yield* listRows(
    engine,
    `WITH RECURSIVE below AS (
       SELECT tree, member_id FROM network_member WHERE member_id IN (${named})
       UNION
       SELECT n.tree, n.member_id FROM network_member n
       JOIN below b ON b.tree = n.tree AND b.member_id = n.parent_id
     )
     SELECT n.tree, n.level, n.member_id, n.parent_id, n.direct, n.people, n.levels, n.joined_on
     FROM network_member n JOIN below b ON b.tree = n.tree AND b.member_id = n.member_id`,
    'tree, level, member_id',
  );
}

export const relationColumns = [
  'tree',
  'level',
  'member_id',
  'parent_id',
  'direct',
  'people',
  'levels',
  'joined_on',
] as const;

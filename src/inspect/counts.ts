import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import { listRows } from './list-rows.ts';

/** Every member with recruits under each way of counting: by tree, then by people. */
export function listCounts(engine: SqlEngine): AsyncGenerator<SqlRow> {
  return listRows(
    engine,
    'SELECT * FROM network_count',
    'tree, people_max DESC, levels_max DESC, member_id',
  );
}

/**
 * Every tie between accounts, strongest first, with a row for each account of it and the person
 * that account is; one row without an account where too many share it or it was switched off.
 */
export function listTies(engine: SqlEngine): AsyncGenerator<SqlRow> {
  return listRows(
    engine,
    `SELECT l.*, a.member_id, coalesce(p.person_id, a.member_id) AS person_id
     FROM person_link l LEFT JOIN person_link_account a ON a.link_id = l.link_id
       LEFT JOIN member_person p ON p.member_id = a.member_id`,
    'link_id, member_id NULLS FIRST',
  );
}

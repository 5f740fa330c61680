import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import { listRows } from './list-rows.ts';

/** Every member's place in the networks: by tree, then members by people. */
export function listMembers(engine: SqlEngine): AsyncGenerator<SqlRow> {
  return listRows(
    engine,
    'SELECT * FROM network_member',
    'tree, people DESC, levels DESC, member_id',
  );
}

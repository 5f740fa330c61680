import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import { listRows } from './list-rows.ts';

/** What funded each commission, in the order of their ids. */
export function listFunding(engine: SqlEngine): AsyncGenerator<SqlRow> {
  const order = ['commission_id', 'part', 'beneficiary_id', 'amount_minor', 'source_id', 'reason'];
  return listRows(engine, 'SELECT * FROM commission_funding', order.join(', '));
}

/** What each member paid in and earned: those who lost most first. */
export function listGains(engine: SqlEngine): AsyncGenerator<SqlRow> {
  return listRows(engine, 'SELECT * FROM member_gain', 'net_minor, member_id');
}

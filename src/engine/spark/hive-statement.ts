import { setTimeout as wait } from 'node:timers/promises';
import { PolyprismError } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import type { SqlRow } from '../sql-engine.ts';
import { operationState } from './hive-calls.ts';
import { told } from './hive-caller.ts';
import type { Call } from './hive-caller.ts';
import { structIn } from './read-thrift.ts';
import { readColumns, readRows } from './row-set.ts';
import type { ThriftInput } from './write-thrift.ts';

/** Waits between questions whether a statement is done: short ones are seen at once. */
const poll_ms = { first: 5, most: 500 };
/** Rows asked for at a time. */
const fetch_rows = 10_000;

/** Waits until a statement is done; whether it has rows. `ask` may ask again: nothing changes. */
export async function finished(
  ask: Call,
  operation: ThriftInput,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  for (let pause = poll_ms.first; ; pause = Math.min(pause * 2, poll_ms.most)) {
    const now = await ask('GetOperationStatus', [[1, operation]]);
    const state = now.get(2);
    if (state === operationState.finished) return now.get(9) !== false;
    const under_way =
      state === operationState.initialized ||
      state === operationState.running ||
      state === operationState.pending;
    if (!under_way) {
      const message = told(now.get(5)) || `state ${String(state)}`;
      throw new PolyprismError('spark.statement_failed', { message });
    }
    await wait(pause, undefined, { ...(signal && { signal }) });
  }
}

/** All rows of a statement. A fetch moves on, so each is asked for once and never again. */
export async function fetchAll(
  call: Call,
  operation: ThriftInput,
  limits: Limits,
): Promise<SqlRow[]> {
  const told = await call('GetResultSetMetadata', [[1, operation]]);
  if (!told.has(2)) return [];
  const columns = readColumns(structIn(told, 2));
  const rows: SqlRow[] = [];
  for (;;) {
    const fetched = await call('FetchResults', [
      [1, operation],
      [2, { i32: 0 }],
      [3, { i64: fetch_rows }],
    ]);
    const some = readRows(structIn(fetched, 3), columns);
    if (some.length === 0) return rows;
    rows.push(...some);
    if (rows.length > limits.spark_rows_max) {
      throw new PolyprismError('spark.too_many_rows', { limit: limits.spark_rows_max });
    }
  }
}

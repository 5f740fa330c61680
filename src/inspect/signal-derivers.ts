import { DuckDb } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { DeriveContext, Deriver } from '../provisions/derive.ts';
import { findSignals } from '../signals/find-signals.ts';
import type { Signals } from '../signals/suspicion.ts';
import { writeSignals } from '../signals/write-signals.ts';

const reads = [
  'order',
  'order_line',
  'shipment',
  'shop',
  'operator',
  'listing',
  'live_session',
  'price_event',
  'commission',
  'after_sale',
  'account_link',
  'review',
  'complaint',
  'quality_event',
] as const;

/** The three tables of signals, worked out once for a run and written as they are asked for. */
export const signalDerivers: readonly Deriver[] = (
  ['signal', 'signal_ground', 'signal_scope'] as const
).map((table) => ({
  table,
  reads,
  derive: async (engine, context) => {
    await writeSignals(engine, table, await signalsOf(engine, context), context.time_zone);
  },
}));

const known = new WeakMap<DeriveContext, Promise<Signals>>();

function signalsOf(engine: SqlEngine, context: DeriveContext): Promise<Signals> {
  const before = known.get(context);
  if (before) return before;
  // The statistics need the column interface of DuckDB; without it nothing has been looked for,
  // which the empty scope says.
  const signals =
    engine instanceof DuckDb
      ? findSignals(engine, context)
      : Promise.resolve({ suspicions: [], scopes: [] });
  known.set(context, signals);
  return signals;
}

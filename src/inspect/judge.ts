import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Pack } from '../model/provision.ts';
import { attachCalendars } from '../provisions/attach-calendars.ts';
import type { RunContext } from '../provisions/context.ts';
import { deriveTables } from '../provisions/derive.ts';
import { runProvisions } from '../provisions/run.ts';
import type { ProvisionRun } from '../provisions/run.ts';
import { derivers } from './derivers.ts';

/**
 * Judges a snapshot attached to the engine, its network included, by all that packs say. A
 * provision that did not exist yet is neither met nor breached: it is no part of the verdict.
 */
export async function judge(
  engine: SqlEngine,
  packs: readonly Pack[],
  context: RunContext,
): Promise<ProvisionRun> {
  const all = packs.flatMap((pack) => pack.provisions);
  const begun = all.filter(({ in_force }) => in_force.from <= context.as_of);
  await attachCalendars(engine, packs);
  await deriveTables(engine, derivers, begun, { ...context, packs });
  return await runProvisions(engine, begun, context);
}

import type { ScanSite } from '../engine/scan-site.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { IssueLog } from '../model/issue.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Pack, Provision } from '../model/provision.ts';
import type { TableName } from '../model/tables.ts';
import type { RunContext } from './context.ts';

/** What a derived table may be worked out with, beside the tables in the engine. */
export interface DeriveContext extends Pick<
  RunContext,
  'as_of' | 'time_zone' | 'tables' | 'currency'
> {
  /** The packs that judge: their lists of terms, their calendars. */
  readonly packs: readonly Pack[];
  /** Is told which derived table is being made, and how far it has come. */
  readonly progress?: OnProgress;
  /** The tables somebody reads; all where absent. */
  readonly wanted?: ReadonlySet<TableName>;
  /** Where large tables are scanned; in the engine itself where absent. */
  readonly site?: ScanSite;
  /** Takes what went differently than the data promised. */
  readonly issues: IssueLog;
}

/** Makes one derived table out of others, under its relation name. */
export interface Deriver {
  readonly table: TableName;
  /** Tables it reads; the engine has them all, empty where nothing was supplied. */
  readonly reads: readonly TableName[];
  readonly derive: (engine: SqlEngine, context: DeriveContext) => Promise<void>;
}

/** The tables provisions read. */
export function tablesRead(provisions: readonly Provision[]): Set<TableName> {
  return new Set(provisions.flatMap(({ reads }) => reads.map(({ table }) => table)));
}

/** Makes those derived tables that are wanted, but for those supplied as they stand. */
export async function deriveTables(
  engine: SqlEngine,
  derivers: readonly Deriver[],
  wanted: ReadonlySet<TableName>,
  context: DeriveContext,
): Promise<void> {
  const due = derivers.filter(
    ({ table }) => wanted.has(table) && context.tables[table] === undefined,
  );
  const telling = { ...context, wanted };
  for (const [done, { table, derive }] of due.entries()) {
    const at = { subject: table, done, total: due.length } as const;
    context.progress?.({ step: 'provisions', ...at, unit: 'items', rows: 0 });
    await derive(engine, telling);
  }
}

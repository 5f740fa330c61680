import { DuckDb } from '../engine/duckdb.ts';
import { createScoped, createScopes, insertScoped } from '../engine/scoped-tables.ts';
import { PolyprismError } from '../model/issue.ts';
import type { EvidenceValue, Pack, Provision } from '../model/provision.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isDerived, relationOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { attachCalendars } from '../provisions/attach-calendars.ts';
import { tablesRead } from '../provisions/derive.ts';
import { appliedById } from '../provisions/run.ts';
import { screenProvision, scopes_table } from '../provisions/screen.ts';
import type { Screened } from '../provisions/screen.ts';
import { scope_column, scopedName } from '../provisions/sql/scope-sql.ts';
import { networkRows, rowDays } from './network-rows.ts';

/** Small data sets; the rows of one table all have the same columns. */
export type Tables = Readonly<
  Partial<Record<TableName, readonly Readonly<Record<string, EvidenceValue>>[]>>
>;

/** Columns that count as supplied, by table: a table without rows supplies them all the same. */
export type Filled = Readonly<Partial<Record<TableName, readonly string[]>>>;

/** What each provision says, by its id; null where it must be asked about each data set alone. */
export type ScreenedAll = ReadonlyMap<string, Screened | null>;

/** Many small data sets judged at once: which have a finding, not which finding. */
export interface RowScreen {
  readonly screen: (
    sets: readonly Tables[],
    provisions: readonly Provision[],
    as_of: string,
  ) => Promise<ScreenedAll>;
  readonly interrupt: () => void;
  readonly close: () => void;
}

/** `supplyOf`: what a data set counts as supplying. */
export async function openRowScreen(
  packs: readonly Pack[],
  currency: string,
  supplyOf: (tables: Tables) => Snapshot['tables'],
): Promise<RowScreen> {
  const engine = await DuckDb.open({ threads: 1, memory_limit: '1GB', confined_to: [] });
  await attachCalendars(engine, packs);
  await createScopes(engine, scopes_table, scope_column);
  const data_zone = packs[0]?.time_zone ?? 'UTC';
  const zones = new Map(
    packs.flatMap((pack) => pack.provisions.map(({ id }) => [id, pack.time_zone] as const)),
  );
  const dayOf = rowDays(data_zone);
  const alone = new Set<string>();
  return {
    screen: async (sets, provisions, as_of) => {
      const able = provisions.filter((one) => !alone.has(one.id) && isScreened(one));
      await fill(engine, sets, tablesRead(able), dayOf);
      const supplies = shared(sets, supplyOf);
      const all = new Map<string, Screened | null>(provisions.map(({ id }) => [id, null]));
      for (const [id, applied] of appliedById(able)) {
        const time_zone = zones.get(id) ?? 'UTC';
        const context = { as_of, time_zone, currency, input_digests: [] };
        try {
          all.set(id, await screenProvision(engine, applied, { context, supplies }));
        } catch (error) {
          // What the engine cannot plan for many at once it still answers for one.
          if (!(error instanceof PolyprismError)) throw error;
          alone.add(id);
        }
      }
      return all;
    },
    interrupt: () => engine.interrupt(),
    close: () => engine.close(),
  };
}

const networkTables = ['network_member', 'network_tree', 'network_paid_crossing'] as const;
const network: ReadonlySet<TableName> = new Set(networkTables);

/** Other derived tables than the network's are made by an engine, for one data set at a time. */
function isScreened({ reads }: Provision): boolean {
  return reads.every(({ table }) => network.has(table) || !isDerived(table));
}

async function fill(
  engine: DuckDb,
  sets: readonly Tables[],
  wanted: ReadonlySet<TableName>,
  dayOf: ReturnType<typeof rowDays>,
): Promise<void> {
  await engine.run(`DELETE FROM ${scopes_table}`);
  await engine.run(`INSERT INTO ${scopes_table} SELECT range FROM range(${sets.length})`);
  const networks = [...wanted].some((table) => network.has(table))
    ? sets.map((tables) => networkRows(tables, dayOf))
    : [];
  for (const table of wanted) {
    const name = scopedName(relationOf(table));
    await engine.run(`DROP TABLE IF EXISTS ${name}`);
    await createScoped(engine, table, name, scope_column);
    const made = networkTables.find((one) => one === table);
    const rows = made ? networks.map((one) => one[made]) : sets.map((one) => one[table]);
    await insertScoped(engine, table, name, scope_column, rows);
  }
}

/** What each set supplies; one object for all that supply the same. */
function shared(
  sets: readonly Tables[],
  supplyOf: (tables: Tables) => Snapshot['tables'],
): readonly Snapshot['tables'][] {
  const known = new Map<string, Snapshot['tables']>();
  return sets.map((tables) => {
    const shape = Object.entries(tables).map(([table, rows]) => [
      table,
      rows.length > 0,
      ...Object.keys(rows[0] ?? {}),
    ]);
    const key = JSON.stringify(shape);
    const found = known.get(key) ?? supplyOf(tables);
    known.set(key, found);
    return found;
  });
}

import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import type { Provision } from '../model/provision.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { relationOf } from '../model/tables.ts';
import type { RunContext } from './context.ts';
import { ask } from './evaluate.ts';
import { missingNeeds } from './needs.ts';
import { constantPeriods } from './periods.ts';
import type { Period } from './periods.ts';
import type { Applied } from './sieves.ts';
import { scope_column, scopeSql } from './sql/scope-sql.ts';

/** Data sets that stand side by side in scoped tables, numbered from 0. */
export interface Screening {
  readonly context: Omit<RunContext, 'tables'>;
  /** What each supplies; data sets that supply the same share one object. */
  readonly supplies: readonly Snapshot['tables'][];
}

/** What one provision says of each data set. */
export interface Screened {
  /** Those with a finding. */
  readonly met: ReadonlySet<number>;
  /** What would have allowed an answer, for the others. */
  readonly needs: ReadonlyMap<number, ReadonlySet<string>>;
}

/** The table of the numbers of the data sets, beside the scoped tables. */
export const scopes_table = 'pp_scopes';

/**
 * Asks a provision about many small data sets in one statement instead of one each: planning a
 * statement costs a hundred times more than the few rows of a data set. Says only whether there is
 * a finding; the finding itself is a matter of a run on the data set alone.
 */
export async function screenProvision(
  engine: SqlEngine,
  applied: readonly Applied[],
  screening: Screening,
): Promise<Screened> {
  const met = new Set<number>();
  const needs = new Map<number, Set<string>>();
  const note = (scope: number, need: string): void => {
    const known = needs.get(scope);
    if (known) known.add(need);
    else needs.set(scope, new Set([need]));
  };
  for (const { version, days } of applied) {
    if (version.in_force.from > screening.context.as_of) continue;
    const asked = askable(version, screening, note);
    if (asked.size === 0) continue;
    for (const period of constantPeriods(version, days)) {
      for (const row of await askAll(engine, version, period, screening, 'test')) {
        const scope = Number(row[scope_column]);
        if (asked.has(scope)) met.add(scope);
      }
      for (const row of await askAll(engine, version, period, screening, 'cannot_tell')) {
        const scope = Number(row[scope_column]);
        if (asked.has(scope) && row['needs'] !== null) note(scope, String(row['needs']));
      }
    }
  }
  for (const scope of met) needs.delete(scope);
  return { met, needs };
}

/** The data sets that have what the version cannot do without; of the others that is noted. */
function askable(
  version: Provision,
  { context, supplies }: Screening,
  note: (scope: number, need: string) => void,
): ReadonlySet<number> {
  const missing = new Map<Snapshot['tables'], readonly string[]>();
  const asked = new Set<number>();
  for (const [scope, tables] of supplies.entries()) {
    let lacks = missing.get(tables);
    if (lacks === undefined) {
      lacks = missingNeeds(version, { tables, currency: context.currency });
      missing.set(tables, lacks);
    }
    if (lacks.length === 0) asked.add(scope);
    for (const need of lacks) note(scope, need);
  }
  return asked;
}

async function askAll(
  engine: SqlEngine,
  version: Provision,
  period: Period,
  { context }: Screening,
  part: 'test' | 'cannot_tell',
): Promise<SqlRow[]> {
  const relations = new Set(version.reads.map(({ table }) => relationOf(table)));
  const wanted = part === 'test' ? '' : ', pp_rows.needs';
  return await ask(engine, version, period, { ...context, tables: {} }, (provision, filter) => {
    const sql = provision[part];
    return (
      sql &&
      `SELECT DISTINCT pp_of.${scope_column}${wanted} FROM ${scopes_table} pp_of,
       LATERAL (\n${scopeSql(sql, relations, 'pp_of')}\n) pp_rows WHERE ${filter}`
    );
  });
}

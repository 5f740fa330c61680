import { DuckDb } from '../../src/engine/duckdb.ts';
import { canonicalJson } from '../../src/evidence/canonical-json.ts';
import { derivers } from '../../src/inspect/derivers.ts';
import type { EventRow } from '../../src/live/data-event.ts';
import type { LiveState } from '../../src/live/live-state.ts';
import { currentRows } from '../../src/live/row-store.ts';
import { IssueLog, compareText } from '../../src/model/issue.ts';
import type { Pack } from '../../src/model/provision.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { importedTables } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import { analyseNetwork } from '../../src/network/analyse-network.ts';
import { alertKinds } from '../../src/network/live/alerts.ts';
import { attachCalendars } from '../../src/provisions/attach-calendars.ts';
import { deriveTables } from '../../src/provisions/derive.ts';
import { runProvisions } from '../../src/provisions/run.ts';
import { fillTables } from '../../src/provisions/test-tables.ts';

/** What stands: findings of row provisions and dates of lines, each as one text, sorted. */
export type Standing = readonly string[];

export function standingLive({ alerts }: LiveState): Standing {
  return [...alerts.values()]
    .map((one) =>
      one.kind === 'line'
        ? canonicalJson({ line: one.line, member: one.subject.id, on: one.on })
        : canonicalJson({
            provision: one.provision,
            verdict: one.verdict,
            subject: one.subject,
            act_on: one.finding.act_on,
            evidence: one.finding.evidence,
          }),
    )
    .toSorted(compareText);
}

/** Current rows in the engine, judged and the network analysed by what `inspect` runs. */
export async function standingInBatch(packs: readonly Pack[], state: LiveState): Promise<Standing> {
  const engine = await DuckDb.open({ threads: 1 });
  try {
    return await standing(engine, packs, state);
  } finally {
    engine.close();
  }
}

async function standing(
  engine: DuckDb,
  packs: readonly Pack[],
  state: LiveState,
): Promise<Standing> {
  const { as_of, context } = state;
  const rows = new Map<TableName, readonly EventRow[]>();
  for (const table of state.rows.keys()) rows.set(table, currentRows(state.rows, table));
  const members = rows.get('member') ?? [];
  const no = new Map(members.map((row, i) => [row['member_id'], i]));
  rows.set(
    'member',
    members.map((row, i) => {
      const recruiter = row['recruiter_id'] ?? null;
      const recruiter_no = recruiter === null ? null : (no.get(recruiter) ?? -1);
      return { ...row, member_no: i, recruiter_no };
    }),
  );
  const plain = Object.fromEntries(
    [...rows].map(([table, list]) => [table, list.map(withoutZone)]),
  );
  await fillTables(engine, plain, importedTables());
  await attachCalendars(engine, packs);
  await analyseNetwork(engine, { time_zone: context.time_zone });
  const tables: Record<string, Snapshot['tables'][TableName]> = {};
  for (const [table, list] of rows) {
    const columns_present = [...(state.rows.get(table)?.columns ?? [])];
    tables[table] = { read: list.length, refused: 0, columns_present };
  }
  const run = { as_of, time_zone: context.time_zone, tables, currency: context.currency };
  const wanted = new Set(['classification', 'screening_hit'] as const);
  const deriving = { ...run, packs, issues: new IssueLog() };
  await deriveTables(engine, derivers, wanted, deriving);
  const provisions = packs
    .flatMap((pack) => pack.provisions)
    .filter(
      ({ row, finds, subject }) =>
        row !== null && finds !== 'fact' && rows.has(subject as TableName),
    );
  const { findings } = await runProvisions(engine, provisions, { ...run, input_digests: [] });
  const found = findings.map(({ provision, verdict, subject, act_on, evidence }) =>
    canonicalJson({ provision, verdict, subject, act_on, evidence }),
  );
  return [...found, ...(await linesInBatch(engine))].toSorted(compareText);
}

async function linesInBatch(engine: DuckDb): Promise<string[]> {
  const rows = await engine.rows(
    `SELECT member_id, ${alertKinds.join(', ')} FROM network_member WHERE tree = 'sponsor'`,
  );
  return rows.flatMap((row) =>
    alertKinds.flatMap((line) => {
      const on = row[line] ?? null;
      return on === null ? [] : [canonicalJson({ line, member: row['member_id'], on })];
    }),
  );
}

/** The spelling of an instant that every engine casts. */
function withoutZone(row: EventRow): EventRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? value.slice(0, -1) : value,
    ]),
  );
}

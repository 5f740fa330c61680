import { sqlText } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import { digestOf } from '../../evidence/digest.ts';
import type { Inspection } from '../../inspect/inspect.ts';
import type { JsonValue } from '../../model/json.ts';
import { momentOf, saidAt } from '../../model/moment.ts';
import type { Finding, ProvisionVerdict } from '../../model/provision.ts';
import type { Report, ReportProvision } from '../../model/report.ts';
import { relationOf, shapeOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { KeptProvision, Kept } from '../../server/findings/kept.ts';

const ids_per_query = 2_000;

/** What the server keeps of an inspection beside its findings. */
export async function whatIsKept({ report, snapshot, engine }: Inspection): Promise<Kept> {
  return {
    as_of: report.as_of,
    snapshot_id: digestOf(snapshot.files.map(({ sha256 }) => sha256)),
    report: digestOf(asJson(report)),
    packs: report.digests.packs.map(({ id, version, sha256 }) => ({ id, version, sha256 })),
    operators: await operatorsOf(engine, report.findings),
    schemes: await schemesOf(engine, report.findings),
    provisions: report.verdicts.by_provision.map(({ provision, ...verdict }) => ({
      provision,
      needs: [...verdict.needs],
      undecided: verdict.undecided,
      findings: verdict.findings,
      ...lawOf(report, provision, verdict.verdict),
    })),
  };
}

/** The report as its file says it: values that JSON has not are left out. */
function asJson(report: Report): JsonValue {
  return JSON.parse(JSON.stringify(report)) as JsonValue;
}

function lawOf(
  { provisions }: Report,
  id: string,
  verdict: ProvisionVerdict['verdict'],
): Pick<KeptProvision, 'law' | 'stage' | 'verdict'> {
  const found = provisions.find((one) => one.id === id);
  if (found === undefined) return { law: null, verdict };
  const stage = momentOf(found);
  return { law: shown(found), stage, verdict: saidAt(stage, verdict) };
}

function shown(provision: ReportProvision): NonNullable<KeptProvision['law']> {
  const { title, law, reading, remedy, exceptions, false_positives } = provision;
  const cites = provision.cites.map((cite) => ({ ...cite }));
  return {
    title,
    cites,
    law,
    reading,
    remedy,
    exceptions: [...exceptions],
    false_positives: [...false_positives],
  };
}

/** The operator each finding's subject names, in the findings' order; null where it names none. */
async function operatorsOf(
  engine: SqlEngine,
  findings: readonly Finding[],
): Promise<(string | null)[]> {
  const known = new Map<string, ReadonlyMap<string, string>>();
  for (const [table, about] of Map.groupBy(findings, ({ subject }) => subject.table)) {
    if (table === 'data_set') continue;
    const ids = [...new Set(about.map(({ subject }) => subject.id))];
    known.set(table, await operatorsIn(engine, table, ids));
  }
  return findings.map(({ subject }) => known.get(subject.table)?.get(subject.id) ?? null);
}

/** The root above each finding's subject in the sponsor tree; null where it is no member. */
async function schemesOf(
  engine: SqlEngine,
  findings: readonly Finding[],
): Promise<(string | null)[]> {
  const about = findings.map(({ subject: { table, id } }) =>
    table === 'member' || table === 'network_member' ? id : null,
  );
  const ids = [...new Set(about.filter((id) => id !== null))];
  const roots = new Map<string, string>();
  for (let from = 0; from < ids.length; from += ids_per_query) {
    const wanted = ids.slice(from, from + ids_per_query).map(sqlText);
    const rows = await engine.rows(`SELECT member_id, root_id FROM network_member
      WHERE tree = 'sponsor' AND member_id IN (${wanted.join(', ')})`);
    for (const { member_id, root_id } of rows) roots.set(String(member_id), String(root_id));
  }
  return about.map((id) => (id === null ? null : (roots.get(id) ?? null)));
}

async function operatorsIn(
  engine: SqlEngine,
  table: TableName,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { key, columns } = shapeOf(table);
  const operators = new Map<string, string>();
  if (key === null || !Object.hasOwn(columns, 'operator_id')) return operators;
  for (let from = 0; from < ids.length; from += ids_per_query) {
    const wanted = ids.slice(from, from + ids_per_query).map(sqlText);
    const rows = await engine.rows(
      `SELECT ${key} AS id, operator_id FROM ${relationOf(table)}
       WHERE ${key} IN (${wanted.join(', ')}) AND operator_id IS NOT NULL`,
    );
    for (const { id, operator_id } of rows) operators.set(String(id), String(operator_id));
  }
  return operators;
}

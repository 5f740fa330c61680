import type { SqlRow } from '../engine/sql-engine.ts';
import { canonicalJson } from '../evidence/canonical-json.ts';
import { findingId } from '../evidence/statement/finding-id.ts';
import { compareText } from '../model/issue.ts';
import type { Finding, Provision } from '../model/provision.ts';
import type { RunContext } from './context.ts';
import { explain } from './explain.ts';
import type { EvidenceRow } from './explain.ts';
import type { Period } from './periods.ts';

/**
 * Makes findings of a test's rows: one for each subject, with all its rows as evidence. Rows
 * whose act has no date are a finding of their own, judged by the law as of the run.
 */
export function findingsOf(
  provision: Provision,
  period: Period,
  rows: readonly SqlRow[],
  context: RunContext,
): Finding[] {
  const groups = new Map<string, { readonly subject: string; readonly rows: SqlRow[] }>();
  for (const row of rows) {
    const subject = String(row['subject']);
    const key = `${row['act_on'] === null ? 'undated' : 'dated'} ${subject}`;
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { subject, rows: [row] });
  }
  return [...groups.values()].map((group) => {
    return findingOf(provision, period, group.subject, group.rows, context);
  });
}

function findingOf(
  provision: Provision,
  period: Period,
  subject: string,
  rows: readonly SqlRow[],
  context: RunContext,
): Finding {
  const sorted = sortRows(rows);
  const facts = {
    subject,
    act_on: dayOf(sorted[0]),
    parameters: period.parameters,
    evidence: sorted.map(evidenceOf),
  };
  const common = {
    provision: provision.id,
    provision_sha256: provision.sha256,
    version_in_force: provision.in_force.from,
    subject: { table: provision.subject, id: subject },
    act_on: facts.act_on,
    parameters: facts.parameters,
    evidence: facts.evidence,
  };
  return {
    id: findingId(common, context.input_digests),
    ...common,
    stage: provision.stage,
    severity: provision.severity,
    // A fact is found by a pack's own tests alone, and decides nothing either.
    verdict: provision.finds === 'breach' ? 'breach' : 'indication',
    explanation: explain(provision, facts, context.currency),
  };
}

/** Earliest act first; among those of a day by all their values. Equal rows stay as many. */
function sortRows(rows: readonly SqlRow[]): readonly SqlRow[] {
  if (rows.length === 1) return rows;
  const keyed = rows.map((row) => ({ row, key: `${dayOf(row) ?? ''}\0${canonicalJson(row)}` }));
  return keyed.toSorted((a, b) => compareText(a.key, b.key)).map(({ row }) => row);
}

function dayOf(row: SqlRow | undefined): string | null {
  const value = row?.['act_on'];
  return value === null || value === undefined ? null : String(value);
}

/** A row's own date stays with it: rows of one finding may have different ones. */
function evidenceOf(row: SqlRow): EvidenceRow {
  const { subject: _, ...evidence } = row;
  return evidence;
}

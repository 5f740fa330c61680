import { canonicalJson } from '../evidence/canonical-json.ts';
import type { RecordVerdict } from '../model/record-check.ts';
import type { TableName } from '../model/tables.ts';
import { editionOf } from '../model/used-edition.ts';
import { alertId, topicOf } from './alert.ts';
import type { Alert, AlertChange, Cause, ProvisionAlert } from './alert.ts';
import type { LiveState } from './live-state.ts';
import { verdictCodes } from './live-state.ts';
import { isThere, recordOf, tableRows } from './row-store.ts';
import type { StoredRow, TableRows } from './row-store.ts';

/**
 * Judges a row by the provisions that one row decides. Those over its table are all that can say
 * something else after a change of it: none reads another row.
 */
export function judgeRow(
  state: LiveState,
  table: TableName,
  [key, row]: readonly [string, StoredRow],
  cause: Cause,
): AlertChange[] {
  const all = tableRows(state.rows, table);
  if (!isThere(table, row)) return [];
  const { verdicts } = state.checker.check(table, recordOf(all, row), key);
  const before = row.codes;
  const codes = new Uint8Array(verdicts.length);
  const changes: AlertChange[] = [];
  verdicts.forEach((one, i) => {
    const code = verdictCodes.indexOf(one.verdict);
    codes[i] = code;
    const was = before?.[i] ?? null;
    if (code !== was) count(state, one.provision, was, code);
    if (code < found && was !== null && was < found) return;
    const change = changeOf(state, table, key, one, cause);
    if (change) changes.push(change);
  });
  row.codes = codes;
  return changes;
}

/** From here on a verdict has a finding. */
const found = verdictCodes.indexOf('indication');

/** Judges all rows of a table again. */
export function judgeTable(state: LiveState, table: TableName, cause: Cause): AlertChange[] {
  const { rows }: TableRows = tableRows(state.rows, table);
  return [...rows].flatMap((one) => judgeRow(state, table, one, cause));
}

function count(state: LiveState, provision: string, before: number | null, now: number): void {
  const counts = state.counts.get(provision) ?? verdictCodes.map(() => 0);
  state.counts.set(provision, counts);
  if (before !== null) counts[before]! -= 1;
  counts[now]! += 1;
}

function changeOf(
  state: LiveState,
  table: TableName,
  key: string,
  { provision, verdict, finding }: RecordVerdict,
  cause: Cause,
): AlertChange | null {
  const topic = topicOf(provision, table, key);
  const open = state.alerts.get(topic);
  if (finding === null || (verdict !== 'breach' && verdict !== 'indication')) {
    return clear(state, topic, cause);
  }
  if (open?.kind === 'provision' && sameFinding(open, verdict, finding)) return null;
  const subject = { table, id: key };
  const { id, first } = open ?? { id: alertId(provision, subject, cause), first: cause };
  const standard = editionOf(provision, state.editions);
  const alert: ProvisionAlert = {
    kind: 'provision',
    id,
    provision,
    verdict,
    subject,
    finding,
    ...(standard && { standard }),
    first,
    latest: cause,
    cleared: null,
  };
  return put(state, topic, alert);
}

function sameFinding(
  open: ProvisionAlert,
  verdict: ProvisionAlert['verdict'],
  finding: ProvisionAlert['finding'],
): boolean {
  return open.verdict === verdict && canonicalJson(open.finding) === canonicalJson(finding);
}

/** Opens an alert or changes the one that stands. */
export function put(state: LiveState, topic: string, alert: Alert): AlertChange {
  const change = state.alerts.has(topic) ? 'changed' : 'raised';
  state.alerts.set(topic, alert);
  return { change, alert };
}

/** Ends an alert, if there is one. */
export function clear(state: LiveState, topic: string, cause: Cause): AlertChange | null {
  const open = state.alerts.get(topic);
  if (!open) return null;
  state.alerts.delete(topic);
  return { change: 'cleared', alert: { ...open, latest: cause, cleared: cause } };
}

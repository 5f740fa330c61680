import { limits } from '../model/limits.ts';
import { compareText, nowhere } from '../model/issue.ts';
import type { TableName } from '../model/tables.ts';
import { isTableName } from '../model/tables.ts';
import { applyEvent } from '../network/live/live-network.ts';
import type { AlertChange, Cause } from './alert.ts';
import type { DataEvent, InboxEntry } from './data-event.ts';
import { crossings } from './crossings.ts';
import { judgeRow, judgeTable } from './judge-rows.ts';
import type { LiveRefusal, LiveState } from './live-state.ts';
import { snapshotBad } from './live-state.ts';
import { amountBefore, sumTooLarge } from './money-of-event.ts';
import { boundAt, memberEvent, moneyEvents, moneyTables } from './network-events.ts';
import { keyOfRow, mergeRow } from './row-store.ts';
import type { Stamp, StoredRow } from './row-store.ts';
import { turnDay } from './turn-day.ts';

/** What an entry of the inbox led to. */
export interface Applied {
  readonly changes: readonly AlertChange[];
  /** Set provisions that have to be run again and had not before this entry. */
  readonly dirty: readonly string[];
  /** Events refused by what the state holds, this one or one that waited for it. */
  readonly refusals: readonly LiveRefusal[];
}

/**
 * Takes the next entry of the inbox into the state. An entry that is in it already changes
 * nothing, so that reading from an earlier position does no harm; one left out stops.
 */
export function applyEntry(state: LiveState, entry: InboxEntry): Applied {
  if (entry.position <= state.position) return { changes: [], dirty: [], refusals: [] };
  if (entry.position > state.position + 1) {
    throw snapshotBad(`after entry ${state.position} came entry ${entry.position}`);
  }
  state.position = entry.position;
  if ('day' in entry) return { ...turnDay(state, entry.day), refusals: [] };
  const { event } = entry;
  const at = Date.parse(event.at);
  if (state.watermark !== null && at < state.watermark) state.late += 1;
  state.watermark = Math.max(at, state.watermark ?? at);
  const cause = { position: entry.position, event: event.id, at: event.at };
  const refusals = joinNetwork(state, event, at, cause);
  for (const one of refusals) keepRefusal(state, one);
  if (refusals.some(({ event: id, final }) => final && id === event.id)) {
    return { changes: [], dirty: [], refusals };
  }
  const changes = mergeAndJudge(state, event, at, cause);
  if (event.kind === 'member.joined' || event.kind === 'member.moved') {
    changes.push(...crossings(state, cause));
  }
  return { changes, dirty: markDirty(state, event), refusals };
}

type Refused = LiveRefusal & { readonly final: boolean };

/** What the event says of the network, and what is refused for it. */
function joinNetwork(state: LiveState, event: DataEvent, at: number, cause: Cause): Refused[] {
  const { network } = state;
  if (sumTooLarge(state, event)) {
    const issue = { code: 'network.live_sum_too_large' as const, count: 1, ...nowhere };
    const params = { event: event.id, limit: Number.MAX_SAFE_INTEGER };
    const { position } = cause;
    return [{ position, event: event.id, issue: { ...issue, params }, final: true }];
  }
  const change = memberEvent(event, at);
  if (!change) return [];
  const before = network.refusals.length;
  const outcome = applyEvent(network, change);
  return network.refusals.slice(before).map(({ event_id, code, params }) => ({
    position: cause.position,
    event: event_id,
    issue: { code, params, count: 1, ...nowhere },
    final: outcome === 'refused' && event_id === event.id,
  }));
}

function keepRefusal(state: LiveState, { position, event, issue }: LiveRefusal): void {
  state.refused += 1;
  if (state.refusals.length < limits.live_refusals_max) {
    state.refusals.push({ position, event, issue });
  }
}

function mergeAndJudge(
  state: LiveState,
  event: DataEvent,
  at: number,
  cause: Cause,
): AlertChange[] {
  const changes: AlertChange[] = [];
  let made = 0;
  for (const [table, rows] of Object.entries(event.rows)) {
    if (!isTableName(table)) continue;
    const touched = new Map<string, StoredRow>();
    let wider = false;
    for (const row of rows) {
      const before = amountBefore(state, table, keyOfRow(table, row));
      const merged = mergeRow(state.rows, table, row, stampsOf(event, table, at));
      touched.set(merged.key, merged.row);
      wider ||= merged.wider;
      if (before === null || (table !== 'fee' && table !== 'commission')) continue;
      const money = moneyTables[table];
      const now = money.amountOf(merged.row);
      for (const one of moneyEvents(event, money, before, now, () => (made += 1))) {
        applyEvent(state.network, one);
      }
    }
    if (wider) changes.push(...judgeTable(state, table, cause));
    else for (const one of touched) changes.push(...judgeRow(state, table, one, cause));
  }
  return changes;
}

/** The upline a member claims counts from when the tie was made, as in the network. */
function stampsOf(event: DataEvent, table: TableName, at: number): (column: string) => Stamp {
  const own: Stamp = { at, event: event.id };
  const row = event.rows.member?.[0];
  if (table !== 'member' || event.kind !== 'member.joined' || !row) return () => own;
  const unknown = row['joined_at'] === null ? UNKNOWN_AT : at;
  const tie: Stamp = { at: boundAt(row) ?? unknown, event: event.id };
  return (column) => (column === 'recruiter_id' || column === 'bound_at' ? tie : own);
}

/** Earlier than every known instant. */
const UNKNOWN_AT = Number.MIN_SAFE_INTEGER;

function markDirty(state: LiveState, { rows }: DataEvent): string[] {
  const added: string[] = [];
  for (const table of Object.keys(rows)) {
    for (const id of isTableName(table) ? (state.sets.get(table) ?? []) : []) {
      if (state.dirty.has(id)) continue;
      state.dirty.add(id);
      added.push(id);
    }
  }
  return added;
}

/** The set provisions to run again, and from now on none until something changes. */
export function takeDirty(state: LiveState): readonly string[] {
  const dirty = [...state.dirty].toSorted(compareText);
  state.dirty.clear();
  return dirty;
}

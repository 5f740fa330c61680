import { compareText } from '../model/issue.ts';
import type { AlertChange } from './alert.ts';
import { clear, judgeTable } from './judge-rows.ts';
import { checkerAsOf } from './live-state.ts';
import type { LiveState } from './live-state.ts';

/**
 * A legal day begins: every row is judged as of it, since terms end and versions of the law begin
 * with days. A day that is not later than the one judged as of changes nothing.
 */
export function turnDay(
  state: LiveState,
  day: string,
): { readonly changes: AlertChange[]; readonly dirty: string[] } {
  if (day <= state.as_of) return { changes: [], dirty: [] };
  state.as_of = day;
  state.checker = checkerAsOf(state.context, day);
  state.counts.clear();
  const cause = { position: state.position, event: `day ${day}`, at: day };
  const changes: AlertChange[] = [];
  for (const [table, { rows }] of state.rows) {
    for (const row of rows.values()) row.codes = null;
    changes.push(...judgeTable(state, table, cause));
  }
  // What one row decides may hang on the day too: such a provision has said nothing of any row.
  for (const [topic, alert] of state.alerts) {
    if (alert.kind !== 'provision' || state.counts.has(alert.provision)) continue;
    const change = clear(state, topic, cause);
    if (change) changes.push(change);
  }
  const all = new Set([...state.sets.values()].flat());
  const dirty = [...all].filter((id) => !state.dirty.has(id)).toSorted(compareText);
  for (const id of dirty) state.dirty.add(id);
  return { changes, dirty };
}

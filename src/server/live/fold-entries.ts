import { setImmediate as others } from 'node:timers/promises';
import { applyEntry } from '../../live/apply-entry.ts';
import type { InboxEntry } from '../../live/data-event.ts';
import type { LiveState } from '../../live/live-state.ts';
import type { PlacedChange } from '../../store/inbox/keep-alerts.ts';

/** Longest the fold goes on without letting requests be answered, but for a single entry. */
const turn_ms = 15;

/** Takes entries into a state, in turns with the rest of the server; what they led to. */
export async function foldEntries(
  state: LiveState,
  entries: readonly InboxEntry[],
): Promise<PlacedChange[]> {
  const told: PlacedChange[] = [];
  let from_ms = performance.now();
  for (const entry of entries) {
    const { changes } = applyEntry(state, entry);
    const { position } = entry;
    for (const change of changes) told.push({ position, ...change });
    if (performance.now() - from_ms < turn_ms) continue;
    await others();
    from_ms = performance.now();
  }
  return told;
}

import { applyEntry } from './apply-entry.ts';
import type { Applied } from './apply-entry.ts';
import type { EventInbox } from './event-inbox.ts';
import type { LiveState } from './live-state.ts';

/**
 * Brings a state, new or restored, up to the end of its inbox and tells what each entry led to.
 * Wherever it starts from and however often it is stopped in between, the state at a position is
 * the same: the entries before it alone decide.
 */
export async function followInbox(
  state: LiveState,
  inbox: Pick<EventInbox, 'read'>,
  tell: (position: number, applied: Applied) => void = () => undefined,
  at_once = 1_000,
): Promise<void> {
  for (;;) {
    const entries = await inbox.read(state.position, at_once);
    if (entries.length === 0) return;
    for (const entry of entries) tell(entry.position, applyEntry(state, entry));
  }
}

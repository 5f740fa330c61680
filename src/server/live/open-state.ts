import { setImmediate as others } from 'node:timers/promises';
import type { EventInbox } from '../../live/event-inbox.ts';
import { createLiveState } from '../../live/live-state.ts';
import type { LiveContext, LiveState } from '../../live/live-state.ts';
import { contextDigest } from '../../live/snapshot.ts';
import { importedTables } from '../../model/tables.ts';
import { holdProgress, replaceAlerts } from '../../store/inbox/keep-alerts.ts';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { foldEntries } from './fold-entries.ts';
import { loadState } from './state-file.ts';

/**
 * Before every legal day: the first entry of an inbox is a day, so that the fold begins with the
 * law of the day on which the first events came, whenever it is made again.
 */
const before_all = '1970-01-01';

/** Entries read at once. */
export const entries_read = 500;

/**
 * The state of a platform up to where its alerts are kept: from the last snapshot if there is one
 * of this inbox and context, else from the first entry. Where other packs, another currency or
 * zone hold by now, everything is judged anew and the alerts made those that stand.
 */
export async function openState(
  store: Pick<Store, 'as'>,
  inbox: EventInbox,
  { tenant_id, folder }: { readonly tenant_id: string; readonly folder: string },
  context: LiveContext,
): Promise<LiveState> {
  const digest = contextDigest(context);
  const progress = await store.as(
    systemActor,
    async (tx) => await holdProgress(tx, tenant_id, digest),
  );
  if (progress.context === digest) {
    const saved = await loadState(folder, inbox, context, progress.position);
    const state = saved ?? createLiveState(context, before_all);
    await foldUpTo(state, inbox, progress.position);
    await makeReady(state);
    return state;
  }
  const state = createLiveState(context, before_all);
  await foldUpTo(state, inbox, Number.MAX_SAFE_INTEGER);
  await makeReady(state);
  await store.as(systemActor, async (tx) => {
    const { number } = await holdProgress(tx, tenant_id, digest);
    const { position, as_of } = state;
    const cause = { position, event: 'packs', at: as_of };
    const now = { context: digest, position, number };
    await replaceAlerts(tx, tenant_id, now, [...state.alerts.values()], cause);
  });
  return state;
}

/** What the first rows of each table would wait for, in turns with the rest of the server. */
export async function makeReady({ checker }: LiveState): Promise<void> {
  for (const table of importedTables()) {
    checker.check(table, {});
    await others();
  }
}

async function foldUpTo(state: LiveState, inbox: EventInbox, position: number): Promise<void> {
  while (state.position < position) {
    const most = Math.min(entries_read, position - state.position);
    const entries = await inbox.read(state.position, most);
    if (entries.length === 0) return;
    await foldEntries(state, entries);
  }
}

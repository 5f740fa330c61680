import type { EventInbox } from '../../live/event-inbox.ts';
import type { LiveContext } from '../../live/live-state.ts';
import { contextDigest } from '../../live/snapshot.ts';
import { holdProgress, replaceAlerts } from '../../store/inbox/keep-alerts.ts';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { loadState } from './state-file.ts';
import type { StateAt } from './thread/messages.ts';
import type { FarState, ThreadPool } from './thread/thread-pool.ts';

/** Entries read at once. */
export const entries_read = 500;

/** Where a state is made, and of what. */
export interface StateParts {
  readonly store: Pick<Store, 'as'>;
  readonly inbox: EventInbox;
  readonly pool: Pick<ThreadPool, 'open'>;
  readonly tenant_id: string;
  /** Where its snapshots lie. */
  readonly folder: string;
  readonly context: LiveContext;
}

/**
 * The state of a platform up to where its alerts are kept: from the last snapshot if there is one
 * of this inbox and context, else from the first entry. Where other packs, another currency or
 * zone hold by now, everything is judged anew and the alerts made those that stand.
 */
export async function openState(
  parts: StateParts,
): Promise<{ readonly state: FarState; readonly at: StateAt; readonly saved: number }> {
  const { store, inbox, tenant_id, context } = parts;
  const digest = contextDigest(context);
  const progress = await store.as(
    systemActor,
    async (tx) => await holdProgress(tx, tenant_id, digest),
  );
  const same = progress.context === digest;
  const loaded = same ? await loadState(parts, progress.position) : null;
  const state = loaded ?? (await freshState(parts));
  try {
    const end = same ? progress.position : Number.MAX_SAFE_INTEGER;
    const at = await foldUpTo(state, inbox, end);
    await state.ask('ready', {});
    if (!same) await replaceAll(parts, state, digest, at);
    return { state, at, saved: loaded?.at.position ?? 0 };
  } catch (error) {
    state.drop();
    throw error;
  }
}

async function freshState({ pool, context }: StateParts): Promise<FarState> {
  const state = await pool.open(context, null);
  if (state === null) throw new Error('a state of no snapshot is never refused');
  return state;
}

async function replaceAll(
  { store, tenant_id }: StateParts,
  state: FarState,
  digest: string,
  { position, as_of }: StateAt,
): Promise<void> {
  const standing = await state.ask('standing', {});
  await store.as(systemActor, async (tx) => {
    const { number } = await holdProgress(tx, tenant_id, digest);
    const cause = { position, event: 'packs', at: as_of };
    const now = { context: digest, position, number };
    await replaceAlerts(tx, tenant_id, now, standing, cause);
  });
}

async function foldUpTo(state: FarState, inbox: EventInbox, position: number): Promise<StateAt> {
  let at = state.at;
  while (at.position < position) {
    const most = Math.min(entries_read, position - at.position);
    const entries = await inbox.read(at.position, most);
    if (entries.length === 0) break;
    at = await state.ask('fold', { entries });
  }
  return at;
}

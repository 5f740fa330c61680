import { setTimeout as sleep } from 'node:timers/promises';
import type { EventInbox } from '../../live/event-inbox.ts';
import type { LiveContext, LiveState } from '../../live/live-state.ts';
import { contextDigest } from '../../live/snapshot.ts';
import { PolyprismError } from '../../model/issue.ts';
import { keepAlerts } from '../../store/inbox/keep-alerts.ts';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { foldEntries } from './fold-entries.ts';
import { entries_read, makeReady, openState } from './open-state.ts';
import { saveState } from './state-file.ts';

export interface PlatformParts {
  readonly store: Pick<Store, 'as'>;
  readonly inbox: EventInbox;
  readonly tenant_id: string;
  /** Where its snapshots lie. */
  readonly folder: string;
  readonly context: LiveContext;
  /** Told the number of the latest change of an alert. */
  readonly told: (number: number) => void;
  readonly stopping: AbortSignal;
}

/** One platform kept up to date with its inbox. */
export interface LivePlatform {
  readonly state: LiveState;
  /** Position of the latest snapshot. */
  readonly saved: () => number;
  /** Resolves when what is in the inbox now has been taken in and its alerts are kept. */
  catchUp(): Promise<void>;
  /** Saves a snapshot if there is anything new in it. */
  save(): Promise<void>;
}

/** Entries after which a snapshot is saved. */
const saved_every = 20_000;
const tried_again_ms = 200;

export async function openPlatform(parts: PlatformParts): Promise<LivePlatform> {
  const { store, inbox, tenant_id, folder, context, stopping } = parts;
  const state = await openState(store, inbox, { tenant_id, folder }, context);
  const digest = contextDigest(context);
  let saved = state.position;
  let ready_for = state.as_of;
  // Another process judges with other packs by now: it tells of the alerts.
  let mute = false;

  const keep = async (changes: Awaited<ReturnType<typeof foldEntries>>): Promise<void> => {
    for (;;) {
      try {
        const number = await store.as(
          systemActor,
          async (tx) => await keepAlerts(tx, tenant_id, digest, state.position, changes),
        );
        if (number === null) mute = true;
        else parts.told(number);
        return;
      } catch (error) {
        // The state is ahead of what is kept: there is no way on but to try until it is there.
        if (stopping.aborted || !isLost(error)) throw error;
        await sleep(tried_again_ms);
      }
    }
  };
  const save = async (): Promise<void> => {
    if (state.position === saved || mute) return;
    const { position } = state;
    await saveState(folder, inbox, state);
    saved = position;
  };
  const takeIn = async (): Promise<void> => {
    for (;;) {
      const entries = await inbox.read(state.position, entries_read);
      if (entries.length === 0 || stopping.aborted) return;
      const changes = await foldEntries(state, entries);
      if (!mute) await keep(changes);
      if (state.position - saved >= saved_every) await save();
      if (state.as_of === ready_for) continue;
      ready_for = state.as_of;
      await makeReady(state);
    }
  };
  const inTurn = turns();
  let waiting: Promise<void> | null = null;
  return {
    state,
    saved: () => saved,
    // One that has not begun will see whatever came in before this question.
    catchUp: async () =>
      await (waiting ??= inTurn(async () => {
        waiting = null;
        await takeIn();
      })),
    save: async () => await inTurn(save),
  };
}

function isLost(error: unknown): boolean {
  return error instanceof PolyprismError && error.issue.code === 'store.connection_lost';
}

/** Runs one piece of work after the other. */
function turns(): (work: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return async (work) => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    await run;
  };
}

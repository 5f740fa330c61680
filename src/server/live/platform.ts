import { setTimeout as sleep } from 'node:timers/promises';
import { contextDigest } from '../../live/snapshot.ts';
import { PolyprismError } from '../../model/issue.ts';
import { keepAlerts } from '../../store/inbox/keep-alerts.ts';
import type { PlacedChange } from '../../store/inbox/keep-alerts.ts';
import { systemActor } from '../../store/store.ts';
import { entries_read, openState } from './open-state.ts';
import type { StateParts } from './open-state.ts';
import { saveState } from './state-file.ts';
import type { LiveView } from './thread/messages.ts';

export interface PlatformParts extends StateParts {
  /** Told the number of the latest change of an alert. */
  readonly told: (number: number) => void;
  readonly stopping: AbortSignal;
}

/** One platform kept up to date with its inbox; its state lives on a thread. */
export interface LivePlatform {
  readonly look: () => Promise<LiveView>;
  /** Position of the latest snapshot. */
  readonly saved: () => number;
  /** Whether another process judges with other packs: what this one finds is not kept. */
  readonly mute: () => boolean;
  /** Resolves when what is in the inbox now has been taken in and its alerts are kept. */
  catchUp(): Promise<void>;
  /** Saves a snapshot if there is anything new in it. */
  save(): Promise<void>;
  /** Resolves with what ended its thread: the state has to be made again then. */
  readonly lost: Promise<Error>;
  /** Lets go of the state once what is under way is done. */
  drop(): Promise<void>;
}

/** Entries after which a snapshot is saved. */
const saved_every = 20_000;
const tried_again_ms = 200;

export async function openPlatform(parts: PlatformParts): Promise<LivePlatform> {
  const { inbox, folder, stopping } = parts;
  const opened = await openState(parts);
  const { state } = opened;
  let { at, saved } = opened;
  let ready_for = at.as_of;
  const keep = alertKeeper(parts);

  const save = async (): Promise<void> => {
    if (at.position === saved || keep.mute()) return;
    saved = await saveState(folder, inbox, state);
  };
  const takeIn = async (): Promise<void> => {
    for (;;) {
      const entries = await inbox.read(at.position, entries_read);
      if (entries.length === 0 || stopping.aborted) return;
      const { changes, ...now } = await state.ask('fold', { entries });
      at = now;
      await keep.keep(at.position, changes);
      if (at.position - saved >= saved_every) await save();
      if (at.as_of === ready_for) continue;
      ready_for = at.as_of;
      await state.ask('ready', {});
    }
  };
  const inTurn = turns();
  let waiting: Promise<void> | null = null;
  return {
    look: async () => await state.ask('look', {}),
    saved: () => saved,
    mute: keep.mute,
    // One that has not begun will see whatever came in before this question.
    catchUp: async () =>
      await (waiting ??= inTurn(async () => {
        waiting = null;
        await takeIn();
      })),
    save: async () => await inTurn(save),
    lost: state.lost,
    drop: async () => await inTurn(async () => state.drop()),
  };
}

/** Keeps what entries led to in the store, until another process judges with other packs. */
function alertKeeper({ store, tenant_id, context, told, stopping }: PlatformParts) {
  const digest = contextDigest(context);
  let mute = false;
  return {
    mute: () => mute,
    keep: async (position: number, changes: readonly PlacedChange[]): Promise<void> => {
      while (!mute) {
        try {
          const number = await store.as(
            systemActor,
            async (tx) => await keepAlerts(tx, tenant_id, digest, position, changes),
          );
          if (number === null) mute = true;
          else told(number);
          return;
        } catch (error) {
          // The state is ahead of what is kept: there is no way on but to try until it is there.
          if (stopping.aborted || !isLost(error)) throw error;
          await sleep(tried_again_ms);
        }
      }
    },
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

import { applyEntry } from '../../../live/apply-entry.ts';
import type { InboxEntry } from '../../../live/data-event.ts';
import { createLiveState, warmUp } from '../../../live/live-state.ts';
import type { LiveContext, LiveState } from '../../../live/live-state.ts';
import { liveSnapshot, restoreState } from '../../../live/snapshot.ts';
import { compareText, PolyprismError } from '../../../model/issue.ts';
import type { PlacedChange } from '../../../store/inbox/keep-alerts.ts';
import type { AskName, Asks, LiveView, StateAt } from './messages.ts';

/**
 * Before every legal day: the first entry of an inbox is a day, so that the fold begins with the
 * law of the day on which the first events came, whenever it is made again.
 */
const before_all = '1970-01-01';

type Answers = { readonly [K in AskName]: (asked: Asks[K]['asked']) => Asks[K]['answer'] };

/** Live states by number, and what is done with them when asked. */
export function holdStates(): Answers {
  const packs = new Map<string, LiveContext['packs']>();
  const states = new Map<number, LiveState>();
  const of = (number: number): LiveState => {
    const state = states.get(number);
    if (state === undefined) throw new Error(`no live state ${number}`);
    return state;
  };
  return {
    packs: (asked) => {
      packs.set(asked.key, asked.packs);
      return null;
    },
    open: ({ state: number, packs: key, saved, currency, time_zone }) => {
      const context = { packs: packs.get(key) ?? [], currency, time_zone };
      const made = saved === null ? createLiveState(context, before_all) : restored(saved, context);
      if (made === null) return null;
      states.set(number, made);
      return at(made);
    },
    fold: ({ state, entries }) => ({ changes: fold(of(state), entries), ...at(of(state)) }),
    ready: ({ state }) => {
      warmUp(of(state));
      return null;
    },
    look: ({ state }) => viewOf(of(state)),
    standing: ({ state }) => [...of(state).alerts.values()],
    snapshot: ({ state }) => {
      const { position } = of(state);
      return { position, bytes: Buffer.concat(liveSnapshot(of(state))) };
    },
    drop: ({ state }) => {
      states.delete(state);
      return null;
    },
  };
}

function at({ position, as_of }: LiveState): StateAt {
  return { position, as_of };
}

function fold(state: LiveState, entries: readonly InboxEntry[]): PlacedChange[] {
  return entries.flatMap((entry) => {
    const { position } = entry;
    return applyEntry(state, entry).changes.map((change) => ({ position, ...change }));
  });
}

function viewOf(state: LiveState): LiveView {
  const { as_of, position, watermark, late, refused, refusals, alerts } = state;
  const dirty = [...state.dirty].toSorted(compareText);
  return { as_of, position, watermark, late, refused, refusals, alerts: alerts.size, dirty };
}

function restored(saved: Uint8Array, context: LiveContext): LiveState | null {
  try {
    return restoreState(saved, context);
  } catch (error) {
    if (error instanceof PolyprismError && error.issue.code === 'live.snapshot_bad') return null;
    throw error;
  }
}

import { availableParallelism } from 'node:os';
import type { LiveContext } from '../../../live/live-state.ts';
import { contextDigest } from '../../../live/snapshot.ts';
import type { AskName, Asks, StateAt } from './messages.ts';
import { startStateThread } from './state-thread.ts';
import type { StateThread } from './state-thread.ts';

type OfState = Exclude<AskName, 'packs' | 'open'>;
/** What is asked of a state, but for which. */
type Rest<K extends OfState> = Omit<Asks[K]['asked'], 'state'>;

/** One live state somewhere on a thread. */
export interface FarState {
  ask<K extends OfState>(name: K, asked: Rest<K>): Promise<Asks[K]['answer']>;
  /** Where it began. */
  readonly at: StateAt;
  /** Resolves with what ended its thread: the state is gone then. */
  readonly lost: Promise<Error>;
  /** Lets go of it. */
  drop(): void;
}

/** Threads that share all live states of a server; one is left to the server itself. */
export interface ThreadPool {
  /** A state of a snapshot, null where that is bad; or of none, from before the first entry. */
  open(context: LiveContext, saved: Uint8Array | null): Promise<FarState | null>;
  end(): Promise<void>;
}

interface Member {
  readonly thread: StateThread;
  readonly packs: Set<string>;
  states: number;
}

export interface PoolOptions {
  /** Threads at most. */
  readonly most?: number;
  readonly start?: () => StateThread;
  /** Told what ended a thread. */
  readonly lost?: (error: Error) => void;
}

export function threadPool({
  most = Math.max(1, availableParallelism() - 1),
  start = startStateThread,
  lost = () => undefined,
}: PoolOptions = {}): ThreadPool {
  const members = new Set<Member>();
  let opened = 0;
  const freest = (): Member => {
    const known = [...members].toSorted((a, b) => a.states - b.states)[0];
    if (known && (known.states === 0 || members.size >= most)) return known;
    const member: Member = { thread: start(), packs: new Set(), states: 0 };
    members.add(member);
    void member.thread.ended.then((error) => {
      members.delete(member);
      lost(error);
    });
    return member;
  };
  return {
    open: async (context, saved) => {
      const member = freest();
      member.states += 1;
      const { thread } = member;
      const { packs, currency, time_zone } = context;
      const key = contextDigest(context);
      if (!member.packs.has(key)) {
        member.packs.add(key);
        await thread.ask('packs', { key, packs });
      }
      const state = (opened += 1);
      const asked = { state, packs: key, saved, currency, time_zone };
      const at = await thread.ask('open', asked).finally(() => (member.states -= 1));
      if (at === null) return null;
      member.states += 1;
      return {
        at,
        ask: async <K extends OfState>(name: K, rest: Rest<K>) =>
          // What is left out of `asked` is the number, which is put back here.
          await thread.ask(name, { ...rest, state } as unknown as Asks[K]['asked']),
        lost: thread.ended,
        drop: () => {
          member.states -= 1;
          thread.ask('drop', { state }).catch(() => undefined);
        },
      };
    },
    end: async () => {
      await Promise.all([...members].map(async ({ thread }) => await thread.end()));
    },
  };
}

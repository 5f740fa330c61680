import { digestOf } from '../evidence/digest.ts';
import type { Issue } from '../model/issue.ts';
import { nowhere } from '../model/issue.ts';
import type { DataEvent, InboxEntry } from './data-event.ts';
import type { ReadEvent } from './read-batch.ts';

/** An event as it is put into the inbox. */
export interface SealedEvent {
  readonly event: DataEvent;
  /** SHA-256 of its canonical JSON. */
  readonly digest: string;
}

/** What became of a sealed event: its position, and whether it was there before. */
export type Appended =
  | { readonly position: number; readonly known: boolean }
  /** The id is taken by an event of other content. */
  | { readonly position: null };

/**
 * The durable, ordered events of one platform: the truth of which every live figure is a fold.
 * Positions count from 1 without holes, in the order in which entries become visible. An id is
 * there once: `append` decides that in the transaction that stores the event, and answers only
 * when it is durable, in the order of what it was given.
 */
export interface EventInbox {
  readonly append: (events: readonly SealedEvent[]) => Promise<readonly Appended[]>;
  /** Notes that a legal calendar day began; the position is that of the first time it was noted. */
  readonly turnDay: (day: string) => Promise<number>;
  /** Entries after a position, in order, at most so many. */
  readonly read: (after: number, most: number) => Promise<readonly InboxEntry[]>;
}

/** What the sender of an event is told. */
export type EventAnswer = { readonly index: number; readonly id: string | null } & (
  | { readonly status: 'accepted' | 'known'; readonly position: number }
  | { readonly status: 'refused'; readonly field: string; readonly issue: Issue }
);

/**
 * Puts what could be read of a batch into the inbox and answers for every event of it. The same
 * event again is acknowledged again, without effect; another one under its id is refused.
 */
export async function receiveBatch(
  inbox: EventInbox,
  batch: readonly ReadEvent[],
): Promise<readonly EventAnswer[]> {
  const sound = batch.flatMap((one) => ('event' in one ? [one] : []));
  const sealed = sound.map(({ event }) => ({ event, digest: digestOf(event) }));
  const appended = await inbox.append(sealed);
  const placed = new Map(sound.map(({ index }, i) => [index, appended[i]]));
  return batch.map((one): EventAnswer => {
    const { index, id } = one;
    if ('wrong' in one) return { index, id, status: 'refused', ...one.wrong };
    const at = placed.get(index);
    if (!at || at.position === null) {
      const issue = { code: 'live.id_reused', params: { event: id ?? '' }, count: 1 } as const;
      return { index, id, status: 'refused', field: 'id', issue: { ...issue, ...nowhere } };
    }
    return { index, id, status: at.known ? 'known' : 'accepted', position: at.position };
  });
}

import type { InboxEntry } from '../../src/live/data-event.ts';
import type { EventInbox } from '../../src/live/event-inbox.ts';

type Unplaced<T> = T extends InboxEntry ? Omit<T, 'position'> : never;

/** An inbox that lasts as long as the test. */
export function memoryInbox(): EventInbox & { readonly entries: readonly InboxEntry[] } {
  const entries: InboxEntry[] = [];
  const known = new Map<string, { readonly digest: string; readonly position: number }>();
  const days = new Map<string, number>();
  const add = (entry: Unplaced<InboxEntry>): number => {
    const position = entries.length + 1;
    entries.push({ ...entry, position });
    return position;
  };
  return {
    entries,
    append: (events) =>
      Promise.resolve(
        events.map(({ event, digest }) => {
          const before = known.get(event.id);
          if (before) {
            const same = before.digest === digest;
            return same ? { position: before.position, known: true } : { position: null };
          }
          const position = add({ event });
          known.set(event.id, { digest, position });
          return { position, known: false };
        }),
      ),
    turnDay: (day) => {
      const position = days.get(day) ?? add({ day });
      days.set(day, position);
      return Promise.resolve(position);
    },
    read: (after, most) => Promise.resolve(entries.slice(after, after + most)),
  };
}

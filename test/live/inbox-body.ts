import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/evidence/digest.ts';
import type { DataEvent } from '../../src/live/data-event.ts';
import type { EventInbox, SealedEvent } from '../../src/live/event-inbox.ts';

function sealed(id: string, title = '好茶'): SealedEvent {
  const rows = { listing: [{ listing_id: id, title }] };
  const at = '2026-03-01T00:00:00Z';
  const event: DataEvent = { id, at, kind: 'listing.published', rows };
  return { event, digest: digestOf(event) };
}

/** What `EventInbox` promises, whoever keeps it. */
export function inboxTests(newInbox: () => EventInbox): void {
  describe('an inbox', () => {
    it('takes an event once and gives its position again', async () => {
      const inbox = newInbox();
      const first = await inbox.append([sealed('a'), sealed('b'), sealed('a')]);
      expect(first).toEqual([
        { position: 1, known: false },
        { position: 2, known: false },
        { position: 1, known: true },
      ]);
      expect(await inbox.append([sealed('b'), sealed('c')])).toEqual([
        { position: 2, known: true },
        { position: 3, known: false },
      ]);
      expect(await inbox.append([])).toEqual([]);
    });

    it('refuses another event under a known id, in the same batch too', async () => {
      const inbox = newInbox();
      const answers = await inbox.append([sealed('a'), sealed('a', '坏茶'), sealed('b')]);
      expect(answers.map(({ position }) => position)).toEqual([1, null, 2]);
      expect(await inbox.append([sealed('b', '坏茶')])).toEqual([{ position: null }]);
      expect(await inbox.read(0, 9)).toEqual([
        { position: 1, event: sealed('a').event },
        { position: 2, event: sealed('b').event },
      ]);
    });

    it('notes a day once, among the events', async () => {
      const inbox = newInbox();
      expect(await inbox.turnDay('2026-03-01')).toBe(1);
      await inbox.append([sealed('a')]);
      expect(await inbox.turnDay('2026-03-02')).toBe(3);
      expect(await inbox.turnDay('2026-03-01')).toBe(1);
      expect(await inbox.read(0, 2)).toEqual([
        { position: 1, day: '2026-03-01' },
        { position: 2, event: sealed('a').event },
      ]);
      expect(await inbox.read(2, 9)).toEqual([{ position: 3, day: '2026-03-02' }]);
    });

    it('has no holes and nothing twice when many write at once, some of it the same', async () => {
      const inbox = newInbox();
      const writers = Array.from({ length: 12 }, async (_, w) => {
        const answers = [];
        for (let i = 0; i < 10; i += 1) {
          answers.push(...(await inbox.append([sealed(`w${w}-${i}`), sealed(`all-${i}`)])));
          if (i === 5) await inbox.turnDay('2026-03-05');
        }
        return answers;
      });
      const answers = (await Promise.all(writers)).flat();
      const entries = await inbox.read(0, 1_000);
      expect(entries.map(({ position }) => position)).toEqual(entries.map((_, i) => i + 1));
      const ids = entries.flatMap((one) => ('event' in one ? [one.event.id] : []));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(12 * 10 + 10);
      expect(entries).toHaveLength(131);
      const fresh = answers.filter((one) => one.position !== null && !one.known);
      expect(fresh).toHaveLength(130);
    });

    it('gives back every character it took', async () => {
      const inbox = newInbox();
      const odd = sealed('odd', 'a\u0000b "\\" 😀 \u2028 \u{10ffff} é e\u0301');
      await inbox.append([odd]);
      expect(await inbox.read(0, 1)).toEqual([{ position: 1, event: odd.event }]);
    });
  });
}

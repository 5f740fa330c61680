import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/evidence/digest.ts';
import type { Applied } from '../../src/live/apply-entry.ts';
import { applyEntry } from '../../src/live/apply-entry.ts';
import { eventDoor } from '../../src/live/event-door.ts';
import { receiveBatch } from '../../src/live/event-inbox.ts';
import type { EventInbox } from '../../src/live/event-inbox.ts';
import { followInbox } from '../../src/live/follow-inbox.ts';
import { createLiveState } from '../../src/live/live-state.ts';
import type { LiveContext, LiveState } from '../../src/live/live-state.ts';
import { pseudonymsUnder } from '../../src/live/personal-data.ts';
import { readBatch } from '../../src/live/read-batch.ts';
import { liveSnapshot, restoreState } from '../../src/live/snapshot.ts';
import { PolyprismError } from '../../src/model/issue.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { standingLive } from './batch-verdict.ts';
import { picker, randomStream } from './random-stream.ts';
import type { SentEvent } from './random-stream.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_128);
const events = 200;

let context: LiveContext;
beforeAll(async () => {
  const packs = await shippedPacks('cn');
  context = { packs, currency: 'CNY', time_zone: 'Asia/Shanghai' };
});

const door = eventDoor({ pseudonyms: pseudonymsUnder(new Uint8Array(32)), latest_ms: null });

async function fill(inbox: EventInbox, sent: readonly SentEvent[]): Promise<EventInbox> {
  const half = Math.floor(sent.length / 2);
  for (const part of [sent.slice(0, half), sent.slice(half)]) {
    const text = JSON.stringify([{ schema: 'events@1' }, ...part]);
    await receiveBatch(inbox, readBatch(text, door));
    if (part.length === half) await inbox.turnDay('2026-06-01');
  }
  return inbox;
}

function bytesOf(state: LiveState): Uint8Array {
  return Buffer.concat(liveSnapshot(state));
}

function start(): LiveState {
  return createLiveState(context, '2026-03-01');
}

/** What every inbox must give: run over the one in memory and over the store. */
export function restartTests(newInbox: () => EventInbox): void {
  describe('a state that is stopped at any moment', () => {
    it(`goes on as the one that was never stopped (seed ${seed})`, async () => {
      const inbox = await fill(newInbox(), randomStream(seed, events));
      const entries = await inbox.read(0, 10_000);
      const told: Applied[] = [];
      const whole = start();
      await followInbox(whole, inbox, (_, applied) => void told.push(applied));
      const expected = sha256(bytesOf(whole));
      const { below } = picker(seed);
      for (let i = 0; i < 4; i += 1) {
        // Saved at one moment, killed at a later one, restored, and given entries it has already.
        const saved = 1 + below(events);
        const killed = saved + below(events + 1 - saved);
        const first = start();
        for (const entry of entries.slice(0, saved)) applyEntry(first, entry);
        const bytes = bytesOf(first);
        for (const entry of entries.slice(saved, killed)) applyEntry(first, entry);
        const again = restoreState(bytes, context);
        expect(again.position).toBe(saved);
        for (const entry of entries.slice(Math.max(0, saved - 5), saved)) {
          expect(applyEntry(again, entry)).toEqual({ changes: [], dirty: [], refusals: [] });
        }
        const rest: Applied[] = [];
        await followInbox(again, inbox, (_, applied) => void rest.push(applied), 7);
        expect(rest).toEqual(told.slice(saved));
        expect(sha256(bytesOf(again))).toBe(expected);
      }
    });

    it('does not go on where an entry is left out', async () => {
      const inbox = await fill(newInbox(), randomStream(seed, 10));
      const entries = await inbox.read(0, 10_000);
      const state = start();
      applyEntry(state, entries[0]!);
      expect(() => applyEntry(state, entries[2]!)).toThrow(PolyprismError);
    });

    it('takes no snapshot with a byte changed, a part missing or other packs', async () => {
      const inbox = await fill(newInbox(), randomStream(seed, 60));
      const state = start();
      await followInbox(state, inbox);
      const bytes = bytesOf(state);
      expect(standingLive(restoreState(bytes, context))).toEqual(standingLive(state));
      for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 97)) {
        const bad = Uint8Array.from(bytes);
        bad[at]! ^= 1;
        expect(() => restoreState(bad, context), `byte ${at}`).toThrow('live.snapshot_bad');
      }
      const older = Buffer.from(bytes);
      older.write('2', older.indexOf('polyprism live network 3 ') + 23);
      expect(() => restoreState(older, context)).toThrow(/live\.snapshot_bad.*version 2/);
      expect(() => restoreState(bytes.subarray(0, bytes.length - 1), context)).toThrow();
      const other = { ...context, packs: context.packs.map((one) => ({ ...one, digest: 'x' })) };
      expect(() => restoreState(bytes, other)).toThrow(/other packs/);
    });
  });

  describe('the order in which events arrive', () => {
    it(`changes nothing of what stands in the end (seed ${seed})`, async () => {
      const sent = randomStream(seed + 9, events);
      const standing = async (list: readonly SentEvent[]): Promise<readonly string[]> => {
        const state = start();
        await followInbox(state, await fill(newInbox(), list));
        expect(state.refusals).toEqual([]);
        return standingLive(state);
      };
      const expected = await standing(sent);
      expect(expected.length).toBeGreaterThan(10);
      const { below } = picker(seed);
      for (let i = 0; i < 2; i += 1) {
        const shuffled = sent
          .map((event) => ({ event, place: below(1_000_000) }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ event }) => event);
        expect(await standing(shuffled)).toEqual(expected);
      }
    });
  });
}

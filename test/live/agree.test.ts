import { beforeAll, describe, expect, it } from 'vitest';
import { applyEntry } from '../../src/live/apply-entry.ts';
import { eventDoor } from '../../src/live/event-door.ts';
import { receiveBatch } from '../../src/live/event-inbox.ts';
import { createLiveState } from '../../src/live/live-state.ts';
import { pseudonymsUnder } from '../../src/live/personal-data.ts';
import { readBatch } from '../../src/live/read-batch.ts';
import type { Pack } from '../../src/model/provision.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { standingInBatch, standingLive } from './batch-verdict.ts';
import { memoryInbox } from './memory-inbox.ts';
import { randomStream } from './random-stream.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_129);
const streams = Number(process.env['POLYPRISM_RUNS'] ?? 2);
const events = 300;
const key = new Uint8Array(32).fill(7);

let packs: readonly Pack[];
beforeAll(async () => {
  packs = await shippedPacks('cn');
});

describe('the live state', () => {
  it(`says at any moment what a batch says of the same rows (seed ${seed})`, async () => {
    const seen = new Set<string>();
    for (let i = 0; i < streams; i += 1) {
      const sent = randomStream(seed + i, events);
      const check = eventDoor({ pseudonyms: pseudonymsUnder(key), latest_ms: null });
      const inbox = memoryInbox();
      const text = [{ schema: 'events@1' }, ...sent].map((one) => JSON.stringify(one)).join('\n');
      const answers = await receiveBatch(inbox, readBatch(text, check));
      expect(answers.filter(({ status }) => status !== 'accepted')).toEqual([]);
      await inbox.turnDay('2026-06-01');
      const context = { packs, currency: 'CNY', time_zone: 'Asia/Shanghai' };
      const state = createLiveState(context, '2026-03-01');
      const stops = new Set([120, events, events + 1]);
      for (const entry of inbox.entries) {
        const { changes } = applyEntry(state, entry);
        for (const { change, alert } of changes) {
          seen.add(`${change} ${alert.kind === 'line' ? alert.line : alert.verdict}`);
        }
        if (!stops.has(entry.position)) continue;
        const batch = await standingInBatch(packs, state);
        expect(standingLive(state), `seed ${seed + i}, entry ${entry.position}`).toEqual(batch);
        expect(batch.length).toBeGreaterThan(0);
      }
      expect(state.refusals).toEqual([]);
      expect(state.late).toBeGreaterThan(0);
    }
    for (const change of ['raised', 'changed', 'cleared']) {
      expect(seen).toContain(`${change} breach`);
    }
    expect(seen).toContain('raised crossed_30_3_on');
    expect(seen).toContain('changed crossed_30_3_on');
    expect(seen).toContain('raised indication');
  });
});

import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../../src/network/live/live-event.ts';
import {
  applyEvent,
  createLiveNetwork,
  liveAlerts,
  liveFigures,
  liveIssues,
} from '../../../src/network/live/live-network.ts';
import type { LiveNetwork } from '../../../src/network/live/live-network.ts';
import { restoreLive, snapshotOf } from '../../../src/network/live/snapshot.ts';
import { expectAgreement } from './agreement.ts';
import { largeStructures } from './large-structures.ts';
import { dayOf } from './random-events.ts';

function bytesOf(live: LiveNetwork): Buffer {
  return Buffer.concat(snapshotOf(live));
}

function after(events: readonly LiveEvent[]): LiveNetwork {
  const live = createLiveNetwork({ dayOf });
  for (const event of events) applyEvent(live, event);
  return live;
}

describe('a snapshot', () => {
  it('goes on as the network would have gone on', () => {
    for (const seed of [1_301, 1_302, 1_303]) {
      const list = largeStructures(400, seed);
      list.splice(50, 0, { id: 'gone', kind: 'leave', at: 1, member: '会员一' });
      const half = Math.floor(list.length / 2);
      const straight = after(list);
      const restored = restoreLive(bytesOf(after(list.slice(0, half))), dayOf);
      for (const event of list.slice(half - 5)) {
        const again = applyEvent(restored, event);
        expect(list.indexOf(event) < half).toBe(again === 'duplicate');
      }
      expectAgreement(restored, list, false);
      expect(liveAlerts(restored)).toEqual(liveAlerts(straight));
      expect(restored.refusals).toEqual(straight.refusals);
      expect(liveIssues(restored)).toEqual(liveIssues(straight));
      expect(bytesOf(restored).equals(bytesOf(straight))).toBe(true);
    }
  });

  it('is the same whether somebody looked in between or not', () => {
    for (const seed of [1_304, 1_305]) {
      const list = largeStructures(400, seed);
      const looked = createLiveNetwork({ dayOf });
      list.forEach((event, i) => {
        applyEvent(looked, event);
        if (i % 7 === 0) liveFigures(looked, 'm0');
      });
      expect(bytesOf(looked).equals(bytesOf(after(list)))).toBe(true);
    }
  });

  it('of nothing is nothing', () => {
    const restored = restoreLive(bytesOf(after([])), dayOf);
    expect(restored.forest.known).toBe(0);
    expect(applyEvent(restored, { id: 'a', kind: 'join', at: 0, member: 'm', upline: null })).toBe(
      'applied',
    );
  });

  it('is refused where a single bit has changed, and where it is cut', () => {
    const bytes = bytesOf(after(largeStructures(20, 1)));
    for (let at = 0; at < bytes.length; at += 37) {
      const wrong = Uint8Array.from(bytes);
      wrong[at]! ^= 1;
      expect(() => restoreLive(wrong, dayOf)).toThrow('network.live_snapshot_bad');
    }
    for (const cut of [0, 10, 100, bytes.length - 1]) {
      expect(() => restoreLive(bytes.subarray(0, cut), dayOf)).toThrow('network.live_snapshot_bad');
    }
  });

  it('of another version is refused', () => {
    const [line, ...rest] = snapshotOf(after([]));
    const text = new TextDecoder().decode(line).replace('network 3 ', 'network 2 ');
    const wrong = Buffer.concat([new TextEncoder().encode(text), ...rest]);
    expect(() => restoreLive(wrong, dayOf)).toThrow('version 2');
  });
});

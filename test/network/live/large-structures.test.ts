import { describe, expect, it } from 'vitest';
import {
  applyEvent,
  createLiveNetwork,
  liveAlerts,
  liveFigures,
} from '../../../src/network/live/live-network.ts';
import type { LiveNetwork } from '../../../src/network/live/live-network.ts';
import { dayText } from '../../../src/model/days.ts';
import { expectAgreement } from './agreement.ts';
import { largeStructures, random } from './large-structures.ts';
import { dayOf } from './random-events.ts';

const MEMBERS = 420;
const seeds = Array.from({ length: 40 }, (_, i) => 1_128 + i);

function apply(live: LiveNetwork, seed: number, look: (done: number) => void): void {
  const next = random(seed * 7);
  largeStructures(MEMBERS, seed).forEach((event, i) => {
    applyEvent(live, event);
    if (next() < 0.01) look(i + 1);
  });
}

describe('structures that cross every threshold', () => {
  it('agree with the batch whenever one looks', () => {
    let full = 0;
    for (const seed of seeds) {
      const list = largeStructures(MEMBERS, seed);
      const live = createLiveNetwork({ dayOf });
      const check = (done: number): void => {
        try {
          expectAgreement(live, list.slice(0, done), false);
        } catch (error) {
          throw new Error(`seed ${seed}, after ${done} events`, { cause: error });
        }
      };
      apply(live, seed, check);
      check(list.length);
      full += list.filter(({ member }) => liveFigures(live, member)?.people_on[3] != null).length;
    }
    expect(full).toBeGreaterThan(200);
  });

  it('are announced with the dates the batch gives, and no others', () => {
    for (const seed of seeds.slice(0, 20)) {
      const live = createLiveNetwork({ dayOf });
      const said = new Map<string, string | null>();
      const listen = (): void => {
        for (const { member_id, kind, on } of liveAlerts(live)) {
          expect(said.get(`${member_id} ${kind}`) ?? null).not.toBe(on);
          said.set(`${member_id} ${kind}`, on);
        }
      };
      apply(live, seed, listen);
      listen();
      for (let no = 0; no < MEMBERS; no++) {
        const figures = liveFigures(live, `m${no}`);
        const [, thirty = null] = figures?.people_on ?? [];
        const third = figures?.levels_3_on ?? null;
        const both = thirty === null || third === null ? null : Math.max(thirty, third);
        const kinds = { people_30_on: thirty, levels_3_on: third, crossed_30_3_on: both };
        for (const [kind, day] of Object.entries(kinds)) {
          const text = day === null ? null : dayText(day);
          expect([seed, no, kind, said.get(`m${no} ${kind}`) ?? null]).toEqual([
            seed,
            no,
            kind,
            text,
          ]);
        }
      }
    }
  });
});

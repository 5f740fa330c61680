import { describe, expect, it } from 'vitest';
import { fold } from '../../src/casework/fold.ts';
import { shownMatter } from '../../src/casework/shown/shown-matter.ts';
import { toldAt } from '../../src/casework/shown/told-at.ts';
import type { MatterState } from '../../src/casework/state.ts';
import type { Actor } from '../../src/model/actor.ts';
import { matterKinds } from '../../src/model/matter.ts';
import type { MatterEvent } from '../../src/model/matter.ts';
import { seeded } from '../../src/model/random.ts';
import {
  buyer,
  digest,
  guild,
  mall,
  officer,
  play,
  second,
  shop,
  side,
  stranger,
  third,
} from '../support/casework.ts';
import { cnLaw } from '../support/cn-law.ts';
import { randomMatter } from '../support/random-matter.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_129);
const law = await cnLaw();
/** One of each tenant that takes part in random matters, and one of a tenant that does not. */
const tenants: readonly Actor[] = [officer, guild, mall, shop, stranger];

function toldOf(events: readonly MatterEvent[], tenant_id: string): Map<number, number[]> {
  const all = new Set(events.map(({ number }) => number));
  const told = toldAt(events, tenant_id, all);
  return new Map([...told].map(([at, fresh]) => [at, fresh.map(({ number }) => number)]));
}

describe('what a tenant is told', () => {
  it('is, after every event of random matters, what its people are shown, each event once', () => {
    const random = seeded(seed);
    let told = 0;
    let late = 0;
    for (let run = 0; run < 220; run += 1) {
      const kind = matterKinds[run % matterKinds.length] ?? 'case';
      const { events } = randomMatter(kind, random, law, new Map(), '2026-03-02');
      for (const reader of tenants) {
        const by = toldOf(events, reader.tenant_id);
        const known: number[] = [];
        for (let at = 1; at <= events.length; at += 1) {
          const fresh = by.get(at) ?? [];
          late += fresh.filter((number) => number < at).length;
          known.push(...fresh);
          const past = events.slice(0, at);
          // There is at least one event.
          const state = fold(past) as MatterState;
          const shown = shownMatter(reader, state, past)?.events.map(({ number }) => number) ?? [];
          const which = `seed ${seed}, run ${run}, ${kind}, ${reader.tenant_id}, event ${at}`;
          expect([which, known.toSorted((a, b) => a - b)]).toEqual([which, shown]);
        }
        told += known.length;
      }
    }
    expect(told).toBeGreaterThan(1_000);
    expect(late).toBeGreaterThan(5);
  });

  it('comes late where it was withheld: the decision of a case with its service', () => {
    const matter = play('case', law);
    const parties = [side('owner', officer), side('subject', shop), side('applicant', buyer)];
    const facts = { source: 'report', facts: '虚假交易', parties };
    matter.take('2026-03-02', officer, 'open', { data: facts });
    matter.both('2026-03-02', officer, second, 'open_case', { data: { officers: ['li', 'hu'] } });
    const file = { proposal: '处罚', file_digest: digest('a') };
    matter.take('2026-03-03', officer, 'finish_investigation', { data: file });
    matter.take('2026-03-03', third, 'review', { data: { opinion: '同意' } });
    const proposed = { basis: ['b'], proposed: '罚款', hearing_right: true };
    const notice = { facts: 'f', grounds: 'g', ...proposed };
    matter.take('2026-03-03', officer, 'serve_notice', { data: notice });
    matter.take('2026-03-04', shop, 'waive');
    const penalty = { penalty: '罚款', basis: ['b'], fine_minor: 5, discretion: '从轻' };
    const decision = { ...penalty, heavy: false, other_province: false };
    matter.both('2026-03-05', officer, second, 'decide', { data: decision });
    matter.take('2026-03-06', officer, 'serve', { data: { how: 'direct' } });
    const types = matter.events.map(({ type }) => type);
    const told = [...toldOf(matter.events, 'shop').values()].map((numbers) =>
      numbers.map((number) => types[number - 1]),
    );
    expect(told.filter((one) => one.length > 0)).toEqual([
      ['serve_notice'],
      ['waive'],
      ['decide', 'serve'],
    ]);
    // The consumer who reported it is told alone; the tenant of all consumers never.
    expect([...toldOf(matter.events, 'public').values()].flat()).toEqual([]);
  });

  it('is only of the numbers asked for', () => {
    const matter = play('complaint', law);
    const parties = [side('owner', officer), side('applicant', buyer), side('subject', mall)];
    const data = { facts: 'f', request: 'r', parties };
    matter.take('2026-03-02', buyer, 'open', { data });
    matter.take('2026-03-02', officer, 'note', { data: { text: 'n' } });
    const told = toldAt(matter.events, 'amr', new Set([2, 9]));
    expect([...told].map(([at, fresh]) => [at, fresh.map(({ type }) => type)])).toEqual([
      [2, ['note']],
    ]);
  });
});

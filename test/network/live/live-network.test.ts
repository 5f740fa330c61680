import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/model/limits.ts';
import type { LiveEvent, LiveOutcome } from '../../../src/network/live/live-event.ts';
import {
  applyEvent,
  createLiveNetwork,
  liveAlerts,
  liveFigures,
  liveIssues,
} from '../../../src/network/live/live-network.ts';
import type { LiveNetwork } from '../../../src/network/live/live-network.ts';
import { dayOf } from './random-events.ts';

const DAY_MS = 86_400_000;
let made = 0;

function network(): LiveNetwork {
  return createLiveNetwork({ dayOf, expected: 4 });
}

function join(live: LiveNetwork, member: string, upline: string | null, day: number): LiveOutcome {
  return applyEvent(live, { id: `j${made++}`, kind: 'join', at: day * DAY_MS, member, upline });
}

function move(live: LiveNetwork, member: string, upline: string | null, day: number): LiveOutcome {
  return applyEvent(live, { id: `r${made++}`, kind: 'reparent', at: day * DAY_MS, member, upline });
}

const codes = (live: LiveNetwork): string[] => liveIssues(live).map(({ code }) => code);

describe('crossing', () => {
  it('30 people on three levels is announced once, on the day of the 30th', () => {
    const live = network();
    join(live, 'top', null, 1);
    join(live, 'm', 'top', 2);
    for (let i = 3; i <= 30; i++) join(live, `p${i}`, 'm', i);
    const crossed = liveAlerts(live).filter(({ member_id }) => member_id === 'top');
    expect(crossed.map(({ kind, on }) => [kind, on])).toEqual([
      ['levels_3_on', '1970-01-04'],
      ['people_15_on', '1970-01-16'],
      ['people_30_on', '1970-01-31'],
      ['crossed_30_3_on', '1970-01-31'],
    ]);
    expect(liveAlerts(live)).toEqual([]);
    join(live, 'p31', 'm', 31);
    expect(liveAlerts(live).map(({ member_id, kind }) => [member_id, kind])).toEqual([
      ['m', 'people_30_on'],
    ]);
  });

  it('is taken back when the branch moves away', () => {
    const live = network();
    join(live, 'top', null, 1);
    join(live, 'm', 'top', 2);
    join(live, 'p', 'm', 3);
    liveAlerts(live);
    expect(move(live, 'm', null, 5)).toBe('applied');
    expect(liveAlerts(live)).toEqual([{ member_id: 'top', kind: 'levels_3_on', on: null }]);
  });

  it('counts a late recruit of a branch before the branch is hung elsewhere', () => {
    const live = network();
    join(live, 'x', null, 1);
    for (let i = 0; i < 12; i++) join(live, `x${i}`, 'x', 10);
    join(live, 'late', 'x', 5);
    join(live, 'r', null, 10);
    move(live, 'x', 'r', 10);
    // r, x, twelve and the late one.
    expect(liveFigures(live, 'r')).toMatchObject({ people: 15, people_on: [10, null, null, null] });
  });
});

describe('what cannot be', () => {
  it('a move under oneself is refused, and the network stays as it was', () => {
    const live = network();
    join(live, 'a', null, 1);
    join(live, 'b', 'a', 2);
    join(live, 'c', 'b', 3);
    expect(move(live, 'a', 'c', 4)).toBe('refused');
    expect(move(live, 'b', 'b', 4)).toBe('refused');
    expect(liveFigures(live, 'a')).toMatchObject({ people: 3, levels: 3, level: 1 });
    expect(codes(live)).toEqual(['network.live_cycle', 'network.live_self']);
    expect(live.refusals[0]).toMatchObject({
      code: 'network.live_cycle',
      params: { member: 'a', upline: 'c' },
    });
  });

  it('who waits for an upline that joins below it stays a root', () => {
    const live = network();
    expect(join(live, 'a', 'b', 1)).toBe('waiting');
    expect(join(live, 'b', 'a', 2)).toBe('applied');
    expect(liveFigures(live, 'a')).toMatchObject({ people: 2, level: 1 });
    expect(liveFigures(live, 'b')).toMatchObject({ people: 1, level: 2 });
    expect(codes(live)).toEqual(['network.live_cycle']);
  });

  it('joining twice, fields that are wrong', () => {
    const live = network();
    join(live, 'a', null, 1);
    expect(join(live, 'a', null, 2)).toBe('refused');
    const base = { kind: 'join', at: 0, member: 'b', upline: null } as const;
    const wrong: unknown[] = [
      { ...base, id: '' },
      { ...base, id: 'w1', member: '' },
      { ...base, id: 'w2', at: Number.NaN },
      { ...base, id: 'w3', bound_at: Infinity },
      { ...base, id: 'w4', upline: '' },
      { ...base, id: 'w5', kind: 'vanish' },
      { ...base, id: 'w6', kind: 'paid', amount_minor: 0.5 },
    ];
    for (const one of wrong) expect(applyEvent(live, one as LiveEvent)).toBe('refused');
    expect(live.refusals.map(({ params }) => params['field'] ?? 'twice')).toEqual([
      'twice',
      'id',
      'member',
      'at',
      'bound_at',
      'upline',
      'kind',
      'amount_minor',
    ]);
    expect(liveFigures(live, 'b')).toBeNull();
  });

  it('an id longer than the limit', () => {
    const most = limits.live_id_chars_max;
    const outcomes = [most - 1, most, most + 1].map((length) =>
      join(network(), 'x'.repeat(length), null, 1),
    );
    expect(outcomes).toEqual(['applied', 'applied', 'refused']);
  });

  it('lists as many refusals as the limit says, and counts all', () => {
    const most = limits.live_refusals_max;
    const live = network();
    join(live, 'a', null, 1);
    const listed: number[] = [];
    for (let i = 1; i <= most + 1; i++) {
      join(live, 'a', null, 1);
      if (i >= most - 1) listed.push(live.refusals.length);
    }
    expect(listed).toEqual([most - 1, most, most]);
    expect(liveIssues(live)[0]!.count).toBe(most + 1);
  });

  it('amounts beyond what is exact', () => {
    const live = network();
    const pay = (amount_minor: number): LiveOutcome =>
      applyEvent(live, { id: `p${made++}`, kind: 'paid', at: 0, member: 'a', amount_minor });
    join(live, 'a', null, 1);
    expect([pay(Number.MAX_SAFE_INTEGER - 1), pay(2), pay(1), pay(-1)]).toEqual([
      'applied',
      'refused',
      'applied',
      'refused',
    ]);
    expect(liveFigures(live, 'a')!.paid_in_minor).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('depth', () => {
  it('a chain of 30,000 joined without a look in between, with money at its foot', () => {
    const live = createLiveNetwork({ dayOf, expected: 2 });
    const depth = 30_000;
    for (let i = 0; i < depth; i++) join(live, `${i}`, i === 0 ? null : `${i - 1}`, i / 1_000);
    const member = `${depth - 1}`;
    applyEvent(live, { id: 'fee', kind: 'paid', at: 0, member, amount_minor: 9_900 });
    expect(liveFigures(live, '0')).toMatchObject({
      people: depth,
      levels: depth,
      levels_3_on: 0,
      people_on: [0, 0, 0, 0],
      subtree_paid_in_minor: 9_900,
    });
    expect(liveFigures(live, member)).toMatchObject({ level: depth, root: 0, people: 1 });
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commitmentOf } from '../../../src/evidence/draw/commitment.ts';
import { drawByWeight } from '../../../src/evidence/draw/draw-by-weight.ts';
import type { CommittedDraw, PublishedDraw } from '../../../src/evidence/draw/draw-shape.ts';
import { listDigests } from '../../../src/evidence/draw/list-digests.ts';
import { numberStream } from '../../../src/evidence/draw/number-stream.ts';
import { runDraw } from '../../../src/evidence/draw/run-draw.ts';
import { listsIssue, verifyDraw } from '../../../src/evidence/draw/verify-draw.ts';
import { limits } from '../../../src/model/limits.ts';
import { committed, lists, published, seeds } from '../../support/slow-draw.ts';
import { seeded } from '../../../src/model/random.ts';

const codes = (of: PublishedDraw, by = committed): string[] =>
  verifyDraw(by, of).flatMap(({ issues }) =>
    issues.map(({ code }) => code.replace(/^casework\./, '')),
  );

describe('a draw', () => {
  it('is what another program makes of the same lists and seeds', () => {
    expect(listDigests(lists)).toEqual({
      subjects_digest: committed.subjects_digest,
      inspectors_digest: committed.inspectors_digest,
    });
    for (const [i, { party, seed }] of seeds.entries())
      expect(commitmentOf('draw-1', party, seed)).toBe(committed.commitments[i]?.commitment);
    expect(runDraw(lists, seeds, null)).toEqual(published.result);
    expect(runDraw(lists, seeds.toReversed(), null)).toEqual(published.result);
    expect(codes(published)).toEqual([]);
  });

  it('is void when the last party holds its seed back', () => {
    const withheld = { ...published, seeds: seeds.slice(0, 1) };
    expect(codes({ ...withheld, result: runDraw(lists, seeds.slice(0, 1), null) })).toEqual([
      'draw_withheld',
    ]);
    // Nor may it be forgotten that the party ever took part.
    const alone = { ...committed, commitments: committed.commitments.slice(0, 1) };
    expect(codes({ ...withheld, result: runDraw(lists, seeds.slice(0, 1), null) }, alone)).toEqual([
      'draw_few_seeds',
    ]);
  });

  it('is void with another list, count, seed, party, beacon or result', () => {
    const changed = (more: Partial<typeof lists>): PublishedDraw => {
      const other = { ...lists, ...more };
      return { ...published, lists: other, result: runDraw(other, seeds, null) };
    };
    const [first, ...rest] = lists.subjects;
    const lighter = [{ ...first!, weight: 2 }, ...rest];
    expect(codes(changed({ subjects: rest }))).toEqual(['draw_list_changed']);
    expect(codes(changed({ subjects: lighter }))).toEqual(['draw_list_changed']);
    expect(codes(changed({ subjects: lists.subjects.toReversed() }))).toEqual([
      'draw_list_changed',
    ]);
    expect(codes(changed({ inspectors: lists.inspectors.slice(1) }))).toEqual([
      'draw_list_changed',
    ]);
    expect(codes(changed({ drawn: 3 }))).toEqual(['draw_list_changed']);
    expect(codes(changed({ inspectors_each: 1 }))).toEqual(['draw_list_changed']);
    const other = [seeds[0]!, { party: 'guild', seed: '45'.repeat(32) }];
    expect(codes({ ...published, seeds: other, result: runDraw(lists, other, null) })).toEqual([
      'seed_differs',
    ]);
    const swapped = [
      { party: 'amr', seed: '44'.repeat(32) },
      { party: 'guild', seed: '33'.repeat(32) },
    ];
    expect(codes({ ...published, seeds: swapped })).toEqual(['seed_differs', 'seed_differs']);
    const more = [...seeds, { party: 'mall', seed: '55'.repeat(32) }];
    expect(codes({ ...published, seeds: more, result: runDraw(lists, more, null) })).toEqual([
      'draw_stranger',
    ]);
    expect(codes({ ...published, seeds: [...seeds, seeds[0]!] })).toEqual(['draw_withheld']);
    expect(codes({ ...published, beacon_value: 'x', result: runDraw(lists, seeds, 'x') })).toEqual([
      'draw_beacon',
    ]);
    expect(codes(published, { ...committed, beacon: 'round 7' })).toEqual(['draw_beacon']);
    expect(codes({ ...published, result: published.result.toReversed() })).toEqual([
      'draw_result_differs',
    ]);
  });

  it('wants lists that can be drawn from', () => {
    const wrong = (more: Partial<typeof lists>): string | undefined =>
      listsIssue({ ...lists, ...more })?.code;
    const weighing = (weight: number) => [{ id: 'a', weight }, ...lists.subjects];
    expect(wrong({ subjects: weighing(limits.draw_weight_max - 1) })).toBe(undefined);
    expect(wrong({ subjects: weighing(limits.draw_weight_max) })).toBe(undefined);
    expect(wrong({ subjects: weighing(limits.draw_weight_max + 1) })).toBe('casework.draw_weight');
    expect(wrong({ subjects: weighing(0) })).toBe('casework.draw_weight');
    expect(wrong({ subjects: weighing(1.5) })).toBe('casework.draw_weight');
    expect(wrong({ subjects: [...lists.subjects, lists.subjects[0]!] })).toBe(
      'casework.draw_twice',
    );
    expect(wrong({ drawn: 12 })).toBe(undefined);
    expect(wrong({ drawn: 13 })).toBe('casework.draw_counts');
    expect(wrong({ drawn: 0 })).toBe('casework.draw_counts');
    expect(wrong({ inspectors_each: 6 })).toBe('casework.draw_counts');
    const nobody = lists.inspectors.map(({ id }) => ({ id, avoids: ['s11'] }));
    expect(() => runDraw({ ...lists, inspectors: nobody, drawn: 12 }, seeds, null)).toThrow('s11');
    const many = Array.from({ length: limits.draw_entries_max + 1 }, (_, i) => ({
      id: String(i),
      weight: 1,
    }));
    expect(wrong({ subjects: many })).toBe('casework.draw_too_long');
    expect(wrong({ subjects: many.slice(1) })).toBe(undefined);
    expect(wrong({ subjects: many.slice(2) })).toBe(undefined);
  });

  it('takes no more seeds than the limit', () => {
    const crowd = (length: number): readonly [CommittedDraw, PublishedDraw] => {
      const all = Array.from({ length }, (_, i) => ({ party: `p${i}`, seed: '00'.repeat(32) }));
      const commitments = all.map(({ party, seed }) => ({
        party,
        commitment: commitmentOf('draw-1', party, seed),
      }));
      const result = runDraw(lists, all, null);
      return [
        { ...committed, commitments },
        { ...published, seeds: all, result },
      ];
    };
    for (const [length, expected] of [
      [limits.draw_seeds_max - 1, []],
      [limits.draw_seeds_max, []],
      [limits.draw_seeds_max + 1, ['draw_too_long']],
    ] as const) {
      const [by, of] = crowd(length);
      expect(codes(of, by)).toEqual(expected);
    }
  });
});

/** Numbers of a key by the letter of the rule, one block at a time. */
function* slowNumbers(key: Uint8Array, n: bigint): Generator<bigint> {
  for (let counter = 0; ; counter += 1) {
    const hex = counter.toString(16).padStart(16, '0');
    const block = createHash('sha256').update(key).update(hex, 'hex').digest('hex');
    for (let at = 0; at < 64; at += 16) {
      const number = BigInt(`0x${block.slice(at, at + 16)}`);
      if (number < 2n ** 64n - (2n ** 64n % n)) yield number % n;
    }
  }
}

describe('chance', () => {
  it.each([2, 10, 2 ** 40 - 1, 2 ** 63 + 2 ** 12])('below %d passes over what is uneven', (n) => {
    const key = Buffer.from('00'.repeat(32), 'hex');
    const below = numberStream(key);
    const slow = slowNumbers(key, BigInt(n));
    for (let i = 0; i < 200; i += 1) expect(below(n)).toBe(Number(slow.next().value));
  });

  it('draws by weight what a list gone through from its start gives (seed 7)', () => {
    const random = seeded(7);
    for (let round = 0; round < 500; round += 1) {
      const size = random.between(1, 40);
      const weights = Array.from({ length: size }, () => random.between(1, 9));
      const key = Buffer.alloc(32, round);
      const left = weights.map((weight, place) => ({ weight, place }));
      const below = numberStream(key);
      const slow: number[] = [];
      while (left.length > 0) {
        let r = below(left.reduce((sum, { weight }) => sum + weight, 0));
        const at = left.findIndex(({ weight }) => (r -= weight) < 0);
        slow.push(...left.splice(at, 1).map(({ place }) => place));
      }
      expect(drawByWeight(weights, size, numberStream(key))).toEqual(slow);
    }
  });

  it('draws first in proportion to weight, over 16,000 keys', () => {
    const counts = [0, 0, 0];
    for (let i = 0; i < 16_000; i += 1) {
      const key = createHash('sha256').update(String(i)).digest();
      counts[drawByWeight([1, 2, 5], 1, numberStream(key))[0]!]! += 1;
    }
    // Two degrees of freedom: above 13.8 once in a thousand; the keys are fixed.
    const chi = [2_000, 4_000, 10_000].reduce(
      (sum, want, i) => sum + (counts[i]! - want) ** 2 / want,
      0,
    );
    expect(chi).toBeLessThan(13.8);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../src/network/forest.ts';
import { STREAM_LEVELS_MAX, streamForest } from '../../../src/network/stream/stream-forest.ts';

/** Everybody climbs to the root and is counted by those met. */
function climb(uplines: readonly number[]): {
  people: number[];
  level: number[];
  levels: number[];
} {
  const people = uplines.map(() => 0);
  const levels = uplines.map(() => 0);
  const level = uplines.map((_, member) => {
    let steps = 0;
    for (let x = member; x !== ROOT; x = uplines[x]!) {
      steps++;
      people[x]!++;
      levels[x] = Math.max(levels[x]!, steps);
    }
    return steps;
  });
  return { people, level, levels };
}

const forest = fc
  .array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 60 })
  .map((list) => list.map((one, i) => (one % (i + 1)) - 1));

describe('a streamed forest', () => {
  it('is what climbing finds, however the members are cut into pieces', () => {
    fc.assert(
      fc.property(forest, fc.integer({ min: 1, max: 9 }), (uplines, piece) => {
        const stream = streamForest(uplines.length);
        for (let at = 0; at < uplines.length; at += piece) {
          stream.take(Int32Array.from(uplines.slice(at, at + piece)));
        }
        const { people, level, levels } = stream.finish();
        const found = { people: [...people], level: [...level], levels: [...levels] };
        expect(found).toEqual(climb(uplines));
      }),
      { numRuns: 500, seed: 20_261_202 },
    );
  });

  it('refuses who comes before the upline, and uplines that cannot be', () => {
    expect(() => streamForest(2).take(Int32Array.of(ROOT, 1))).toThrow('network.stream_order');
    expect(() => streamForest(1).take(Int32Array.of(-2))).toThrow('network.stream_order');
  });

  it('refuses another number of members than it was made for', () => {
    const stream = streamForest(2);
    stream.take(Int32Array.of(ROOT));
    expect(() => stream.finish()).toThrow('network.stream_count');
    expect(() => stream.take(Int32Array.of(ROOT, ROOT))).toThrow('network.stream_count');
  });

  it.each([STREAM_LEVELS_MAX - 1, STREAM_LEVELS_MAX])('holds a chain of %i levels', (depth) => {
    const stream = streamForest(depth);
    stream.take(Int32Array.from({ length: depth }, (_, i) => i - 1));
    const { level, levels, people } = stream.finish();
    expect([level.at(-1), levels[0], people[0]]).toEqual([depth, depth, depth]);
  });

  it('refuses one level more', () => {
    const depth = STREAM_LEVELS_MAX + 1;
    const chain = Int32Array.from({ length: depth }, (_, i) => i - 1);
    expect(() => streamForest(depth).take(chain)).toThrow('network.stream_levels');
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextIndex } from '../../../src/network/live/text-index.ts';

const texts = fc.array(
  fc.oneof(
    fc.string({ maxLength: 4, unit: 'binary' }),
    fc.constantFrom('', 'ÿ', 'a', '会员', '\u{1F600}', '\uD800', 'þ', '\u0000', 'ÿÿ'),
    fc.integer({ min: 0, max: 50 }).map(String),
  ),
  { maxLength: 200 },
);

describe('numbers for texts', () => {
  it('are those of a Map, also after writing and reading', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const index = new TextIndex(1);
        const map = new Map<string, number>();
        for (const text of list) {
          if (!map.has(text)) {
            expect(index.find(text)).toBe(-1);
            map.set(text, map.size);
          }
          expect(index.add(text)).toBe(map.get(text));
        }
        const { bytes, ends } = index.parts();
        for (const one of [index, TextIndex.fromParts(bytes, ends)]) {
          expect(one.size).toBe(map.size);
          for (const [text, number] of map) {
            expect(one.find(text)).toBe(number);
            expect(one.textOf(number)).toBe(text);
          }
        }
      }),
      { numRuns: 300, seed: 20_261_201 },
    );
  });
});

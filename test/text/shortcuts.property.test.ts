import { describe, expect, it } from 'vitest';
import { seeded } from '../../src/generate/random.ts';
import { locate } from '../../src/text/locate.ts';
import { locatePlain, makePlain } from '../../src/text/locate-plain.ts';
import { makePattern } from '../../src/text/pattern.ts';
import { screen } from '../../src/text/screen.ts';
import { makeScreener } from '../../src/text/screener.ts';
import { condition, entry, exception, list } from './make-list.ts';

const seed = 20_261_129;

describe('the shortcuts of the search', () => {
  it(`say of plain texts what the long way says (seed ${seed})`, () => {
    const random = seeded(seed);
    const terms = ['ab', 'aab', 'abb', 'a b', 'b aa', '国一', '国国一', 'a国'];
    const signs = ['a', 'b', 'A', '国', '國', '一', ' ', ',', '*', '\u200b', '😀', 'é', '1'];
    let clear = 0;
    for (let round = 0; round < 20_000; round++) {
      const boundary = random.chance(0.5);
      const term = random.pick(terms);
      const pattern = makePattern(term, random.pick(['zh', 'en']), boundary)!;
      const plain = makePlain(pattern.units, boundary)!;
      const around = (): string =>
        Array.from({ length: random.between(0, 2) }, () => random.pick(signs)).join('');
      const text = around() + (random.chance(0.8) ? term : around()) + around();
      // The search asks where a run of the last letter begins.
      const last = pattern.units.at(-1)!.unit;
      for (let at = 0; at < text.length; at++) {
        if (text.charCodeAt(at) !== last || text.charCodeAt(at - 1) === last) continue;
        const seen = locatePlain(text, at, plain);
        if (seen === 'unclear') continue;
        clear++;
        expect({ text, term, seen }).toEqual({ text, term, seen: locate(text, at, pattern) });
      }
    }
    expect(clear).toBeGreaterThan(2_000);
  });

  it.each(['before', 'after'] as const)(
    'look %s a hit as far as a condition asks, to the far end of its longest word',
    (place) => {
      const fill = '甲乙丙丁戊己庚辛壬癸';
      const long = '子丑寅卯辰巳午未';
      for (const within of [0, 1, 9, 30]) {
        const when = condition(place, [long], {
          within,
          reach: 'sentence',
          but_not: [`${long}申`],
        });
        const screener = makeScreener([list([entry('第一')], [exception('out', when)])]);
        for (const [letters, applies] of [
          [within, true],
          [within + 1, false],
        ] as const) {
          for (const mark of ['', '~'.repeat(16)]) {
            const gap = fill.repeat(4).slice(0, letters);
            const applying = (word: string): boolean => {
              const spread = [...word].join(mark);
              const text = place === 'before' ? `${spread}${gap}第一` : `第一${gap}${spread}`;
              return screen(text, screener).hits[0]!.exception === 'out';
            };
            expect({ within, mark, applies: applying(long) }).toEqual({ within, mark, applies });
            expect(applying(`${long}申`)).toBe(false);
          }
        }
      }
    },
  );
});

import { describe, expect, it } from 'vitest';
import { seeded } from '../../src/generate/random.ts';
import type { Random } from '../../src/generate/random.ts';
import { makeScreener } from '../../src/text/screener.ts';
import { screen } from '../../src/text/screen.ts';
import { hostileTexts } from '../support/hostile.ts';
import { entry, list } from './make-list.ts';

const seed = 20_261_128;

/** Letters of the tests, each with spellings that fold to it. Written by hand, not looked up. */
const letters: Readonly<Record<string, readonly string[]>> = {
  国: ['国', '國'],
  级: ['级', '級'],
  疗: ['疗', '療'],
  第: ['第'],
  最: ['最'],
  a: ['a', 'A', 'ａ', 'Ａ', 'á', 'ⓐ', '𝐚'],
  b: ['b', 'Ｂ', '𝓑'],
  k: ['k', 'K', 'Ｋ', 'ｋ'],
};
const names = Object.keys(letters);
const decoration = ['', '', '', '', '*', '·', '🔥', '\u200b', '-', '👍🏽', '\ud800', '~~'];

/** A letter other than the one before it: repetition is tried elsewhere. */
function word(random: Random, length: number): string {
  let text = '';
  while (text.length < length) {
    const next = random.pick(names);
    if (!text.endsWith(next)) text += next;
  }
  return text;
}

/** The text as someone would disguise it, and where each letter stands in it. */
function disguise(random: Random, plain: string): { text: string; at: [number, number][] } {
  let text = '';
  const at: [number, number][] = [];
  for (const letter of plain) {
    text += random.pick(decoration);
    const spelling = random.pick(letters[letter]!);
    at.push([text.length, text.length + spelling.length]);
    text += spelling;
  }
  return { text: text + random.pick(decoration), at };
}

describe('matching', () => {
  it(`finds what a search with indexOf finds, at its place (seed ${seed})`, () => {
    const random = seeded(seed);
    let found = 0;
    for (let round = 0; round < 150; round++) {
      const count = random.between(1, 12);
      const terms = [...new Set(Array.from({ length: count }, () => word(random, 2)))];
      for (const term of terms) if (random.chance(0.5)) terms.push(term + word(random, 1));
      const distinct = terms.filter((term, i) => terms.indexOf(term) === i && !/(.)\1/.test(term));
      // Each in a list of its own, so that shorter ones are told as well.
      const screener = makeScreener(
        distinct.map((term) => list([entry(term, { lang: 'zh', word_boundary: false })], [], term)),
      );
      for (let once = 0; once < 10; once++) {
        const plain = word(random, random.between(0, 120));
        const { text, at } = disguise(random, plain);
        const expected: string[] = [];
        for (const term of distinct) {
          for (let i = plain.indexOf(term); i >= 0; i = plain.indexOf(term, i + 1)) {
            expected.push(`${term} ${at[i]![0]} ${at[i + term.length - 1]![1]}`);
          }
        }
        const { hits } = screen(text, screener);
        const seen = hits.map(({ list: id, starts, ends }) => `${id} ${starts} ${ends}`);
        expect(seen.toSorted(), JSON.stringify(text)).toEqual(expected.toSorted());
        found += seen.length;
      }
    }
    expect(found).toBeGreaterThan(3_000);
  });

  it(`finds English phrases as whole words alone (seed ${seed})`, () => {
    const random = seeded(seed);
    const vocabulary = ['no', 'risk', 'risky', 'free', 'cure', 'cures', 'now', 'fast', 'norisk'];
    const phrases = ['no risk', 'risk free', 'cure', 'cures fast', 'no'];
    const screener = makeScreener(phrases.map((one) => list([entry(one)], [], one)));
    let found = 0;
    for (let round = 0; round < 2_000; round++) {
      const words = Array.from({ length: random.between(1, 15) }, () => random.pick(vocabulary));
      const text = words.map((one) => (random.chance(0.3) ? one.toUpperCase() : one)).join(' ');
      const starts = words.map((_, i) => words.slice(0, i).join(' ').length + (i > 0 ? 1 : 0));
      const expected: string[] = [];
      for (const phrase of phrases) {
        const parts = phrase.split(' ');
        words.forEach((one, i) => {
          const same = parts.every((part, k) => words[i + k] === part);
          // `norisk` is `no risk` written without its space.
          const joined = parts.length > 1 && one === parts.join('');
          if (same || joined) expected.push(`${phrase} ${starts[i]}`);
        });
      }
      const seen = screen(text, screener).hits.map(({ list: id, starts: at }) => `${id} ${at}`);
      expect(seen.toSorted(), text).toEqual(expected.toSorted());
      found += seen.length;
    }
    expect(found).toBeGreaterThan(2_000);
  });
});

/** Pieces that break programs: lone surrogates, joiners, controls, marks, long runs. */
const pieces = [
  hostileTexts.map((text) => text.slice(0, 60)),
  ['\ud800', '\udc00', '\ud83d', '\u200d', '\ufe0f', '\u0301', '\0', '\r\n', '\u202e', ''],
  ['最', '佳', '第', '一', '全国', '月入', '5', '1,000', '万', '100%', 'best', 'ｂｅｓｔ', 'risk'],
  ['free', '，', '。', ' ', '\t', '“', '”', '《', '𠀀', '🇨🇳', '👨‍👩‍👧', '\u{e0100}', '\u{10ffff}'],
].flat();

describe('any text', () => {
  it(`is screened without harm, each hit where it says (100,000 texts, seed ${seed})`, () => {
    const random = seeded(seed);
    const screener = makeScreener([
      list(['(全国|)第一', '最佳', '月入#万', '100%', 'best', 'risk free', 'tt#']),
      list(['第一', '一佳', 'free risk'], [], 'other'),
    ]);
    let found = 0;
    for (let round = 0; round < 100_000; round++) {
      const length = random.between(0, 12);
      const text = Array.from({ length }, () => random.pick(pieces)).join('');
      for (const hit of screen(text, screener).hits) {
        found++;
        const sound =
          hit.starts >= 0 &&
          hit.starts < hit.ends &&
          hit.ends <= text.length &&
          hit.found === text.slice(hit.starts, hit.ends);
        if (!sound) expect.fail(`${JSON.stringify(text)}: ${JSON.stringify(hit)}`);
      }
    }
    expect(found).toBeGreaterThan(5_000);
  });
});

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/packs/diagnostic.ts';
import { parseTerms } from '../../src/packs/parse-terms.ts';

const sound = `id: xx.rank
title: {zh: 排名, en: rank}
cite: art. 9
category: absolute
role: claim
groups:
  - group: rank
    lang: zh
    entries:
      - (全国|全网)第一
      - {term: 顶级, inside: [顶级域名], variants: [頂尖], homophones: [丁级], note: ours}
  - group: praise
    lang: en
    needs: [{place: around, any: [price]}]
    entries: [best, {term: top, word_boundary: false}]
exceptions:
  - id: negated
    title: {zh: 否定, en: negated}
    cite: ours
    groups: [rank]
    when:
      - {place: before, any: [不是], within: 4, reach: sentence, but_not: [不是吹]}
      - {place: quoted, any: [“”]}
`;

function parse(text: string, name = 'terms/xx.rank.yaml'): { lists: unknown; said: string[] } {
  const diagnostics: Diagnostic[] = [];
  const lists = parseTerms([{ name, text, sha256: '' }], diagnostics);
  const said = diagnostics.map(
    ({ code, params, place }) =>
      `${place.line}:${place.column} ${code} ${Object.values(params).join(' / ')}`,
  );
  return { lists, said };
}

describe('a term list', () => {
  it('is read with what its terms and exceptions leave unsaid', () => {
    const { lists, said } = parse(sound);
    expect(said).toEqual([]);
    const plain = { variants: [], homophones: [], inside: [], needs: [], note: null };
    const near = { within: 8, reach: 'clause', but_not: [] };
    const needs = [{ ...near, place: 'around', any: ['price'] }];
    const priced = { lang: 'en', group: 'praise', needs };
    expect(lists).toEqual([
      {
        id: 'xx.rank',
        title: { zh: '排名', en: 'rank' },
        cite: 'art. 9',
        category: 'absolute',
        role: 'claim',
        within_s: null,
        entries: [
          { ...plain, term: '(全国|全网)第一', lang: 'zh', group: 'rank', word_boundary: false },
          {
            term: '顶级',
            lang: 'zh',
            group: 'rank',
            variants: ['頂尖'],
            homophones: ['丁级'],
            inside: ['顶级域名'],
            word_boundary: false,
            needs: [],
            note: 'ours',
          },
          { ...plain, ...priced, term: 'best', word_boundary: true },
          { ...plain, ...priced, term: 'top', word_boundary: false },
        ],
        exceptions: [
          {
            id: 'negated',
            title: { zh: '否定', en: 'negated' },
            cite: 'ours',
            groups: ['rank'],
            when: [
              {
                place: 'before',
                any: ['不是'],
                within: 4,
                reach: 'sentence',
                but_not: ['不是吹'],
              },
              { place: 'quoted', any: ['“”'], within: 8, reach: 'clause', but_not: [] },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    ['another file name', 'id: xx.rank', 'id: xx.other', '1:5 pack.wrong_value xx.rank / xx.other'],
    [
      'a window of what is no correction',
      'role: claim',
      'role: claim\nwithin_s: 60',
      '5:7 pack.wrong',
    ],
    [
      'a correction without a window',
      'role: claim',
      'role: correction',
      '5:7 pack.wrong_value corr',
    ],
    ['an unknown key', 'cite: art. 9\n', 'cite: art. 9\nlaw: x\n', '4:1 pack.unknown_key law / '],
    ['a bracket left open', '(全国|全网)第一', '(全国第一', '10:9 pack.wrong_value (a|b)c, ≥ 2'],
    ['a term of one letter', '(全国|全网)第一', '最', '10:9 pack.wrong_value (a|b)c, ≥ 2 letters'],
    ['too many texts', '第一', '(0|1|2)'.repeat(7), '10:9 pack.wrong_value (a|b)c, ≥ 2 letters'],
    [
      'a term that is there already',
      '[顶级域名], variants: [頂尖]',
      '[顶级域名], variants: [全网第一]',
      '11:47 pack.wrong_value ≠ 全网第一 / 全网第一',
    ],
    [
      'a bracket open in a longer word',
      '[顶级域名]',
      '[顶级(域名]',
      '11:29 pack.wrong_value (a|b)c',
    ],
    [
      'a group that is none',
      'groups: [rank]',
      'groups: [ranks]',
      '20:14 pack.wrong_value rank | praise',
    ],
    [
      'a name that is taken',
      'id: negated',
      'id: another_word',
      '17:9 pack.wrong_value ≠ another_word',
    ],
    ['one quotation mark', '[“”]', '[“]', '23:31 pack.wrong_value “” / “'],
    [
      'a place that is none',
      'place: quoted',
      'place: near',
      '23:17 pack.wrong_value before | after',
    ],
    ['a bracket open in what is needed', '[price]', '[(price]', '14:35 pack.wrong_value (a|b)c'],
    ['a bracket open in a condition', '[不是]', '[(不是]', '22:31 pack.wrong_value (a|b)c'],
  ])('refuses %s, and says where', (_, old, by, expected) => {
    expect(sound).toContain(old);
    const { said } = parse(sound.replace(old, by));
    expect(said).toHaveLength(1);
    expect(said[0]?.slice(0, expected.length)).toBe(expected);
  });
});

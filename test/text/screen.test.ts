import { describe, expect, it } from 'vitest';
import { makeScreener } from '../../src/text/screener.ts';
import { screen } from '../../src/text/screen.ts';
import { condition, entry, exception, list, told } from './make-list.ts';

const zh = list(['(全国|全网|)第一', '最佳', '稳赚', '天天赚', '月入(#|几)万', '100%有效', '降压']);
const en = list(['risk free', 'best', 'no one', 'free', 'lose weight', 'NO.1', '$# a day']);

describe('a term is found', () => {
  it.each([
    ['as written', '全国第一的品牌', ['全国第一@0']],
    ['in traditional characters', '全國第一', ['全國第一@0']],
    ['in full width', '１００％有效', ['１００％有效@0']],
    ['with spaces and signs between', '全 网·第🔥一', ['全 网·第🔥一@0']],
    ['with characters nobody sees', '世界最\u200b\ufeff佳', ['最\u200b\ufeff佳@2']],
    ['with half a surrogate pair between', '最\ud83d佳\udc00', ['最\ud83d佳@0']],
    ['with an emoji of many parts between', '最👨‍👩‍👧‍👦佳', ['最👨‍👩‍👧‍👦佳@0']],
    ['with commas between all letters', '全，国，第，一', ['全，国，第，一@0']],
    ['drawn out', '最最最佳！稳稳赚', ['最最最佳@0', '稳稳赚@5']],
    ['drawn out beyond its own repetition', '天天天赚', ['天天天赚@0']],
    [
      'with any number',
      '月入5万，月入1,000万，月入３０万',
      ['月入5万@0', '月入1,000万@5', '月入３０万@14'],
    ],
    ['set apart by spaces, the two letters by one', '降 压', ['降 压@0']],
  ])('%s', (_, text, expected) => {
    expect(told(text, zh)).toEqual(expected);
  });

  it.each([
    ['joined by a hyphen or nothing', 'Risk-free, riskfree', ['Risk-free@0', 'riskfree@11']],
    ['spaced out letter by letter', 'r i s k f r e e', ['r i s k f r e e@0']],
    ['with a full stop behind each letter', 'b.e.s.t', ['b.e.s.t@0']],
    ['starred', 'b*e*st', ['b*e*st@0']],
    ['drawn out', 'beeest freeee', ['beeest@0', 'freeee@7']],
    [
      'in accents, circles and mathematical letters',
      'bést ⓑⓔⓢⓣ 𝐛𝐞𝐬𝐭',
      ['bést@0', 'ⓑⓔⓢⓣ@5', '𝐛𝐞𝐬𝐭@10'],
    ],
    ['in Cyrillic look-alikes', 'bеst', ['bеst@0']],
    ['beside Chinese', '销量NO.1，销量no1', ['NO.1@2', 'no1@9']],
    ['with a letter doubled across its own space', 'no one', ['no one@0']],
    ['with a number and a sign of money', 'earn $1,500 a day', ['$1,500 a day@5']],
  ])('%s', (_, text, expected) => {
    expect(told(text, en)).toEqual(expected);
  });
});

describe('more terms than are told of one text', () => {
  const screener = makeScreener([list(['最佳'], [], 'a'), list(['稳赚'], [], 'b')]);
  const at = (text: string): ReturnType<typeof screen> =>
    screen(text, screener, { text_hits_max: 3 });

  it.each([
    ['one fewer', '最佳最佳', 2, []],
    ['as many', '最佳最佳最佳', 3, []],
    ['one more', '最佳最佳最佳，最佳', 3, [{ list: 'a', count: 1, starts: 7 }]],
    [
      'of two lists',
      '最佳最佳最佳。稳赚最佳最佳',
      3,
      [
        { list: 'a', count: 2, starts: 9 },
        { list: 'b', count: 1, starts: 7 },
      ],
    ],
  ])('%s', (_, text, told, untold) => {
    const seen = at(text);
    expect(seen.hits).toHaveLength(told);
    expect(seen.untold).toEqual(untold);
  });
});

describe('nothing is found', () => {
  it.each([
    ['where a sentence ends between', '味道最。佳能相机'],
    ['where a space parts two words', '血压下降 压力小'],
    ['where the number is another', '1100%有效 100.5%有效'],
    ['where the repetition is short', '天赚'],
    ['where more stands between than a word has', `最${'*'.repeat(17)}佳`],
  ])('%s', (_, text) => {
    expect(told(text, zh)).toEqual([]);
  });

  it.each([
    ['in a longer word', 'bestow, web best1 bbest2'],
    ['where a comma parts the words', 'no risk, free of charge'],
    ['where a letter is doubled', 'loose weight beest'],
    ['where a space falls into the word', 'be st'],
  ])('%s', (_, text) => {
    expect(told(text, en).filter((one) => !one.startsWith('free@'))).toEqual([]);
  });

  it('beyond the longest decoration, and is at it', () => {
    expect(told(`最${'*'.repeat(16)}佳`, zh)).toHaveLength(1);
  });
});

describe('hits', () => {
  it('of one list are the longest; another list tells its own', () => {
    const other = list(['第一'], [], 'other');
    expect(told('全网第一', zh)).toEqual(['全网第一@0']);
    expect(told('全网第一', zh, other)).toEqual(['全网第一@0', '第一@2']);
  });

  it('say by which spelling they were found, and in which list', () => {
    const spelled = list([entry('微信', { variants: ['WeChat'], homophones: ['薇信'] })]);
    const { hits } = screen('薇 信或wechat', makeScreener([spelled]));
    expect(hits).toEqual([
      {
        list: 'sample',
        category: 'sample',
        term: '微信',
        via: 'homophone',
        found: '薇 信',
        starts: 0,
        ends: 3,
        considered: [],
        exception: null,
      },
      expect.objectContaining({ via: 'variant', found: 'wechat', starts: 4, ends: 10 }),
    ]);
  });

  it('inside another word are told as that', () => {
    const first = list([entry('第一', { inside: ['第一(次|步)'] })]);
    expect(told('第一次就是第一', first)).toEqual(['第一@0/another_word', '第一@5']);
    expect(told('第 一 次', first)).toEqual(['第 一@0/another_word']);
  });
});

describe('exceptions', () => {
  const one = (...when: Parameters<typeof exception>[1][]): ReturnType<typeof list> =>
    list(['最佳', 'best'], [exception('e', ...when)]);

  it.each([
    ['before, near enough', condition('before', ['不是'], { within: 2 }), '不是我们最佳', true],
    [
      'before, one letter too far',
      condition('before', ['不是'], { within: 2 }),
      '不是我们的最佳',
      false,
    ],
    ['before, not behind', condition('before', ['不是']), '最佳不是', false],
    ['after', condition('after', ['赏味期'], { within: 0 }), '最佳赏味期', true],
    ['after, not before', condition('after', ['赏味期']), '赏味期最佳', false],
    ['around, on either side', condition('around', ['同品牌']), '最佳,同品牌', false],
    ['around, before', condition('around', ['同品牌']), '同品牌中最佳', true],
    ['around, in the hit itself', condition('around', ['佳']), '最佳', true],
    ['in the same clause only', condition('before', ['不是']), '不是，最佳', false],
    [
      'in the same sentence',
      condition('before', ['不是'], { reach: 'sentence' }),
      '不是，最佳',
      true,
    ],
    [
      'in another sentence',
      condition('before', ['不是'], { reach: 'sentence' }),
      '不是。最佳',
      false,
    ],
    ['anywhere', condition('before', ['不是'], { reach: 'text', within: 99 }), '不是。最佳', true],
    [
      'not in a longer word',
      condition('before', ['不'], { but_not: ['不得不'] }),
      '不得不说最佳',
      false,
    ],
    [
      'beside the longer word',
      condition('before', ['不'], { but_not: ['不得不'] }),
      '不得不说不最佳',
      true,
    ],
    ['covered', condition('cover', ['最佳影片奖']), '获最佳影片奖', true],
    ['covered as it stands', condition('cover', ['最佳']), '最佳', true],
    ['covered in part', condition('cover', ['佳能']), '最佳能', true],
    ['covered by a part of itself', condition('cover', ['佳']), '最佳', false],
    ['before, reaching into it', condition('before', ['不是最'], { within: 0 }), '不是最佳', true],
    ['a whole English word', condition('before', ['not']), 'not the best', true],
    ['a part of an English word', condition('before', ['not']), 'nothing best', false],
    ['a number', condition('before', ['#年']), '2023年最佳', true],
    ['a number left out', condition('before', ['#年']), '年最佳', false],
    ['a number with a comma inside', condition('before', ['#名用户']), '1,000名用户最佳', true],
    ['folded', condition('before', ['不是']), '不 是最佳', true],
    ['quoted', condition('quoted', ['“”'], { within: 4 }), '“最佳”', true],
    ['quoted within a stretch', condition('quoted', ['《》'], { within: 4 }), '《选最佳的》', true],
    [
      'quoted, but the quotation ended',
      condition('quoted', ['“”'], { within: 9 }),
      '“好”最佳“好”',
      false,
    ],
    ['quoted on one side', condition('quoted', ['“”'], { within: 9 }), '“最佳', false],
    ['quoted by equal marks', condition('quoted', ['""'], { within: 4 }), '"最佳"', true],
  ])('hold %s', (_, when, text, applies) => {
    const [hit] = screen(text, makeScreener([one(when)])).hits;
    expect(hit?.considered.map((seen) => seen.applies)).toEqual([applies]);
    expect(hit?.exception).toBe(applies ? 'e' : null);
  });

  it('say which words made them apply, all conditions together', () => {
    const both = one(condition('before', ['#年']), condition('around', ['销量']));
    const [hit] = screen('2023年店铺最佳销量', makeScreener([both])).hits;
    expect(hit?.considered).toEqual([{ id: 'e', applies: true, by: ['2023年', '销量'] }]);
    const [other] = screen('2023年店铺最佳', makeScreener([both])).hits;
    expect(other?.considered).toEqual([{ id: 'e', applies: false, by: [] }]);
  });

  it('are considered for their groups of entries alone', () => {
    const grouped = { ...exception('e', condition('before', ['不是'])), groups: ['rank'] };
    const two = list([entry('第一', { group: 'rank' }), entry('最佳')], [grouped]);
    expect(told('不是第一，不是最佳', two)).toEqual(['第一@2/e', '最佳@7']);
  });
});

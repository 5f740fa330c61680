import { describe, expect, it } from 'vitest';
import { seeded } from '../../src/generate/random.ts';
import type { Random } from '../../src/generate/random.ts';
import { alikeTexts } from '../../src/signals/alike-texts.ts';
import { foldText, jaccard, shinglesOf } from '../../src/signals/shingles.ts';

describe('likeness of texts', () => {
  it('is worked out by hand', () => {
    // abc bcd cde def against abc bcd cdx: 2 shared of 5.
    expect(jaccard(shinglesOf('abcdef'), shinglesOf('abcdx'))).toBe(0.4);
    expect(jaccard(shinglesOf('aaaa'), shinglesOf('aaa'))).toBe(1);
    expect(jaccard(shinglesOf('ab'), shinglesOf(''))).toBe(0);
  });

  it('does not see width, case, spacing, punctuation or emoji', () => {
    expect(foldText('Ｖｅｒｙ  good!! 👍 非常 好，')).toBe('verygood非常好');
  });

  it('joins copies with a word changed, and nothing short', () => {
    const texts = [
      '物流很快包装完好，宝宝特别喜欢，已经推荐给身边的朋友了，下次还会再来买',
      '质量一般般吧，用了三天就坏了，客服也不理人，不建议大家购买这个东西',
      '物流很快，包装完好！宝宝特别喜欢～已经推荐给身边的朋友了，下次还会再来买的',
      '很好很好',
      '很好很好',
      '物流很快包装完好 宝宝特别喜欢 已经推荐给身边的亲友了 下次还会再来买',
    ];
    expect([...alikeTexts(texts)]).toEqual([0, -1, 0, -1, -1, 0]);
  });

  it('agrees with comparing all pairs, on 30 drawn sets', () => {
    let [pairs, missed] = [0, 0];
    for (let seed = 1; seed <= 30; seed++) {
      const texts = drawTexts(seeded(seed));
      const slow = slowGroups(texts);
      const fast = alikeTexts(texts);
      for (let i = 0; i < texts.length; i++) {
        for (let j = 0; j < i; j++) {
          const together = fast[i] !== -1 && fast[i] === fast[j];
          if (together)
            expect({ seed, i, j, slow: slow[i] }).toEqual({ seed, i, j, slow: slow[j] });
          if (slow[i] !== slow[j]) continue;
          pairs++;
          if (!together) missed++;
        }
      }
    }
    console.log(`${missed} of ${pairs} pairs of one chain came out apart`);
    expect(pairs).toBeGreaterThan(5_000);
    expect(missed / pairs).toBeLessThan(0.03);
  });
});

const words = '这件衣服质量不错物流快客服好包装严实颜色正价格实惠孩子喜欢回购推荐面料舒适尺码准';

/** Twelve originals, each copied with a few characters changed, and 60 texts of their own. */
function drawTexts(random: Random): string[] {
  const sentence = (): string =>
    Array.from({ length: random.between(14, 60) }, () => random.pick([...words])).join('');
  const originals = Array.from({ length: 12 }, sentence);
  const copies = Array.from({ length: 120 }, () => {
    const chars = [...random.pick(originals)];
    for (let n = random.below(3); n > 0; n--) chars[random.below(chars.length)] = '呀';
    return chars.join('');
  });
  return [...copies, ...Array.from({ length: 60 }, sentence)];
}

/** Sets of three-character strings, every pair compared, groups by painting over. */
function slowGroups(texts: readonly string[]): number[] {
  const sets = texts.map((text) => {
    const list = Array.from({ length: text.length - 2 }, (_, i) => text.slice(i, i + 3));
    return new Set(list);
  });
  const group = texts.map((_, no) => no);
  for (let i = 0; i < texts.length; i++) {
    for (let j = 0; j < i; j++) {
      const shared = [...sets[i]!].filter((one) => sets[j]!.has(one)).length;
      if (shared / (sets[i]!.size + sets[j]!.size - shared) < 0.8) continue;
      const [from, to] = [group[i], group[j]!];
      group.forEach((one, no) => (group[no] = one === from ? to : one));
    }
  }
  return group;
}

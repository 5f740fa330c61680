import { describe, expect, it } from 'vitest';
import { patternMatcher } from '../../../src/provisions/row/pattern-matcher.ts';
import { likeProgram, patternProgram } from '../../../src/provisions/row/pattern-program.ts';

function occurs(text: string, pattern: string): boolean {
  return patternMatcher(patternProgram(pattern))(text);
}

describe('patternMatcher', () => {
  it.each([
    ['保证月入过万', '月入.{0,3}万', true],
    ['保证月入一二三四万', '月入.{0,3}万', false],
    ['a\nb', 'a.b', true],
    ['a\nb', '^b', false],
    ['a\nb', 'a$', false],
    ['', '', true],
    ['', '^$', true],
    ['x', '^$', false],
    ['x', '$^', false],
    ['ab', 'b|^a$', true],
    ['ba', '(^|b)a$', true],
    ['aaa', '^a{2}$', false],
    ['aa', '^a{2}$', true],
    ['aaaa', '^a{2,3}$', false],
    ['b', 'a{0}b', true],
    ['b', '^(a|)b', true],
    ['b', '^(a)?b$', true],
    ['😀', '^.$', true],
    ['😀', '^[^a]$', true],
    ['😁', '[😀-😂]', true],
    ['a-c', '^[-a]+[c-]$', true],
    [']', '[^\\]]', false],
    ['(a', '\\(a', true],
  ])('%j, %s: %s', (text, pattern, expected) => {
    expect(occurs(text, pattern)).toBe(expected);
  });

  it.each([
    ['微商城', '%商%', true],
    ['微商城', '商%', false],
    ['😀b', '_b', true],
    ['a\nb', 'a_b', true],
    ['', '%', true],
    ['', '_', false],
    ['a.c', 'a.c', true],
    ['abc', 'a.c', false],
  ])('%j LIKE %s: %s', (text, like, expected) => {
    expect(patternMatcher(likeProgram(like))(text)).toBe(expected);
  });

  it('takes time in proportion to the text, also where states cannot all be remembered', () => {
    // After each a the matcher must know which of the last 400 characters were an a: 2^400 states.
    const matches = patternMatcher(patternProgram('a[ab]{400}c'));
    let random = 1;
    const letter = (): string => {
      random = (random * 48_271) % 2_147_483_647;
      return random % 2 === 0 ? 'a' : 'b';
    };
    const milliseconds = (length: number): number => {
      const text = Array.from({ length }, letter).join('');
      const start = performance.now();
      expect(matches(text)).toBe(false);
      return performance.now() - start;
    };
    milliseconds(5_000);
    const short = Math.min(milliseconds(5_000), milliseconds(5_000), milliseconds(5_000));
    expect(milliseconds(40_000) / short).toBeLessThan(24);
  });
});

import { describe, expect, it } from 'vitest';
import { judgeShare } from '../../src/signals/judge-share.ts';

const of = (cases: number, out_of: number): Parameters<typeof judgeShare>[0] => ({
  cases,
  out_of,
  first_at: null,
  last_at: null,
});

describe('a share as a ground', () => {
  it('takes ten cases, one in twenty, and three times what the others let expect', () => {
    expect(judgeShare(of(10, 100), of(10, 1_000))).toMatchObject({ cases: 10, expected: 0 });
    expect(judgeShare(of(9, 90), of(9, 1_000))).toBeNull();
    expect(judgeShare(of(50, 1_000), of(50, 9_000))).toMatchObject({ cases: 50 });
    expect(judgeShare(of(50, 1_001), of(50, 9_000))).toBeNull();
  });

  it('is worked out by hand', () => {
    // Others 90 of 900: of 100, 10 are expected. log2(60.5 / 10.5) = 2.5266; the lower limit takes
    // 3.3 / √60.5 + 2 / 60.5^1.5 = 0.4285 off it.
    const judged = judgeShare(of(60, 100), of(150, 1_000));
    expect(judged?.expected).toBeCloseTo(10, 10);
    expect(judged?.strength).toBeCloseTo(2.0981, 3);
    // 46 of 100: log2(46.5 / 10.5) − 0.4902 = 1.6567; 43: log2(43.5 / 10.5) − 0.5073 = 1.5433.
    expect(judgeShare(of(46, 100), of(136, 1_000))?.strength).toBeCloseTo(1.6567, 3);
    expect(judgeShare(of(43, 100), of(133, 1_000))).toBeNull();
  });

  it('expects a share of ours where there are fewer than a hundred others', () => {
    expect(judgeShare(of(50, 100), of(50, 200))?.expected).toBe(0);
    expect(judgeShare(of(50, 100), of(50, 199))?.expected).toBe(5);
    expect(judgeShare(of(50, 100), of(50, 100))?.expected).toBe(5);
  });

  it('expects none where the others have none, whoever has more', () => {
    expect(judgeShare(of(50, 100), of(20, 500))?.expected).toBe(0);
  });
});

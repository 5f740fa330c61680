import { describe, expect, it } from 'vitest';
import { submissionOf, textOf } from './platform.ts';
import type { Tables } from './platform.ts';

const day = (month_day: string): string => `2026-${month_day}T04:00:00Z`;

const platform: Tables = {
  operator: [{ operator_id: 'a', name: '甲', credit_code: 'X', licence_no: 'JY1' }],
  rule_version: [{ rule_version_id: 'v', title: '规则三' }],
  listing: [
    { listing_id: 'f', title: '饼干', category: '休闲零食' },
    { listing_id: 'g', title: '水杯', category: '日用' },
    { listing_id: 'h', title: '不明' },
  ],
  measure: [
    {
      measure_id: 'm1',
      operator_id: 'a',
      listing_id: 'f',
      rule_version_id: 'v',
      kind: 'removal',
      live: false,
      reason: '过期',
      found_at: day('05-01'),
      decided_at: day('05-02'),
      ends_at: day('06-02'),
    },
    { measure_id: 'm2', operator_id: 'a', listing_id: 'g', kind: 'none', found_at: day('05-03') },
    // Reported in time, and one reported after the reference date.
    {
      measure_id: 'm3',
      kind: 'ban',
      live: false,
      decided_at: day('05-04'),
      reported_at: day('05-05'),
    },
    {
      measure_id: 'm4',
      kind: 'ban',
      live: false,
      decided_at: day('05-04'),
      reported_at: day('07-05'),
    },
    { measure_id: 'm5', kind: 'ban', live: false, decided_at: day('07-01') },
    {
      measure_id: 'm6',
      operator_id: 'a',
      kind: 'blacklist',
      live: true,
      reason: '虚假',
      decided_at: day('06-01'),
      reported_at: day('06-02'),
    },
    { measure_id: 'm7', operator_id: 'a', kind: 'warning', live: true, decided_at: day('06-03') },
    {
      measure_id: 'm8',
      live: true,
      decided_at: day('06-04'),
      reported_at: day('06-04'),
      reported_cac_at: day('06-04'),
    },
    { measure_id: 'm9', listing_id: 'h' },
  ],
};

describe('breach reports, byte by byte', () => {
  it('Order 37 art. 29: what was found and not reported, live selling apart', async () => {
    const made = await submissionOf('report.cn.order37.art29@v1', platform);
    expect(textOf(made, 'breaches.csv')).toBe(
      '\ufeff平台内编号,经营者名称,统一社会信用代码,违法情形,发现日期,处置措施,决定日期,所依据的平台规则,' +
        '措施终止日期\r\n' +
        'm1,甲,X,过期,2026-05-01,下架或者删除,2026-05-02,规则三,2026-06-02\r\n' +
        'm2,甲,X,,2026-05-03,未采取措施,,,\r\n' +
        'm4,,,,,禁止重新注册,2026-05-04,,\r\n',
    );
    expect(made.receipt).toMatchObject({ window: null, late: null, kept_until: '2029-07-20' });
    expect(made.receipt.parts[0]?.missing).toEqual({ breach: 2, operator: 1 });
    expect(made.receipt.unplaced).toEqual({ 'measure.decided_at': 1 });
  });

  it('Order 117 art. 12: to whom each is still owed', async () => {
    const made = await submissionOf('report.cn.order117.art12@v1', platform);
    expect(textOf(made, 'live-measures.csv')?.split('\r\n').slice(1)).toEqual([
      'm6,甲,X,虚假,,列入黑名单,2026-06-01,,,否,是,是',
      'm7,甲,X,,,警示,2026-06-03,,,是,是,否',
      '',
    ]);
    // m2 and m9 do not say whether they are of live selling; m9 has no day either.
    expect(made.receipt.unplaced).toEqual({ 'measure.live': 2, 'measure.decided_at': 1 });
  });

  it('Food Safety Law art. 62: food by category, and what has none', async () => {
    const made = await submissionOf('report.cn.fsl.art62@v1', platform);
    expect(textOf(made, 'food-breaches.csv')?.split('\r\n').slice(1)).toEqual([
      'm1,甲,X,过期,2026-05-01,下架或者删除,2026-05-02,规则三,2026-06-02,JY1,饼干,休闲零食',
      '',
    ]);
    expect(made.receipt.unplaced).toEqual({ 'listing.category': 1, 'measure.decided_at': 1 });
  });
});

import { describe, expect, it } from 'vitest';
import { submissionOf, textOf } from './platform.ts';
import type { Tables } from './platform.ts';

const id = 'report.cn.order117.art9@v1';

const platform: Tables = {
  operator: [
    { operator_id: 'r1', name: '甲公司', kind: 'company', credit_code: 'X1', address: '一路' },
    { operator_id: 'r2', name: '乙', kind: 'person', address: '二路' },
    { operator_id: 'r3', name: '丙公司', kind: 'company', credit_code: 'X3', address: '三路' },
    { operator_id: 'r4', name: '丁公司', kind: 'company' },
    { operator_id: 'm1', name: '某机构', kind: 'company', credit_code: 'X5' },
    { operator_id: 'r5', name: '戊' },
  ],
  shop: [
    { shop_id: 'a2', operator_id: 'r1', name: '号二', kind: 'live_account' },
    { shop_id: 'a1', operator_id: 'r1', name: '号一', kind: 'live_account' },
    { shop_id: 'a3', operator_id: 'r1', name: '店', kind: 'shop' },
    { shop_id: 'a4', operator_id: 'r5', name: '号五', kind: 'live_account' },
  ],
  live_session: [
    {
      live_session_id: 'l1',
      operator_id: 'r2',
      streamer_id: 'p1',
      mcn_id: 'm1',
      started_at: '2026-06-30T15:00:00Z',
    },
    {
      live_session_id: 'l2',
      operator_id: 'r3',
      streamer_id: 'p2',
      started_at: '2026-07-01T00:00:00Z',
    },
    {
      live_session_id: 'l3',
      operator_id: 'r4',
      streamer_id: 'p3',
      started_at: '2026-05-01T00:00:00Z',
      status: 'cancelled',
    },
    { live_session_id: 'l4', operator_id: 'r4', streamer_id: 'p4' },
  ],
  streamer: [
    { streamer_id: 'p5', mcn_id: 'm9', first_live_at: '2026-03-01T00:00:00Z' },
    { streamer_id: 'p6', first_live_at: '2026-08-01T00:00:00Z' },
  ],
};

describe('Order 117 art. 9, byte by byte', () => {
  it('lists who has a live account or held a session, and who was on camera', async () => {
    const made = await submissionOf(id, platform);
    expect(textOf(made, 'room-operators-registered.csv')).toBe(
      '\ufeff平台内编号,名称（姓名）,统一社会信用代码,实际经营地址,联系方式,直播账号\r\n' +
        'r1,甲公司,X1,一路,,号一；号二\r\n',
    );
    expect(textOf(made, 'room-operators-unregistered.csv')).toBe(
      '\ufeff平台内编号,姓名,身份证件号码,实际经营地址,联系方式,直播账号\r\nr2,,,二路,,\r\n',
    );
    expect(textOf(made, 'streamers.csv')).toBe(
      '\ufeff平台内编号,姓名,身份证件号码,经常居住地,联系方式,所属直播营销人员服务机构,职业资格,职业\r\n' +
        'p1,,,,,某机构,,\r\np5,,,,,m9,,\r\n',
    );
    expect(made.receipt.unplaced).toEqual({ 'live_session.started_at': 1, 'operator.kind': 1 });
    expect(made.receipt.parts.at(-1)).toMatchObject({
      lines: 2,
      missing: { person_name: 2, id_number: 2, residence: 2, contact: 2 },
    });
  });

  it('is owed first in July 2026', async () => {
    const january = submissionOf(id, platform, { reference_on: '2025-12-31' });
    await expect(january).rejects.toThrow('submission.not_owed');
  });
});

import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/evidence/digest.ts';
import { owedReport } from '../../src/submissions/owed-reports.ts';
import { readIdentities } from '../../src/submissions/read-identities.ts';
import { submissionOf, textOf } from './platform.ts';
import type { Tables } from './platform.ts';

const id = 'report.cn.order37.art25@v1';
const report = owedReport(id);

const platform: Tables = {
  operator: [
    {
      operator_id: 'a1',
      name: '=甲,乙店',
      kind: 'company',
      credit_code: '91330100MA0000000X',
      address: '杭州市一路1号',
      entered_at: '2026-01-01T00:00:00Z',
    },
    // 30 June in UTC, 1 July in Shanghai: after the reference date.
    { operator_id: 'a2', kind: 'company', entered_at: '2026-06-30T16:00:00Z' },
    // One second earlier it is 30 June there: in the report, with everything missing.
    { operator_id: 'a3', kind: 'company', entered_at: '2026-06-30T15:59:59Z' },
    { operator_id: 'a4', kind: 'company', status: 'closed' },
    { operator_id: 'a5', kind: 'company', deleted: true },
    {
      operator_id: 'b1',
      kind: 'person',
      address: '村一组',
      exempt_kind: 'farm_produce',
      turnover_year_minor: 10_000_000,
    },
    {
      operator_id: 'b2',
      kind: 'person',
      exempt_kind: 'small_amount',
      turnover_year_minor: 10_000_001,
    },
    // Orders of the year to 30 June 2026 come to 100,000.01 yuan: over the line whatever is stated.
    { operator_id: 'b3', kind: 'person', turnover_year_minor: 1 },
    // To 100,000.00 and nothing stated: other platforms may have more, so it cannot be told.
    { operator_id: 'b4', registration_exempt: true },
    { operator_id: 'c1', name: '未载明' },
  ],
  shop: [
    { shop_id: 's2', operator_id: 'a1', name: '乙', opened_at: '2026-01-02T00:00:00Z' },
    { shop_id: 's1', operator_id: 'a1', name: '甲' },
    { shop_id: 's3', operator_id: 'a1', name: '关', closed_at: '2026-06-30T00:00:00Z' },
    { shop_id: 's4', operator_id: 'a1', name: '新', opened_at: '2026-07-02T00:00:00Z' },
    { shop_id: 's5', operator_id: 'a1', name: '播', kind: 'live_account' },
  ],
  order: [
    { order_id: 'o1', operator_id: 'b3', paid_minor: 10_000_000, paid_at: '2026-06-30T00:00:00Z' },
    { order_id: 'o2', operator_id: 'b3', paid_minor: 1, paid_at: '2025-06-30T16:00:00Z' },
    { order_id: 'o3', operator_id: 'b4', paid_minor: 10_000_000, paid_at: '2026-06-30T00:00:00Z' },
    // 30 June 2025 in Shanghai: a day too early.
    { order_id: 'o4', operator_id: 'b4', paid_minor: 9, paid_at: '2025-06-30T15:59:59Z' },
  ],
};

const identities = `subject,contact,shop_url,person_name,id_number,address
a1,+86 571 1,https://shop/1,,,杭州市二路2号
b1,13900000000,https://shop/b1,"李
四",330100199001011234,
`;

describe('Order 37 art. 25, byte by byte', () => {
  it('without identities has its gaps named', async () => {
    const made = await submissionOf(id, platform);
    expect(textOf(made, 'sellers-registered.csv')).toBe(
      '\ufeff平台内编号,名称（姓名）,统一社会信用代码,实际经营地址,联系方式,网店名称,网址链接\r\n' +
        'a1,"\'=甲,乙店",91330100MA0000000X,杭州市一路1号,,甲；乙,\r\n' +
        'a3,,,,,,\r\n',
    );
    expect(textOf(made, 'sellers-unregistered.csv')).toBe(
      '\ufeff平台内编号,姓名,身份证件号码,实际经营地址,联系方式,网店名称,网址链接,' +
        '免于登记情形的自我声明,年交易额超过十万元（特别标示）\r\n' +
        'b1,,,村一组,,,,个人销售自产农副产品,否\r\n' +
        'b2,,,,,,,零星小额交易活动,是\r\n' +
        'b3,,,,,,,,是\r\n' +
        'b4,,,,,,,,\r\n',
    );
    expect(made.receipt.parts).toEqual([
      {
        name: 'sellers-registered',
        lines: 2,
        complete: 0,
        missing: { contact: 2, shop_url: 2, name: 1, credit_code: 1, address: 1, shop_name: 1 },
        differs: {},
      },
      {
        name: 'sellers-unregistered',
        lines: 4,
        complete: 0,
        missing: {
          person_name: 4,
          id_number: 4,
          contact: 4,
          shop_name: 4,
          shop_url: 4,
          address: 3,
          exempt_kind: 2,
          over_line: 1,
        },
        differs: {},
      },
    ]);
    expect(made.receipt.unplaced).toEqual({ 'operator.kind': 1 });
    expect(made.gaps.text.split('\r\n').slice(0, 2)).toEqual([
      '\ufeff名单,平台内编号,项目,问题',
      '已办理登记的平台内经营者,a1,联系方式,缺失',
    ]);
    expect(made.gaps.text.endsWith('未能归入名单,c1,operator.kind,无法判断\r\n')).toBe(true);
    expect(made.difference).toBeNull();
  });

  it('is filled from the file, which the tables outrank, and keeps none of it', async () => {
    const given = readIdentities(identities, report);
    const made = await submissionOf(id, platform, { identities: given, language: 'en' });
    expect(textOf(made, 'sellers-registered.csv')?.split('\r\n').slice(0, 2)).toEqual([
      '\ufeffnumber on the platform,name,unified social credit code,actual address of business,' +
        'contact,shop name,shop URL',
      `a1,"'=甲,乙店",91330100MA0000000X,杭州市一路1号,'+86 571 1,甲；乙,https://shop/1`,
    ]);
    expect(textOf(made, 'sellers-unregistered.csv')).toContain(
      '\r\nb1,"李\n四",330100199001011234,村一组,13900000000,,https://shop/b1,own farm produce,no\r\n',
    );
    // The address of a1 differs, so it is not complete; a3 lacks all.
    expect(made.receipt.parts[0]).toMatchObject({ complete: 0, differs: { address: 1 } });
    expect(made.gaps.text).toContain(
      'registered sellers,a1,actual address of business,differs from the file of identities\r\n',
    );
    const kept = JSON.stringify(made.receipt);
    for (const word of ['李', '13900000000', '+86', 'https', '村', '甲']) {
      expect(kept).not.toContain(word);
    }
  });

  it('has a receipt: window, recipient, digests of the files, until when it is kept', async () => {
    const made = await submissionOf(id, platform);
    expect(made.receipt).toMatchObject({
      report: id,
      reference_on: '2026-06-30',
      window: { opens_on: '2026-07-01', due_on: '2026-07-31' },
      submitted_on: '2026-07-20',
      submitted_by: '张三',
      late: false,
      state: 'locked',
      kept_until: '2029-07-20',
      acknowledged: null,
    });
    const names = made.files.map(({ name }) => name);
    expect(names).toEqual(['sellers-registered.csv', 'sellers-unregistered.csv', 'report.json']);
    for (const { name, text } of made.files) {
      const file = { name, sha256: sha256(text), bytes: Buffer.from(text, 'utf8').length };
      expect(made.receipt.files).toContainEqual(file);
    }
    const late = await submissionOf(id, {}, { submitted_on: '2026-08-01' });
    expect(late.receipt.late).toBe(true);
    const json = JSON.parse(textOf(made, 'report.json')!);
    expect(json.parts[0].lines[0]).toMatchObject({
      subject: 'a1',
      name: '=甲,乙店',
      contact: null,
    });
  });
});

describe('the difference since the last submission', () => {
  it('names who was added, changed, gone, as far as the tables know them', async () => {
    const { receipt: last } = await submissionOf(id, platform);
    const operators = platform.operator!.map((row) => ({ ...row }));
    const now = operators
      .filter((row) => row['operator_id'] !== 'b2')
      .map((row) =>
        row['operator_id'] === 'a1' ? { ...row, address: '三路3号', name: '新' } : row,
      )
      .map((row) => (row['operator_id'] === 'b1' ? { ...row, status: 'closed' } : row));
    const made = await submissionOf(
      id,
      { ...platform, operator: [...now, { operator_id: 'a0', kind: 'company' }] },
      { last },
    );
    expect(made.difference?.['sellers-registered']).toEqual({
      added: ['a0'],
      changed: [{ subject: 'a1', fields: ['address', 'name'] }],
      gone: [],
      unchanged: 1,
    });
    expect(made.difference?.['sellers-unregistered']).toEqual({
      added: [],
      changed: [],
      gone: [
        { subject: 'b1', digest: expect.stringMatching(/^[0-9a-f]{32}$/) },
        { subject: null, digest: expect.stringMatching(/^[0-9a-f]{32}$/) },
      ],
      unchanged: 2,
    });
  });

  it('is nothing when nothing changed, and sees an identity change', async () => {
    const given = (text: string) => ({ identities: readIdentities(text, report) });
    const { receipt: last } = await submissionOf(id, platform, given(identities));
    const same = await submissionOf(id, platform, { ...given(identities), last });
    expect(same.difference?.['sellers-registered']).toEqual({
      added: [],
      changed: [],
      gone: [],
      unchanged: 2,
    });
    const other = given(identities.replace('13900000000', '13900000001'));
    const changed = await submissionOf(id, platform, { ...other, last });
    expect(changed.difference?.['sellers-unregistered']?.changed).toEqual([
      { subject: 'b1', fields: ['contact'] },
    ]);
  });
});

describe('what is not owed', () => {
  it('is refused, by the day the window opens', async () => {
    const before = submissionOf(id, {}, { reference_on: '2020-12-31' });
    await expect(before).rejects.toThrow('submission.not_owed');
    const none = submissionOf(id, {}, { deadlines: [] });
    await expect(none).rejects.toThrow('submission.not_owed');
  });
});

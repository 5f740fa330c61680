import { describe, expect, it } from 'vitest';
import type { FundingCash } from '../../src/model/report-funding.ts';
import { cashNotes } from '../../src/report/facts/cash-notes.ts';
import { sampleReport } from '../support/sample-report.ts';

const { money } = sampleReport();
const cash: FundingCash = {
  fees: 10_000,
  orders: 5_000,
  cash_in: 15_000,
  stored: 0,
  unnamed: 0,
  unpriced: 0,
  accrued: 15_100,
  paid: 4_000,
  unpaid: 11_100,
  left: 11_000,
  exceeds: true,
  needs: [],
};

describe('what the report says of cash', () => {
  it('names the sums and the difference in both languages', () => {
    const notes = cashNotes(cash, { ...money, currency: 'CNY', minor_units: 100 });
    expect(notes.map(({ zh }) => zh)).toEqual([
      '收款（扣除退款）：费用 100.00 元，订单 50.00 元，合计 150.00 元。' +
        '同时作为费用缴纳的订单只计一次，计入费用。',
      '应得佣金 151.00 元，其中已标明付讫 40.00 元，未标明付讫 111.00 元。' +
        '收款减去已付佣金，余 110.00 元，货款及其他成本尚未扣除。',
      '未付佣金超出余款 1.00 元：应得佣金总额多于收款总额。无论其中已付多少，差额不变。',
    ]);
    expect(notes.at(-1)?.en).toBe(
      'Unpaid commission is CNY 1.00 more than what is left: more was earned than came in. ' +
        'Whatever part of it has been paid, the difference is the same.',
    );
  });

  it('says what is not counted, what is not known and what is missing', () => {
    const open = { ...cash, stored: 700, unnamed: 300, exceeds: null, needs: ['fee.kind', 'x'] };
    const notes = cashNotes({ ...open, paid: null, unpaid: null, left: null }, money);
    expect(notes.map(({ en }) => en.split(' ').slice(0, 3).join(' '))).toEqual([
      'Came in, net',
      'Recharges of CNY',
      'Fees of CNY',
      'Commission earned CNY',
      'Whether unpaid commission',
    ]);
    expect(notes.at(-2)?.en).toContain('do not say how much');
    expect(notes.at(-1)?.en).toContain('missing: fee.kind, x.');
    expect(notes.at(-1)?.zh).toContain('缺少：fee.kind、x。');
  });

  it('does not call covered what costs may yet use up', () => {
    const [note] = cashNotes({ ...cash, accrued: 14_000, exceeds: false }, money).slice(-1);
    expect(note?.en).toContain('CNY 10.00 remains above it, before goods and every other cost');
    expect(note?.zh).toContain('扣除货款及其他成本之前，余款多出 10.00 元');
  });
});

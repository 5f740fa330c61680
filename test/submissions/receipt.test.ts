import { describe, expect, it } from 'vitest';
import { makeCalendar } from '../../src/deadlines/calendar.ts';
import { difference } from '../../src/submissions/difference.ts';
import { keyIdOf, lineDigests, submissionKey } from '../../src/submissions/line-digests.ts';
import { owedReport, owedReports } from '../../src/submissions/owed-reports.ts';
import { acknowledge, mayErase, receiptDigest } from '../../src/submissions/receipt.ts';
import { readLastReceipt, readReceipt } from '../../src/submissions/read-receipt.ts';
import { windowOf } from '../../src/submissions/window.ts';
import { deadlines, key, submissionOf } from './platform.ts';

const id = 'report.cn.order37.art25@v1';
const { receipt } = await submissionOf(id, { operator: [{ operator_id: 'a', kind: 'company' }] });
const number = { number: '受理1号', on: '2026-07-21', by: '某省局' };

describe('a receipt', () => {
  it('takes the number of the authority once, and its digest stays', () => {
    const now = acknowledge(receipt, number);
    expect(now.acknowledged).toEqual(number);
    expect(receiptDigest(now)).toBe(receiptDigest(receipt));
    expect(acknowledge(now, number)).toBe(now);
    expect(() => acknowledge(now, { ...number, number: '2' })).toThrow('submission.acknowledged');
    expect(receiptDigest({ ...receipt, submitted_by: '李四' })).not.toBe(receiptDigest(receipt));
  });

  it('is locked to the end of its last day, without one for good', () => {
    expect(receipt.kept_until).toBe('2029-07-20');
    expect(mayErase(receipt, '2029-07-20')).toBe(false);
    expect(mayErase(receipt, '2029-07-21')).toBe(true);
    expect(mayErase({ kept_until: null }, '9999-12-31')).toBe(false);
  });

  it('has no end where no text in force on the day of the submission says one', async () => {
    const made = await submissionOf(id, {}, { submitted_on: '2024-12-31' });
    expect(made.receipt.kept_until).toBeNull();
  });

  it('is read back; another report, another key or no receipt is refused', () => {
    const text = JSON.stringify(receipt);
    expect(readReceipt(text, id)).toEqual(receipt);
    expect(readLastReceipt(text, 'report.cn.order37.art25@v2', keyIdOf(key))).toEqual(receipt);
    const refused = (one: string, report: string, by = keyIdOf(key)) =>
      expect(() => readLastReceipt(one, report, by)).toThrow('submission.last_bad');
    refused(text, 'report.cn.order117.art9@v1');
    refused(text, id, keyIdOf(submissionKey(new Uint8Array(32))));
    for (const bad of ['', '[]', '{}', text.replace('polyprism.', 'x.')]) refused(bad, id);
    refused(JSON.stringify({ ...receipt, digests: { a: { b: 'c' } } }), id);
  });
});

describe('digests of lines', () => {
  const part = owedReport(id).parts[0]!;
  const line = (subject: string) => ({ subject, values: ['x', null, 'x', '', null, null] });

  it('tell neither two subjects nor two fields with one value, nor without the key', () => {
    const [a, b] = ['a', 'b'].map((one) => Object.values(lineDigests(key, part, [line(one)]))[0]!);
    const all = [...Object.values(a!), ...Object.values(b!)];
    expect(new Set(all).size).toBe(all.length);
    const other = lineDigests(submissionKey(new Uint8Array(32)), part, [line('a')]);
    expect(Object.keys(other)).not.toEqual(Object.keys(lineDigests(key, part, [line('a')])));
  });

  it('compare a field that came or went as changed', () => {
    const names = new Map([['d', 's']]);
    expect(difference({ d: { x: '1', y: '2' } }, { d: { x: '1', z: '3' } }, names)).toEqual({
      added: [],
      changed: [{ subject: 's', fields: ['y', 'z'] }],
      gone: [],
      unchanged: 0,
    });
  });
});

describe('windows', () => {
  const calendar = makeCalendar([]);
  const window = (day: string) => windowOf(owedReport(id), day, deadlines, calendar);

  it.each([
    ['2025-12-31', '2026-01-01', '2026-01-31'],
    ['2026-01-31', '2026-01-01', '2026-01-31'],
    ['2026-02-01', '2026-07-01', '2026-07-31'],
    ['2026-06-30', '2026-07-01', '2026-07-31'],
    ['2026-08-01', '2027-01-01', '2027-01-31'],
  ])('%s belongs to the one of %s to %s', (day, opens_on, due_on) => {
    expect(window(day)).toMatchObject({ opens_on, due_on });
  });

  it('are none before the text, and for what is due case by case', () => {
    expect(window('2020-12-31')).toBeNull();
    const breach = owedReport('report.cn.order37.art29@v1');
    expect(windowOf(breach, '2026-06-30', deadlines, calendar)).toBeNull();
  });
});

describe('reports', () => {
  it('have ids, parts and fields of their own', () => {
    const ids = owedReports.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { parts } of owedReports) {
      const names = parts.map((part) => part.name);
      expect(new Set(names).size).toBe(names.length);
      for (const { fields } of parts) {
        expect(new Set(fields.map((one) => one.name)).size).toBe(fields.length);
      }
    }
    expect(() => owedReport('report.x@v1')).toThrow('submission.unknown_report');
  });
});

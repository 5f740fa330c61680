import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isCreditCode, isResidentNumber } from '../../src/disclosure/publication/credit-code.ts';
import { displayEnds, isShown } from '../../src/disclosure/publication/display-term.ts';
import { maskName } from '../../src/disclosure/publication/mask-name.ts';
import { maskText } from '../../src/disclosure/publication/mask-text.ts';
import { publish } from '../../src/disclosure/publication/publish.ts';
import { withdraw } from '../../src/disclosure/publication/withdraw.ts';
import { draftOf } from '../support/public-draft.ts';

describe('names of natural persons', () => {
  it.each([
    ['张三', '张某'],
    ['王小明', '王某某'],
    ['欧阳小丽', '欧阳某某'],
    ['司马光', '司马某'],
    ['欧阳', '欧某'],
    ['李', '某'],
    ['阿依古丽·买买提', '阿某·某'],
    ['John Smith', 'J. S.'],
    ['', '某'],
  ])('%s → %s', (name, masked) => expect(maskName(name)).toBe(masked));
});

/** The check of GB 32100 by hand for one published code: 91350100M000100Y43 (its own example). */
it('knows a credit code by its check, and a resident number by its day and check', () => {
  expect(isCreditCode('91350100M000100Y43')).toBe(true);
  expect(isCreditCode('91350100M000100Y44')).toBe(false);
  expect(isCreditCode('91350100I000100Y43')).toBe(false);
  // The standard's example, GB 11643-1999.
  expect(isResidentNumber('11010519491231002X')).toBe(true);
  expect(isResidentNumber('110105194912310021')).toBe(false);
  expect(isResidentNumber('11010519491331002X')).toBe(false);
});

describe('a text that is published', () => {
  it.each([
    ['身份证号11010519491231002X。', '身份证号＊＊＊。'],
    ['电话 138 0013-8000，座机010-66668888', '电话 ＊＊＊，座机＊＊＊'],
    ['卡号6222020200112233445', '卡号＊＊＊'],
    ['住址：北京市朝阳区某某路5号院3号楼，经营者', '住址：＊＊＊，经营者'],
    ['在上海市浦东新区张江路88弄12号301室查获', '＊＊＊查获'],
    ['写信到 li@example.org 即可', '写信到 ＊＊＊ 即可'],
    ['代码91350100M000100Y43的公司', '代码91350100M000100Y43的公司'],
    ['罚款1200000元，2026-03-02 缴纳', '罚款1200000元，2026-03-02 缴纳'],
    ['沪市监处罚〔2026〕152023000123号', '沪市监处罚〔2026〕152023000123号'],
    ['王小明与王小明明', '王某某与王某某明'],
    [`号码${'1'.repeat(80)}。`, '号码＊＊＊。'],
    [`${'a'.repeat(100)}@example.org`, `${'a'.repeat(36)}＊＊＊`],
    [`编号${'1 '.repeat(7)}`, '编号＊＊＊ '],
  ])('%s', (text, masked) => expect(maskText(text, ['王小明']).text).toBe(masked));

  it('says how much was taken out', () => {
    expect(maskText('张三（13800138000）与张三', ['张三']).removed).toEqual({
      name: 2,
      address: 0,
      mail: 0,
      number: 1,
    });
  });
});

describe('a publication', () => {
  it('masks its person in every text and keeps no code of a person', () => {
    const { record, removed } = publish(
      draftOf({
        title: '对张小三的处罚',
        subject: { name: '张小三', credit_code: '91350100M000100Y43', is_person: true },
        facts: '张小三电话13800138000，李四在场',
        persons: ['李四'],
      }),
      null,
    );
    expect(JSON.stringify(record)).not.toMatch(/张小三|李四|138001/);
    expect(record.subject).toEqual({ name: '张某某', credit_code: null, is_person: true });
    expect(record.facts).toBe('张某某电话＊＊＊，李某在场');
    expect(removed).toEqual({ name: 3, address: 0, mail: 0, number: 1 });
  });

  it('keeps a firm and its code, and drops a code that is none', () => {
    const code = '91350100M000100Y43';
    const of = (credit_code: string) =>
      publish(draftOf({ subject: { name: '好物公司', credit_code, is_person: false } }), null)
        .record.subject;
    expect(of(code)).toEqual({ name: '好物公司', credit_code: code, is_person: false });
    expect(of('13800138000')?.credit_code).toBe(null);
  });

  it('is shown for three years, three months when minor, while in force, or for good', () => {
    const on = '2026-11-30';
    expect(displayEnds('decision', on, { minor: false, ends_on: null })).toBe('2029-11-30');
    expect(displayEnds('decision', on, { minor: true, ends_on: null })).toBe('2027-02-28');
    expect(displayEnds('measure', on, { minor: true, ends_on: '2026-12-05' })).toBe('2026-12-05');
    expect(displayEnds('measure', on, { minor: false, ends_on: null })).toBe(null);
    expect(displayEnds('draw', on, { minor: false, ends_on: '2026-12-05' })).toBe(null);
    const shown = { published_on: on, shown_until: '2027-02-28' };
    const days = ['2026-11-29', on, '2027-02-28', '2027-03-01'];
    expect(days.map((day) => isShown(shown, day))).toEqual([false, true, true, false]);
    expect(isShown({ ...shown, shown_until: null }, '2099-01-01')).toBe(true);
  });

  it('is corrected by a version that names the digest of the one before', () => {
    const first = publish(draftOf({ outcome: '罚款 100 元' }), null);
    const second = publish(draftOf({ outcome: '罚款 1,000 元' }), {
      record: first.record,
      correction: '金额有误',
    });
    expect([first.record.version, second.record.version]).toEqual([1, 2]);
    expect(second.record.corrects).toBe(first.digest);
    expect(second.record.correction).toBe('金额有误');
    expect(second.digest).not.toBe(first.digest);
  });

  it('leaves a tombstone with nothing of what it said', () => {
    const { record, digest } = publish(draftOf({}), null);
    const stone = withdraw(record, digest, '2026-04-01', 'annulled');
    expect(stone).toEqual({
      id: 'publication-1',
      version: 1,
      kind: 'decision',
      withdrawn_on: '2026-04-01',
      why: 'annulled',
      digest,
    });
    // SHA-256 of JSON with sorted keys: this record has texts, whole numbers and null alone.
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toSorted(([a], [b]) => (a < b ? -1 : 1))
                .map(([key, inner]) => [key, sorted(inner)]),
            )
          : value;
    const text = JSON.stringify(sorted(record));
    expect(digest).toBe(createHash('sha256').update(text).digest('hex'));
  });
});

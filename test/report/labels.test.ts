import { describe, expect, it } from 'vitest';
import {
  columnLabel,
  needLabel,
  parameterLabel,
  subjectLabel,
  verdictLabel,
  word,
} from '../../src/report/labels.ts';

describe('words for codes', () => {
  it('knows its own and shows others as they are', () => {
    expect(word('entry_fee').en).toBe("recruits' fees");
    expect(word('other')).toEqual({ en: 'other', zh: 'other' });
    expect(word('__proto__')).toEqual({ en: '__proto__', zh: '__proto__' });
    expect(word('a\u0000').zh).toBe('a‹U+0000›');
  });

  it('says of a criminal line that it is reached, never that it is not met', () => {
    expect(verdictLabel('breach', 'in').en).toBe('Does not meet');
    expect(verdictLabel('breach', 'line').en).toBe('Line reached');
    expect(verdictLabel('no_breach', 'line').en).toBe('Line not reached');
    expect(verdictLabel('cannot_tell', 'line')).toEqual(verdictLabel('cannot_tell', 'in'));
  });

  it('names subjects shortly', () => {
    expect(subjectLabel('after_sale')).toEqual({ en: 'after sale', zh: '售后' });
    expect(subjectLabel('data_set').zh).toBe('全部数据');
  });
});

describe('columnLabel', () => {
  it.each([
    ['act_on', 'order', '行为日期'],
    ['paid_in_minor', 'member', '本人缴费'],
    ['pay_ratio', 'member', '报酬与本人销售之比'],
    ['answered_on', 'complaint', '答复时间'],
    ['reference_price_minor', 'listing', '划线价'],
  ] as const)('%s of %s is %s', (name, table, zh) => expect(columnLabel(name, table)?.zh).toBe(zh));

  it('leaves out what the model says of missing values', () => {
    expect(columnLabel('paid_at', 'fee')?.en).toBe('paid');
  });

  it('has no word for what nobody named', () => {
    expect(columnLabel('some_new_thing', 'order')).toBeNull();
    expect(columnLabel('constructor', 'data_set')).toBeNull();
  });
});

describe('needLabel', () => {
  it.each([
    ['complaint', 'complaint', '投诉'],
    ['price_event rows', 'price event (the table is empty)', '价格变动（表为空）'],
    ['after_sale.refunded_at', 'after sale: refunded', '售后中的“退款时间”'],
    ['no such thing', 'no such thing', 'no such thing'],
  ])('%s', (need, en, zh) => expect(needLabel(need)).toEqual({ en, zh }));
});

describe('parameterLabel', () => {
  it.each([
    ['30 person', '30 people', '30 人'],
    ['7 day', '7 day(s)', '7 日'],
    ['250000000 fen', 'CNY 2,500,000.00', '2,500,000.00 元'],
    ['0.3', '0.3', '0.3'],
    ['15 widget', '15 widget', '15 widget'],
    ['根治|治愈 pattern', '根治|治愈', '根治|治愈'],
  ])('%s', (value, en, zh) => expect(parameterLabel(value)).toEqual({ en, zh }));
});

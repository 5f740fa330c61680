import { describe, expect, it } from 'vitest';
import { formatMoney, formatValue } from '../../src/provisions/format-value.ts';

describe('formatMoney', () => {
  it.each([
    ['39900', 'CNY', 'CNY 399.00', '399.00 元'],
    ['5', 'CNY', 'CNY 0.05', '0.05 元'],
    ['0', 'CNY', 'CNY 0.00', '0.00 元'],
    ['-1234', 'CNY', 'CNY -12.34', '-12.34 元'],
    ['9007199254740993', 'CNY', 'CNY 90,071,992,547,409.93', '90,071,992,547,409.93 元'],
    ['99999', 'CNY', 'CNY 999.99', '999.99 元'],
    ['100000', 'CNY', 'CNY 1,000.00', '1,000.00 元'],
    ['-115151400', 'CNY', 'CNY -1,151,514.00', '-1,151,514.00 元'],
    ['500', 'JPY', 'JPY 500', 'JPY 500'],
    ['1500000', 'JPY', 'JPY 1,500,000', 'JPY 1,500,000'],
    ['12345', 'BHD', 'BHD 12.345', 'BHD 12.345'],
  ])('%s of %s', (minor, currency, en, zh) => {
    expect(formatMoney(minor, 'en', currency)).toBe(en);
    expect(formatMoney(minor, 'zh', currency)).toBe(zh);
  });
});

describe('formatValue', () => {
  it.each([
    ['share_ratio', 0.25, '25%', '25%'],
    ['share_ratio', 1 / 3, '33.33%', '33.33%'],
    ['share_ratio', 0, '0%', '0%'],
    ['share_ratio', 1, '100%', '100%'],
    ['share_ratio', 0.105, '10.5%', '10.5%'],
    ['days', 8, '8', '8'],
    ['paid', true, 'yes', '是'],
    ['paid', false, 'no', '否'],
    ['name', null, '(not supplied)', '（未提供）'],
    ['amount_minor', null, '(not supplied)', '（未提供）'],
    ['amount_minor', 'n/a', 'n/a', 'n/a'],
    ['term', '最高级', '最高级', '最高级'],
    ['term', '(全国|全网)第(一|1|①)', '全国第一 and the like', '全国第一等写法'],
    ['term', 'a(b|c(d|e))f', 'abf and the like', 'abf等写法'],
    ['term', '(|最)极品', '极品 and the like', '极品等写法'],
    ['title', '(全国|全网)第一', '(全国|全网)第一', '(全国|全网)第一'],
  ] as const)('%s %s', (column, value, en, zh) => {
    expect(formatValue(column, value, 'en', 'CNY')).toBe(en);
    expect(formatValue(column, value, 'zh', 'CNY')).toBe(zh);
  });
});

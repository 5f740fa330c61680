import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleLabel } from '../../src/report/article.ts';
import { niceCeiling } from '../../src/report/html/charts.ts';
import {
  amount,
  bytes,
  decimal,
  evidence,
  grouped,
  percent,
  visible,
} from '../../src/report/show.ts';
import { softwareName } from '../../src/report/software-name.ts';

const cny = { currency: 'CNY', minor_units: 100 };
const jpy = { currency: 'JPY', minor_units: 1 };

describe('visible', () => {
  it('shows what hides', () => {
    expect(visible('a\u0000b\u001b[31m')).toBe('a‹U+0000›b‹U+001B›[31m');
    expect(visible('\u202egpj.exe')).toBe('‹U+202E›gpj.exe');
    expect(visible('x\u200by\u00adz\ufeff')).toBe('x‹U+200B›y‹U+00AD›z‹U+FEFF›');
    expect(visible('\ud800')).toBe('\ufffd');
    expect(visible('\u{e0041}')).toBe('‹U+E0041›');
  });

  it('leaves languages and emoji alone', () => {
    const text = '𠮷野家 👩‍👩‍👧 مرحبا 全角＝';
    expect(visible(text)).toBe(text);
  });

  it('cuts at the limit and not before', () => {
    expect(visible('abcde', 5)).toBe('abcde');
    expect(visible('abcdef', 5)).toBe('abcde…');
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [-1234567, '-1,234,567'],
    ['12345.678', '12,345.678'],
    ['9007199254740993123', '9,007,199,254,740,993,123'],
    ['n/a', 'n/a'],
  ])('groups %s as %s', (value, shown) => expect(grouped(value)).toBe(shown));

  it.each([
    [39_900, cny, '399.00'],
    [5, cny, '0.05'],
    [-1250, cny, '-12.50'],
    [0, cny, '0.00'],
    [1234, jpy, '1234'],
    ['900719925474099312', cny, '9007199254740993.12'],
  ])('%s minor units are %s %s', (minor, money, shown) =>
    expect(decimal(minor, money)).toBe(shown),
  );

  it('puts the currency where each language expects it', () => {
    expect(amount(139_900, cny)).toEqual({ en: 'CNY 1,399.00', zh: '1,399.00 元' });
    expect(amount(1399, jpy)).toEqual({ en: 'JPY 1,399', zh: 'JPY 1,399' });
  });

  it('is exact for every amount', () => {
    const seed = 20_260_131;
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (minor) => {
        const [whole, cents] = decimal(String(minor), cny).replace('-', '').split('.');
        const magnitude = BigInt(whole!) * 100n + BigInt(cents!);
        return (minor < 0n ? -magnitude : magnitude) === minor && cents!.length === 2;
      }),
      { seed, verbose: true },
    );
  });

  it('shows shares and sizes', () => {
    expect([0, 0.5, 0.123456, 1].map(percent)).toEqual(['0%', '50%', '12.35%', '100%']);
    expect([0, 1023, 1024, 10_240, 48_210_334].map(bytes)).toEqual([
      '0 B',
      '1023 B',
      '1.0 KiB',
      '10 KiB',
      '46 MiB',
    ]);
  });

  it.each([
    [1, 1],
    [2, 2],
    [7, 8],
    [11, 15],
    [132, 150],
    [150, 150],
    [151, 200],
    [1001, 1500],
  ])('an axis for %i ends at %i', (value, top) => expect(niceCeiling(value)).toBe(top));
});

describe('evidence values', () => {
  it.each([
    ['amount_minor', 39_900, '399.00 元'],
    ['amount_minor', null, '未提供'],
    ['pay_ratio', 0.42, '42%'],
    ['paid', true, '是'],
    ['people', 31, '31'],
    ['note', 'a\u0000', 'a‹U+0000›'],
  ])('%s %s reads %s', (column, value, shown) =>
    expect(evidence(column, value, cny).zh).toBe(shown),
  );
});

describe('articleLabel', () => {
  it.each([
    ['art. 224-1', '第224条之一'],
    ['art. 7(2)', '第7条第2项'],
    ['arts. 7, 10, 31', '第7条、第10条、第31条'],
    ['art. 8 paras. 2-3', '第8条第2至3款'],
    ['art. 9 (penalty art. 25)', '第9条（罚则第25条）'],
    ['art. 20 para. 1', '第20条第1款'],
    ['art. 18 (2021 text)', '第18条（2021年文本）'],
    ['art. 14 para. 1 item 1', '第14条第1款第1项'],
    ['art. 9 items 1-2', '第9条第1至2项'],
    ['Annex I, point 14', 'Annex I, point 14'],
  ])('%s is %s', (article, zh) => expect(articleLabel(article)).toEqual({ en: article, zh }));
});

describe('softwareName', () => {
  it('is its own, but for tables that are of no software', () => {
    expect(softwareName({ name: 'CRMEB', family: 'crmeb' })).toEqual({ en: 'CRMEB', zh: 'CRMEB' });
    const canonical = { name: 'canonical tables', family: 'canonical' };
    expect(softwareName(canonical)).toEqual({ en: 'canonical tables', zh: '标准表' });
  });
});

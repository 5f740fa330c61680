import { describe, expect, it } from 'vitest';
import type { EvidenceValue } from '../../../src/model/provision.ts';
import { readPairs } from './read-values.ts';

type Pairs = readonly (readonly [string | null, EvidenceValue])[];

describe('money in major units', () => {
  const pairs: Pairs = [
    ['12.5', 1250],
    ['1,234.50', 123450],
    ['¥12', 1200],
    ['¥ 12.00', 1200],
    ['USD 12.00', 1200],
    ['12.00 gbp', 1200],
    ['12.5元', 1250],
    ['人民币12.50', 1250],
    ['12.5', 1250],
    ['="0012.50"', 1250],
    ["'12.50", 1250],
    ['(12.50)', -1250],
    ['-0.01', -1],
    ['.5', 50],
    ['5.', 500],
    ['0', 0],
    ['12.50000000', 1250],
    ['999999999999999.99', '99999999999999999'],
    ['1.005', 101],
    ['1.00499999999999999', 100],
    ['-1.005', -101],
    ['1.93068E+15', null],
    ['twelve', null],
    ['1.2.3', null],
    ['', null],
    [null, null],
  ];

  it('reads every spelling exactly, rounds half away and says so', async () => {
    const { got, read } = await readPairs('money', pairs);
    expect(got).toEqual(pairs);
    expect(read.issues.map(({ code, count, line }) => ({ code, count, line }))).toEqual([
      { code: 'mapping.money_rounded', count: 3, line: 20 },
      { code: 'mapping.value_unreadable', count: 3, line: 23 },
    ]);
  });

  it('knows currencies without and with three decimals', async () => {
    const yen: Pairs = [
      ['1200', 1200],
      ['0.5', 1],
    ];
    expect((await readPairs('money', yen, {}, { currency: 'JPY' })).got).toEqual(yen);
    const dinar: Pairs = [['1.234', 1234]];
    expect((await readPairs('money', dinar, {}, { currency: 'KWD' })).got).toEqual(dinar);
  });

  it('reads fen as fen, and only whole ones', async () => {
    const fen: Pairs = [
      ['1250', 1250],
      ['1,250', 1250],
      ['1250.00', 1250],
      ['12.5', null],
    ];
    expect((await readPairs('money', fen, { as: 'money_minor' })).got).toEqual(fen);
  });

  it('turns the sign and adds further columns', async () => {
    const out: Pairs = [['12.50', -1250]];
    expect((await readPairs('money', out, { negate: true })).got).toEqual(out);
  });
});

describe('instants', () => {
  const local: Pairs = [
    ['2023-11-01 08:30:00', '2023-11-01T00:30:00Z'],
    ['2023-11-01 08:30:00.25', '2023-11-01T00:30:00.25Z'],
    ['2023-11-01 08:30:00.1234567', '2023-11-01T00:30:00.123456Z'],
    ['2023/11/1 8:30', '2023-11-01T00:30:00Z'],
    ['2023/11/01 08:30:00', '2023-11-01T00:30:00Z'],
    ['2023年11月1日 8:30', '2023-11-01T00:30:00Z'],
    ['2023-11-01', '2023-10-31T16:00:00Z'],
    ['20231101', '2023-10-31T16:00:00Z'],
    ['20231101083000', '2023-11-01T00:30:00Z'],
    ['2023-11-01T08:30:00', '2023-11-01T00:30:00Z'],
    ['2023-11-01T08:30:00Z', '2023-11-01T08:30:00Z'],
    ['2023-11-01T08:30:00.5Z', '2023-11-01T08:30:00.5Z'],
    ['2023-11-01 08:30:00 +0200', '2023-11-01T06:30:00Z'],
    ['2023-11-01T08:30:00-05:30', '2023-11-01T14:00:00Z'],
    ['2023-11-01T08:30+08:00', '2023-11-01T00:30:00Z'],
    ['1698798600', '2023-11-01T00:30:00Z'],
    ['1698798600000', '2023-11-01T00:30:00Z'],
    ['1698798600000000', '2023-11-01T00:30:00Z'],
    ['0000-00-00 00:00:00', null],
    ['0000-00-00', null],
    ['1970-01-01 08:00:00', null],
    ['1970-01-01 00:00:00', null],
    ['0', null],
    ['', null],
    ['2023-02-30 00:00:00', null],
    ['2023-13-01', null],
    ['2023-11-01 25:00:00', null],
    ['soon', null],
  ];

  it('reads every way a mall writes a time', async () => {
    const { got, read } = await readPairs('instant', local);
    expect(got).toEqual(local);
    expect(read.issues.map(({ code, count, line }) => ({ code, count, line }))).toEqual([
      { code: 'mapping.value_unreadable', count: 4, line: 26 },
    ]);
  });

  it('reads dates that put the year last, in the order it is told', async () => {
    const american: Pairs = [
      ['11/01/2023 8:30:00 AM', '2023-11-01T00:30:00Z'],
      ['11/1/2023 12:30:00 AM', '2023-10-31T16:30:00Z'],
      ['11/01/2023 8:30 PM', '2023-11-01T12:30:00Z'],
      ['12/31/2023', '2023-12-30T16:00:00Z'],
      ['2023-11-01 08:30:00', '2023-11-01T00:30:00Z'],
      ['31/12/2023', null],
    ];
    expect((await readPairs('instant', american, { as: 'month_first' })).got).toEqual(american);
    const british: Pairs = [
      ['01/11/2023 08:30:00', '2023-11-01T00:30:00Z'],
      ['31.12.2023', '2023-12-30T16:00:00Z'],
      ['12/31/2023', null],
    ];
    expect((await readPairs('instant', british, { as: 'day_first' })).got).toEqual(british);
    const untold: Pairs = [['01/11/2023', null]];
    expect((await readPairs('instant', untold)).got).toEqual(untold);
  });

  const epoch: Pairs = [
    ['1698798600', '2023-11-01T00:30:00Z'],
    ['1698798600.5', '2023-11-01T00:30:00.5Z'],
    ['1698798600123', '2023-11-01T00:30:00.123Z'],
    ['99999999', '1973-03-03T09:46:39Z'],
    ['99999999999', '5138-11-16T09:46:39Z'],
    ['100000000000', '1973-03-03T09:46:40Z'],
    ['0', null],
    ['0.00', null],
    ['2023-11-01 08:30:00', '2023-11-01T00:30:00Z'],
  ];

  it('tells seconds from milliseconds value by value and says so', async () => {
    const { got, read } = await readPairs('instant', epoch, { as: 'unix_s' });
    expect(got).toEqual(epoch);
    expect(read.issues.map(({ code, count, params }) => [code, count, params['sample']])).toEqual([
      ['mapping.epoch_in_ms', 2, '1698798600123'],
    ]);
  });
});

describe('dates', () => {
  it('are calendar dates of the zone', async () => {
    const pairs: Pairs = [
      ['2023-11-01', '2023-11-01'],
      ['2023/11/1', '2023-11-01'],
      ['20231101', '2023-11-01'],
      ['2023-11-01 23:59:59', '2023-11-01'],
      ['2023-11-01T17:00:00Z', '2023-11-02'],
      ['1698858000', '2023-11-02'],
      ['长期', null],
    ];
    expect((await readPairs('date', pairs)).got).toEqual(pairs);
  });
});

describe('numbers, booleans, codes, ids and texts', () => {
  it('reads integers, also with commas and zero decimals', async () => {
    const pairs: Pairs = [
      ['3', 3],
      ['1,200', 1200],
      ['3.00', 3],
      ['-4', -4],
      ['3', 3],
      ['3.5', null],
      ['99999999999999999999', null],
    ];
    expect((await readPairs('int', pairs)).got).toEqual(pairs);
  });

  it('reads booleans; a deletion time is a yes', async () => {
    const pairs: Pairs = [
      ['1', true],
      ['0', false],
      ['TRUE', true],
      ['No', false],
      ['是', true],
      ['否', false],
      ['1698798600', true],
      ['0.00', false],
      ["b'1'", true],
      ['\u0001', true],
      ['perhaps', null],
      ['', null],
    ];
    expect((await readPairs('bool', pairs)).got).toEqual(pairs);
  });

  it('reads shares and percentages', async () => {
    const ratio: Pairs = [
      ['0.1', 0.1],
      ['10%', 0.1],
      ['ten', null],
    ];
    expect((await readPairs('double', ratio)).got).toEqual(ratio);
    const percent: Pairs = [
      ['10', 0.1],
      ['10%', 0.1],
      ['0.5', 0.005],
    ];
    expect((await readPairs('double', percent, { as: 'percent' })).got).toEqual(percent);
  });

  it("reads unknown codes as 'other' and reports them", async () => {
    const pairs: Pairs = [
      ['1', 'active'],
      ['0', 'disabled'],
      ['closed', 'closed'],
      ['7', 'other'],
      ['', null],
    ];
    const { got, read } = await readPairs('code', pairs, { codes: { 1: 'active', 0: 'disabled' } });
    expect(got).toEqual(pairs);
    expect(
      read.issues.map(({ code, count, line, params }) => [code, count, line, params['sample']]),
    ).toEqual([['mapping.code_unknown', 1, 5, '7']]);
  });

  it('takes the star for every other value, and the empty text for none', async () => {
    const pairs: Pairs = [
      ['1', 'active'],
      ['7', 'closed'],
      [null, 'disabled'],
    ];
    const codes = { 1: 'active', '*': 'closed', '': 'disabled' };
    expect((await readPairs('code', pairs, { codes })).got).toEqual(pairs);
  });

  it('trims ids, undoes spreadsheet quotes, refuses exponents, knows none', async () => {
    const pairs: Pairs = [
      [' 12\u3000', '12'],
      ['="0012"', '0012'],
      ["'0012", '0012'],
      ['0', null],
      ['NULL', null],
      ['1.93068E+15', null],
      ['6E+05', null],
      ['A1E+05', 'A1E+05'],
    ];
    const { got, read } = await readPairs('id', pairs);
    expect(got).toEqual(pairs);
    expect(read.issues.map(({ code, count, line }) => ({ code, count, line }))).toEqual([
      { code: 'mapping.value_unreadable', count: 2, line: 7 },
    ]);
  });

  it('lets a mapping say what none is', async () => {
    const pairs: Pairs = [
      ['0', '0'],
      ['-1', null],
    ];
    expect((await readPairs('id', pairs, { none: ['-1'] })).got).toEqual(pairs);
  });
});

describe('values inside values', () => {
  it('takes a member of JSON text, the first path that is there', async () => {
    const pairs: Pairs = [
      ['{"a":{"price":12.5}}', 1250],
      ['{"price":"3.10"}', 310],
      ['{"other":1}', null],
      ['{broken', null],
      ['', null],
    ];
    const { got, read } = await readPairs('money', pairs, { json: ['$.a.price', '$.price'] });
    expect(got).toEqual(pairs);
    expect(read.issues.map(({ code, count, line }) => ({ code, count, line }))).toEqual([
      { code: 'mapping.json_broken', count: 1, line: 5 },
    ]);
  });

  it('takes one item of a chain of ancestors', async () => {
    const chain: Pairs = [
      ['/0/7/12/', '12'],
      ['/0/', null],
      ['', null],
    ];
    const last = { item: { separator: '/', take: 'last' } } as const;
    expect((await readPairs('id', chain, last)).got).toEqual(chain);
    const own: Pairs = [
      ['1,7,12', '7'],
      ['12', null],
    ];
    const before = { item: { separator: ',', take: 'last_but_one' } } as const;
    expect((await readPairs('id', own, before)).got).toEqual(own);
  });

  it('puts a prefix before an id, not before none', async () => {
    const pairs: Pairs = [
      ['7', 'level:7'],
      ['0', null],
    ];
    expect((await readPairs('id', pairs, { prefix: 'level:' })).got).toEqual(pairs);
  });
});

import { describe, expect, it } from 'vitest';
import { readDelimited } from '../../../src/intake/delimited/read.ts';
import { limits } from '../../../src/model/limits.ts';
import { CollectingSink, inputOf } from '../../support/collecting-sink.ts';

async function read(
  text: string | Buffer,
  piece_bytes = 5,
  name = 'orders.csv',
): Promise<CollectingSink> {
  const sink = new CollectingSink();
  await readDelimited(inputOf(text, name, piece_bytes), sink);
  return sink;
}

describe('readDelimited', () => {
  it('keeps empty and absent apart, and unquotes', async () => {
    const sink = await read('id,name,note\n1,"a ""b"", c",\n2,"","two\r\nlines"\r\n');
    expect(sink.values('orders')).toEqual([
      ['1', 'a "b", c', null],
      ['2', '', 'two\r\nlines'],
    ]);
  });

  it('reads as many columns as there are', async () => {
    const numbers = Array.from({ length: 300 }, (_, i) => String(i));
    const header = numbers.map((n) => `column ${n}`).join(',');
    const sink = await read(`${header}\n${numbers.join(',')}\n${numbers.join(',')}\n`);
    expect(sink.values('orders')).toEqual([numbers, numbers]);
  });

  it('takes off what keeps spreadsheets from changing values', async () => {
    const text =
      '订单编号,联系手机,金额\n="1930012345678901234",\'19900000001,12.5\n"=""0042""",x\t,1\n';
    const sink = await read(text);
    expect(sink.values('orders')).toEqual([
      ['1930012345678901234', '19900000001', '12.5'],
      ['0042', 'x', '1'],
    ]);
  });

  it.each([
    ['tab', 'a\tb\n1\t2\n'],
    ['semicolon', 'a;b\n1;2\n'],
    ['bar', 'a|b\n1|2\n'],
    ['comma, no line end at the end', 'a,b\n1,2'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['a byte order mark', '\uFEFFa,b\n1,2\n'],
  ])('reads %s', async (_, text) => {
    const sink = await read(text);
    expect(sink.table('orders').columns).toEqual(['a', 'b']);
    expect(sink.values('orders')).toEqual([['1', '2']]);
  });

  it('finds the header below titles, and passes over a row of descriptions', async () => {
    const sink = await read(
      'TikTok export\n\nOrder ID,Quantity,Created\n' +
        'Platform order number.,Number of units,Time of creation\n' +
        '576,1,2025-01-02\n577,2,2025-01-03\n',
    );
    expect(sink.table('orders').columns).toEqual(['Order ID', 'Quantity', 'Created']);
    expect(sink.values('orders')).toEqual([
      ['576', '1', '2025-01-02'],
      ['577', '2', '2025-01-03'],
    ]);
    expect(sink.codes().toSorted()).toEqual(['csv.description_row', 'csv.title_rows']);
  });

  it('invents names where no row names the columns', async () => {
    const sink = await read('1,2025-01-01,9.90\n2,2025-01-02,19.90\n');
    expect(sink.table('orders').columns).toEqual(['column_1', 'column_2', 'column_3']);
    expect(sink.values('orders')).toHaveLength(2);
    expect(sink.codes().toSorted()).toEqual(['csv.no_header']);
  });

  it('names the line and column of what it refuses', async () => {
    const sink = await read('id,name,note\n1,a,b\n2,"x"y,c\n3,d\n4,e,f\n');
    expect(sink.values('orders').map(([id]) => id)).toEqual(['1', '4']);
    expect(sink.table('orders').refused).toEqual([
      { code: 'csv.broken_quotes', params: {}, file: 'orders.csv', line: 3, column: 6 },
      {
        code: 'csv.field_count',
        params: { wanted: 3, found: 2 },
        file: 'orders.csv',
        line: 4,
        column: 1,
      },
    ]);
  });

  it('counts lines through values that span them', async () => {
    const sink = await read('id,note\n1,"a\nb\nc"\n2\n');
    expect(sink.table('orders').refused.map(({ line }) => line)).toEqual([5]);
  });

  it('does not lose the file after a quote that never closes', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `${i},n${i},x\n`);
    rows[17] = '17,"n17,x\n';
    const sink = await read(`id,name,note\n${rows.join('')}`, 60_000);
    expect(sink.values('orders')).toHaveLength(4_999);
    expect(sink.table('orders').refused.length).toBe(1);
  });

  it.each([
    [-1, 1, 0],
    [0, 1, 0],
    [1, 0, 1],
  ])('holds value_bytes_max at limit %i', async (off, read_rows, refused_rows) => {
    const sink = new CollectingSink();
    const text = `id,note\n1,${'x'.repeat(100 + off)}\n`;
    await readDelimited(inputOf(text, 't.csv'), sink, {
      limits: { ...limits, value_bytes_max: 100 },
    });
    expect(sink.values('t')).toHaveLength(read_rows);
    expect(sink.table('t').refused.length).toBe(refused_rows);
  });
});

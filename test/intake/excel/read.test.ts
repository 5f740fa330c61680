import { describe, expect, it } from 'vitest';
import { readExcel } from '../../../src/intake/excel/read.ts';
import { serialToText } from '../../../src/intake/excel/serial-date.ts';
import { limits } from '../../../src/model/limits.ts';
import { CollectingSink, inputOf } from '../../support/collecting-sink.ts';
import { zipOf } from '../../support/zip-writer.ts';

const workbook = (sheets: readonly string[], properties = ''): Record<string, string> => ({
  'xl/workbook.xml': `<workbook xmlns:r="r">${properties}<sheets>${sheets
    .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
    .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
    .join('')}</Relationships>`,
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>' +
    '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  'xl/sharedStrings.xml':
    '<sst><si><t>订单编号</t></si><si><r><t>金</t></r><r><t>额</t></r><rPh><t>x</t></rPh></si>' +
    '<si><t>时间</t></si><si><t>备注</t></si></sst>',
});

const header =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>' +
  '<c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>';

const sheet = (rows: string): string =>
  `<worksheet><sheetData>${header}${rows}</sheetData></worksheet>`;

async function read(parts: Record<string, string>, name = 'orders.xlsx'): Promise<CollectingSink> {
  const sink = new CollectingSink();
  await readExcel(inputOf(zipOf(parts), name), sink);
  return sink;
}

describe('readExcel', () => {
  it('reads texts, numbers, dates and gaps', async () => {
    const sink = await read({
      ...workbook(['Sheet1']),
      'xl/worksheets/sheet1.xml': sheet(
        '<row r="2"><c r="A2" t="inlineStr"><is><t>A-1</t></is></c><c r="B2"><v>12.5</v></c>' +
          '<c r="C2" s="1"><v>45292.75</v></c></row>' +
          '<row r="4"><c r="A4" t="str"><v>A-2</v></c><c r="B4"><v>4.0000000000000001E-2</v></c>' +
          '<c r="C4" s="2"><v>45293</v></c><c r="D4" t="b"><v>1</v></c></row>',
      ),
    });
    expect(sink.table('orders').columns).toEqual(['订单编号', '金额', '时间', '备注']);
    expect(sink.values('orders')).toEqual([
      ['A-1', '12.5', '2024-01-01 18:00:00', null],
      ['A-2', '0.04', '2024-01-02', 'true'],
    ]);
    expect(sink.table('orders').lines).toEqual([2, 4]);
  });

  it('does not pass off padded digits as an id', async () => {
    const sink = await read({
      ...workbook(['Sheet1']),
      'xl/worksheets/sheet1.xml': sheet(
        '<row r="2"><c r="A2"><v>1930012345678901234</v></c><c r="B2"><v>1</v></c></row>',
      ),
    });
    expect(sink.values('orders')[0]?.[0]).toBe('1.93001234567890E+18');
    expect(sink.codes()).toEqual(['excel.digits_lost']);
  });

  it('makes a table of each sheet, and knows the other date system', async () => {
    const rows = '<row r="2"><c r="A2"><v>7</v></c><c r="C2" s="1"><v>0</v></c></row>';
    const sink = await read({
      ...workbook(['会员', '订单'], '<workbookPr date1904="1"/>'),
      'xl/worksheets/sheet1.xml': sheet(rows),
      'xl/worksheets/sheet2.xml': sheet(rows),
    });
    expect([...sink.tables.keys()]).toEqual(['会员', '订单']);
    expect(sink.values('会员')).toEqual([['7', null, '1904-01-01', null]]);
  });

  it('refuses the row whose cell points nowhere, and says where a sheet breaks off', async () => {
    const sink = await read({
      ...workbook(['Sheet1']),
      'xl/worksheets/sheet1.xml':
        `<worksheet><sheetData>${header}<row r="2"><c r="A2" t="s"><v>99</v></c></row>` +
        '<row r="3"><c r="A3"><v>5</v></c></row><row r="4"><c r="A4"><v>6</v></row>',
    });
    expect(sink.values('orders')).toEqual([['5', null, null, null]]);
    expect(
      sink.table('orders').refused.map(({ code, line, column }) => [code, line, column]),
    ).toEqual([['excel.broken_row', 2, 1]]);
    expect(sink.codes()).toEqual(['excel.broken_sheet']);
  });

  it('expands no entities', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const sink = await read({
      ...workbook(['Sheet1']),
      'xl/worksheets/sheet1.xml':
        bomb + sheet('<row r="2"><c r="A2" t="inlineStr"><is><t>&b;</t></is></c></row>'),
    });
    expect(JSON.stringify(sink.values('orders'))).not.toContain('aaaa');
  });

  it.each([
    [-1, true],
    [0, true],
    [1, false],
  ])('holds workbook_bytes_max at limit %i', async (off, accepted) => {
    const bytes = zipOf({ ...workbook(['Sheet1']), 'xl/worksheets/sheet1.xml': sheet('') });
    const reading = readExcel(inputOf(bytes, 'a.xlsx'), new CollectingSink(), {
      limits: { ...limits, workbook_bytes_max: bytes.length - off },
    });
    if (accepted) await reading;
    else await expect(reading).rejects.toThrow('excel.too_large');
  });

  it('refuses what is no workbook', async () => {
    await expect(read({ 'a.txt': 'x' })).rejects.toThrow('excel.no_workbook');
    const noZip = readExcel(inputOf('PK nothing', 'a.xlsx'), new CollectingSink());
    await expect(noZip).rejects.toThrow('excel.no_workbook');
  });
});

describe('serialToText', () => {
  // Values as Excel itself shows them.
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [45_658.5, '2025-01-01 12:00:00'],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [-1, null],
  ])('%d is %s', (serial, text) => {
    expect(serialToText(serial, 1900)).toBe(text);
  });
});

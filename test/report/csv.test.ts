import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from '../../src/model/csv-cell.ts';
import { findingsCsv, membersCsv } from '../../src/report/csv.ts';
import { columnsOf } from '../../src/model/tables.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { sampleReport } from '../support/sample-report.ts';

async function text(chunks: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const chunk of chunks) all += chunk;
  return all;
}

describe('csvCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1+1', "'+1+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r1', '"\'\r1"'],
    ['\uff1d1', "'\uff1d1"],
    ['\uff0b1', "'\uff0b1"],
    ['\uff0d1', "'\uff0d1"],
    ['\uff20a', "'\uff20a"],
    [' =1', "' =1"],
    ['\u200b=1', "'\u200b=1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['-', "'-"],
    ['+86 138', "'+86 138"],
  ])('makes %j the text %j', (value, cell) => expect(csvCell(value)).toBe(cell));

  it.each([
    [-12.5, '-12.5'],
    ['-12.50', '-12.50'],
    ['-1', '-1'],
    [0, '0'],
    [9_007_199_254_740_991, '9007199254740991'],
    [true, 'true'],
    [null, ''],
    ['plain', 'plain'],
    ['a=b', 'a=b'],
    ['2024-01-02', '2024-01-02'],
    ['say "hi", then', '"say ""hi"", then"'],
    ['two\nlines', '"two\nlines"'],
    ['\u0000', '\u2400'],
  ])('keeps %j as %j', (value, cell) => expect(csvCell(value)).toBe(cell));

  it('gives back any text it is given, but for the apostrophe that disarms it', () => {
    const seed = 20_260_131;
    const cell = fc.string({ unit: fc.constantFrom(...'ab=+-@,;"\n\r\t 1\uff1d\u200b中') });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const [row] = parseCsv(csvLine(cells));
        expect(row?.map((one, i) => (one === `'${cells[i]}` ? cells[i] : one))).toEqual(cells);
        const live = row!.filter((one) => /^[\s\u200b]*[=+@\uff1d-]/.test(one));
        expect(live.filter((one) => !/^-\d+$/.test(one))).toEqual([]);
      }),
      { seed, numRuns: 2000, verbose: true },
    );
  });
});

describe('findings.csv', () => {
  it('has every evidence row of every finding, and a byte order mark', async () => {
    const report = sampleReport();
    const csv = await text(findingsCsv(report));
    expect(csv.startsWith('\ufefffinding_id,provision,title_zh,')).toBe(true);
    const [head, ...rows] = parseCsv(csv.slice(1));
    const evidence = report.findings.reduce((sum, one) => sum + one.evidence.length, 0);
    expect(rows).toHaveLength(evidence);
    const at = (name: string): number => head!.indexOf(name);
    expect(new Set(rows.map((row) => row[at('finding_id')])).size).toBe(report.findings.length);
    expect(rows.every((row) => row.length === head!.length)).toBe(true);
    expect(JSON.parse(rows[0]![at('evidence')]!)).toEqual(report.findings[0]!.evidence[0]);
  });

  it('keeps a finding without evidence', async () => {
    const report = sampleReport();
    const findings = [{ ...report.findings[0]!, evidence: [] }];
    const rows = parseCsv((await text(findingsCsv({ ...report, findings }))).slice(1));
    expect(rows[1]?.slice(-3)).toEqual(['0', '0', '']);
  });
});

describe('members.csv', () => {
  const names = [...columnsOf('network_member').keys()];

  async function* rows(count: number): AsyncGenerator<Record<string, string | number | null>> {
    for (let i = 0; i < count; i++) {
      yield {
        tree: 'sponsor',
        member_id: i === 0 ? '=1+1' : `M${i}`,
        people: 31,
        paid_in_minor: -1250,
        earned_minor: null,
        subtree_paid_in_minor: '900719925474099312',
      };
    }
  }

  it('puts money in major units with its currency', async () => {
    const csv = await text(membersCsv(rows(1), { currency: 'CNY', minor_units: 100 }));
    const [head, row] = parseCsv(csv.slice(1));
    expect(head).toEqual([...names.map((name) => name.replace('_minor', '')), 'currency']);
    const cell = (name: string): string | undefined => row?.[head!.indexOf(name)];
    expect(cell('member_id')).toBe("'=1+1");
    expect(cell('people')).toBe('31');
    expect(cell('paid_in')).toBe('-12.50');
    expect(cell('earned')).toBe('');
    expect(cell('subtree_paid_in')).toBe('9007199254740993.12');
    expect(cell('currency')).toBe('CNY');
  });

  it.each([0, 999, 1000, 1001])('writes all of %i members', async (count) => {
    const csv = await text(membersCsv(rows(count), { currency: 'CNY', minor_units: 100 }));
    expect(parseCsv(csv.slice(1))).toHaveLength(count + 1);
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { countRows, countSchema } from '../../src/disclosure/files/count-file.ts';
import { brokenAt, dataFile } from '../../src/disclosure/files/data-file.ts';
import type { FileManifest } from '../../src/disclosure/files/data-file.ts';
import { recordRow, recordSchema } from '../../src/disclosure/files/record-file.ts';
import { lookUp } from '../../src/disclosure/operators/look-up.ts';
import type { PublicOperator } from '../../src/disclosure/operators/look-up.ts';
import { publish } from '../../src/disclosure/publication/publish.ts';
import { hostileTexts } from '../support/hostile.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { draftOf } from '../support/public-draft.ts';

const rowOf = (title: string) => {
  const { record, digest } = publish(draftOf({ title }), null);
  return recordRow(record, digest);
};
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a public data file', () => {
  it('has its columns in every row, in both forms, with the digest of each', () => {
    const { manifest, jsonl, csv } = dataFile(recordSchema, [rowOf('甲案')], '2026-03', null);
    const names = recordSchema.columns.map(({ name }) => name);
    const line = JSON.parse(jsonl.trimEnd());
    expect(Object.keys(line).toSorted()).toEqual(names.toSorted());
    expect([line.title, line.amount_minor, line.credit_code]).toEqual([
      '甲案',
      2_000_000,
      '91350100M000100Y43',
    ]);
    expect([manifest.rows, manifest.previous]).toEqual([1, null]);
    expect([manifest.jsonl_sha256, manifest.csv_sha256]).toEqual([sha(jsonl), sha(csv)]);
  });

  it('has no cell that a spreadsheet takes for a formula', () => {
    const rows = hostileTexts.map(rowOf);
    const { csv, jsonl } = dataFile(recordSchema, rows, '2026-03', null);
    const parsed = parseCsv(csv.slice(1));
    expect(parsed.length).toBe(hostileTexts.length + 1);
    // A plain number is none.
    const cells = parsed.slice(1).flat();
    expect(cells.filter((cell) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell))).toEqual(['-0']);
    expect(jsonl.split('\n').length).toBe(hostileTexts.length + 1);
  });

  it('shows a change of one that was published before', () => {
    const chain: FileManifest[] = [];
    for (const month of ['2026-01', '2026-02', '2026-03']) {
      const before = chain.at(-1) ?? null;
      chain.push(dataFile(recordSchema, [rowOf(month)], month, before).manifest);
    }
    expect(brokenAt(chain)).toBe(null);
    const other = dataFile(recordSchema, [rowOf('另案')], '2026-02', chain[0]!).manifest;
    expect(brokenAt([chain[0]!, other, chain[2]!])).toBe(2);
    expect(brokenAt(chain.slice(1))).toBe(0);
  });
});

describe('counts of a month', () => {
  const offices = [
    { office: 'a', office_name: '甲', counts: { complaint: 40, report: 12 } },
    { office: 'b', office_name: '乙', counts: { complaint: 3, report: 0 } },
    { office: 'c', office_name: '丙', counts: { complaint: 25, report: 30 } },
  ];

  it('leave out the small number, and as many others as it takes', async () => {
    const rows = await countRows('2026-02', offices);
    expect(rows.length).toBe(4 * 3);
    const count = (office: string, kind: string) =>
      rows.find((row) => row['office'] === office && row['kind'] === kind)?.['count'];
    // 3 is what is left of 68 less 40 and 25, and of the office's own total less its 0 reports.
    expect(count('b', 'complaint')).toBeNull();
    expect(count('b', '*')).toBeNull();
    expect([count('a', 'complaint'), count('c', 'complaint'), count('*', 'complaint')]).toContain(
      null,
    );
    expect(count('b', 'report')).toBe(0);
    expect(count('*', '*')).toBe(110);
    const { jsonl } = dataFile(countSchema, rows, '2026-03-01', null);
    expect(jsonl.trimEnd().split('\n').at(-1)).toBe(
      '{"count":110,"kind":"*","month":"2026-02","office":"*","office_name":null}',
    );
  });
});

describe('looking up a firm', () => {
  const code = '91350100M000100Y43';
  const firm: PublicOperator = {
    name: '好物（北京）公司',
    credit_code: code,
    licence: { number: code, url: null },
    integrity: { class: 'B', shown_by: null, cite: null },
  };
  const records = [
    publish(draftOf({ subject: { name: firm.name, credit_code: code, is_person: false } }), null),
    publish(
      draftOf({
        kind: 'measure',
        subject: { name: firm.name, credit_code: code, is_person: false },
        ends_on: '2026-03-10',
      }),
      null,
    ),
    publish(draftOf({ subject: { name: '张三', credit_code: null, is_person: true } }), null),
  ].map(({ record }) => record);
  const counts = (asked: string, on: string) =>
    lookUp(asked, [firm], records, on).map((one) => [one.decisions.length, one.measures.length]);

  it('finds it by its code or whole name, however typed, with what is on display', () => {
    expect(counts(code.toLowerCase(), '2026-03-10')).toEqual([[1, 1]]);
    expect(counts(' 好物(北京) 公司', '2026-03-11')).toEqual([[1, 0]]);
    expect(counts(code, '2029-03-03')).toEqual([[0, 0]]);
  });

  it('finds nobody by a part of a name, nothing, or the name of a person', () => {
    for (const asked of ['好物', '', ' ', '张三', '张某', '91350100M000100Y44'])
      expect(lookUp(asked, [firm], records, '2026-03-10')).toEqual([]);
  });

  it('shows the class of a firm that agreed, or where a law says so', () => {
    const shown = (shown_by: 'consent' | 'law' | null) =>
      lookUp(
        code,
        [{ ...firm, integrity: { class: 'B', shown_by, cite: null } }],
        [],
        '2026-03-10',
      ).map(({ integrity }) => integrity?.class ?? null);
    expect([shown(null), shown('consent'), shown('law')]).toEqual([[null], ['B'], ['B']]);
  });

  it('knows a firm by its publications alone', () => {
    expect(lookUp(code, [], records, '2026-03-10').map(({ operator }) => operator.licence)).toEqual(
      [null],
    );
  });
});

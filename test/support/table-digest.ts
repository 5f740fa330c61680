import { createHash } from 'node:crypto';
import type { DigestColumn } from '../../src/inspect/lake/table-digest.ts';

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

type Text = string | null;

/** The digest of a table as docs/reference/lake.md says it, from the texts of its values. */
export function digestByHand(
  table: string,
  columns: readonly Pick<DigestColumn, 'name' | 'type'>[],
  rows: readonly (readonly Text[])[],
): string {
  const hashes = rows.map((row) => {
    const fields = row.map((text) => (text === null ? '-' : `${Buffer.byteLength(text)}:${text}`));
    return hex(fields.join(''));
  });
  let digits = 0;
  while (rows.length > 100_000 * 16 ** digits) digits += 1;
  const buckets = new Map<string, string[]>();
  for (const hash of hashes.toSorted()) {
    const bucket = hash.slice(0, digits);
    const kept = buckets.get(bucket);
    if (kept) kept.push(hash);
    else buckets.set(bucket, [hash]);
  }
  const shelves = new Map<string, string>();
  for (const [bucket, some] of buckets) {
    const shelf = bucket.slice(0, 3);
    shelves.set(shelf, `${shelves.get(shelf) ?? ''}${bucket} ${hex(some.join(''))}\n`);
  }
  const lines = [
    'polyprism.table-digest/1',
    table,
    ...columns.map(({ name, type }) => `${name} ${type}`),
    `rows ${rows.length}`,
    ...[...shelves].map(([shelf, text]) => `${shelf === '' ? '-' : shelf} ${hex(text)}`),
  ];
  return hex(`${lines.join('\n')}\n`);
}

const types = [
  ['i', 'id'],
  ['t', 'text'],
  ['m', 'money_minor'],
  ['at', 'instant'],
  ['d', 'date'],
  ['b', 'bool'],
  ['r', 'double'],
] as const;

/** Rows of every type, and the texts of their values as they are hashed. */
export const oddRows = {
  columns: types.map(([name, type]) => ({ name, type, sql: `"${name}"` })),
  texts: [
    // 2024-02-29T12:00:00.25Z in microseconds, its day since 1970, a quarter as 2^51 of 2^53.
    ['1', "面霜'x", '12345678901234567', '1709208000250000', '19782', 'true', `0.${2 ** 51}.0`],
    ['2', '', '-1', '-1', '-1', 'false', `-1.${2 ** 52}.0`],
    ['3', null, null, null, null, null, 'x'],
    // 0.1 is 3602879701896397 / 2^55: of 2^53 it takes 900719925474099 and a quarter.
    ['4', null, null, null, null, null, `0.900719925474099.${2 ** 51}`],
    ['5', null, null, null, null, null, '3.0.0'],
  ] as readonly (readonly Text[])[],
};

/** The same rows as SQL of an engine. */
export function oddRowsSql(dialect: 'duckdb' | 'spark'): string {
  const text = dialect === 'spark' ? `'面霜\\'x'` : `'面霜''x'`;
  const double = (value: string): string => `CAST('${value}' AS DOUBLE)`;
  const none = 'NULL, NULL, NULL, NULL, NULL';
  return `(VALUES
    ('1', ${text}, 12345678901234567, TIMESTAMP '2024-02-29 12:00:00.25', DATE '2024-02-29', TRUE,
      ${double('0.25')}),
    ('2', '', -1, TIMESTAMP '1969-12-31 23:59:59.999999', DATE '1969-12-31', FALSE,
      ${double('-1.5')}),
    ('3', ${none}, ${double('NaN')}),
    ('4', ${none}, ${double('0.1')}),
    ('5', ${none}, ${double('3')})
  ) AS v("i", "t", "m", "at", "d", "b", "r")`;
}

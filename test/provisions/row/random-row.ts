import fc from 'fast-check';
import type { EvidenceValue } from '../../../src/model/provision.ts';
import type { Layout } from '../../../src/provisions/row/row-program.ts';
import { bigint, bool, date, double, instant, text } from '../../../src/provisions/row/row-type.ts';
import type { RowType } from '../../../src/provisions/row/row-type.ts';

/** Columns of the table the random expressions speak of. */
const columns: readonly (readonly [name: string, sql: string, type: RowType])[] = [
  ['id', 'BIGINT', bigint],
  ['k', 'BIGINT', bigint],
  ['n', 'BIGINT', bigint],
  ['x', 'DOUBLE PRECISION', double],
  ['s', 'VARCHAR', text],
  ['u', 'VARCHAR', text],
  ['d', 'DATE', date],
  ['e', 'DATE', date],
  ['t', 'TIMESTAMP', instant],
  ['v', 'TIMESTAMP', instant],
  ['b', 'BOOLEAN', bool],
  ['c', 'BOOLEAN', bool],
];

export const layout: Layout = new Map(
  columns.map(([name, , type], slot) => [name, { slot, type }]),
);

export const createTrial = `CREATE TABLE trial (${columns
  .map(([name, sql]) => `${name} ${sql}`)
  .join(', ')})`;

export type RandomRow = Readonly<Record<string, EvidenceValue>>;

const plain = [
  'a',
  'b',
  'c',
  'A',
  'B',
  ' ',
  '.',
  '%',
  '_',
  '1',
  '-',
  '\n',
  '微',
  '商',
  '😀',
  'e\u0301',
];
const cased = ['İ', 'ß', 'É', 'Σ', 'ᾳ', '\u3000', '\uffe5', '𐐀', 'ｆ'];

const letters = fc.constantFrom(...plain, ...cased);

export const texts: fc.Arbitrary<string> = fc
  .array(letters, { maxLength: 8 })
  .map((parts) => parts.join(''));

const days = fc.oneof(
  fc.constantFrom(
    '2024-02-29',
    '2023-02-28',
    '2000-02-29',
    '1900-02-28',
    '1969-12-31',
    '1970-01-01',
  ),
  fc.constantFrom('2024-12-31', '2024-01-31', '1582-10-10', '0100-03-01', '9999-12-31'),
  fc.integer({ min: -40_000, max: 40_000 }).map((n) => dayOf(n)),
);

function dayOf(n: number): string {
  return new Date(n * 86_400_000).toISOString().slice(0, 10);
}

/** Midnights of several zones, changes of summer time, a microsecond before or after. */
const instants = fc.oneof(
  fc.constantFrom('2024-02-28T16:00:00Z', '2024-03-31T01:00:00Z', '2024-10-27T01:00:00Z'),
  fc.constantFrom('2024-03-10T07:00:00Z', '2024-11-03T06:00:00Z', '1991-04-13T18:00:00Z'),
  fc.constantFrom('2024-03-30T23:00:00Z', '2024-10-26T22:00:00Z', '2024-11-03T04:00:00Z'),
  fc
    .tuple(
      fc.integer({ min: -700_000, max: 700_000 }),
      fc.constantFrom(
        '00:00.000000',
        '00:00.000001',
        '59:59.999999',
        '30:00.500000',
        '59:59.000000',
      ),
    )
    .map(([hours, rest]) => `${new Date(hours * 3_600_000).toISOString().slice(0, 13)}:${rest}Z`),
);

const integers = fc.oneof(
  fc.integer({ min: -5, max: 10 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.constantFrom('9007199254740991', '9007199254740993', '-9007199254740992', '4503599627370497'),
  fc.constantFrom(
    '9223372036854775807',
    '-9223372036854775808',
    '2147483648',
    '4611686018427387904',
  ),
);

/** A row as a record would give it: whole numbers past 2^53 as text. */
export function rows(): fc.Arbitrary<RandomRow> {
  const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
    fc.option(one, { freq: 5, nil: null });
  return fc.record({
    k: maybe(fc.integer({ min: -5, max: 10 })),
    n: maybe(integers),
    x: maybe(fc.constantFrom(0, 0.25, -1.5, 1e10, 1 / 3, 7)),
    s: maybe(texts),
    u: maybe(texts),
    d: maybe(days),
    e: maybe(days),
    t: maybe(instants),
    v: maybe(instants),
    b: maybe(fc.boolean()),
    c: maybe(fc.boolean()),
  });
}

export function insertTrial(all: readonly RandomRow[]): string {
  const values = all.map(
    (row) => `(${columns.map(([name]) => sqlValue(row[name] ?? null)).join(', ')})`,
  );
  return `INSERT INTO trial VALUES ${values.join(',\n')}`;
}

function sqlValue(value: EvidenceValue): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? sqlLiteral(value) : String(value);
}

export function sqlLiteral(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

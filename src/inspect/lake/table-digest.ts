import type { SqlEngine } from '../../engine/sql-engine.ts';
import { wordsOf } from '../../engine/sql-words.ts';
import type { SqlWords } from '../../engine/sql-words.ts';
import { sha256 } from '../../evidence/digest.ts';
import type { ColumnType } from '../../model/table-shape.ts';
import type { TableName } from '../../model/tables.ts';

/** A canonical column and the SQL of its value, of its canonical type. */
export interface DigestColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly sql: string;
}

/** Something counted in the same scan: rows that a condition is true of, with one sample. */
export interface RowCount {
  readonly when: string;
  /** Text of which the least is kept; none where the value is nobody's to see. */
  readonly sample?: string;
}

/** A part of the table, by how the hashes of its rows begin. */
interface Shelf {
  readonly shelf: string;
  readonly digest: string;
}

export interface DigestedTable {
  readonly sha256: string;
  readonly rows: number;
  readonly counts: readonly { readonly rows: number; readonly sample: string | null }[];
}

/** Rows that one task sorts at a time: some 7 MB of hashes. */
const bucket_rows_max = 100_000;
/** Digits by which buckets are put together on the engine: 4,096 lines come back at most. */
const shelf_digits = 3;

/** Digits of a row's hash that name its bucket. */
export function bucketDigits(rows: number): number {
  let digits = 0;
  while (rows > bucket_rows_max * 16 ** digits) digits += 1;
  return digits;
}

/**
 * The digest of a table, which hangs on nothing but its name, its columns and its rows, whatever
 * files they lie in, in whatever order and on whatever engine (docs/reference/lake.md), in one
 * scan that counts whatever else is asked of the rows. `rows` is how many there are.
 */
export async function digestTable(
  engine: SqlEngine,
  {
    table,
    from,
    rows,
  }: { readonly table: TableName; readonly from: string; readonly rows: number },
  columns: readonly DigestColumn[],
  counted: readonly RowCount[] = [],
): Promise<DigestedTable> {
  const words = wordsOf(engine);
  const found = await engine.rows(digestSql(words, from, columns, bucketDigits(rows), counted));
  const shelves = found.map((row) => ({
    shelf: String(row['shelf']),
    digest: String(row['digest']),
    rows: Number(row['n']),
  }));
  const all = shelves.reduce((sum, { rows: some }) => sum + some, 0);
  return {
    sha256: foldShelves(table, columns, all, shelves),
    rows: all,
    counts: counted.map((_, i) => ({
      rows: found.reduce((sum, row) => sum + Number(row[`c${i}`]), 0),
      sample: leastOf(found.map((row) => row[`s${i}`] ?? null)),
    })),
  };
}

/** Rows are hashed, hashes put together in buckets, those in shelves. */
function digestSql(
  words: SqlWords,
  from: string,
  columns: readonly DigestColumn[],
  digits: number,
  counted: readonly RowCount[],
): string {
  const row = words.sha256(`concat(${columns.map((one) => fieldSql(words, one)).join(', ')})`);
  const of = counted.map((one, i) => ({ ...one, count: `c${i}`, least: `s${i}` }));
  const each = of.flatMap(({ when, sample, count, least }) => [
    `CASE WHEN ${when} THEN 1 ELSE 0 END AS ${count}`,
    ...(sample === undefined ? [] : [`CASE WHEN ${when} THEN ${sample} END AS ${least}`]),
  ]);
  const again = of.flatMap(({ sample, count, least }) => [
    `CAST(sum(${count}) AS BIGINT) AS ${count}`,
    ...(sample === undefined ? [] : [`min(${least}) AS ${least}`]),
  ]);
  const hashed = `SELECT ${[`${row} AS h`, ...each].join(', ')} FROM ${from}`;
  const placed = `SELECT substr(h, 1, ${digits}) AS bucket, pp_hashed.* FROM (${hashed}) pp_hashed`;
  const digest = `${words.sha256(words.joined('h'))} AS digest`;
  const buckets = `SELECT ${['bucket', digest, 'count(*) AS n', ...again].join(', ')}
    FROM (${placed}) pp_placed GROUP BY bucket`;
  const lines = `SELECT substr(bucket, 1, ${Math.min(digits, shelf_digits)}) AS shelf,
      concat(bucket, ' ', digest, chr(10)) AS line, pp_buckets.*
    FROM (${buckets}) pp_buckets`;
  const folded = [`${words.sha256(words.joined('line'))} AS digest`, 'sum(n) AS n', ...again];
  return `SELECT ${['shelf', ...folded].join(', ')}
    FROM (${lines}) pp_lines GROUP BY shelf ORDER BY shelf`;
}

/** A value with its length before it, so that no two rows have one text. */
function fieldSql(words: SqlWords, { type, sql }: DigestColumn): string {
  const text = textSql(words, type, sql);
  const length = `CAST(${words.bytes(text)} AS ${words.text})`;
  return `CASE WHEN ${sql} IS NULL THEN '-' ELSE concat(${length}, ':', ${text}) END`;
}

function textSql(words: SqlWords, type: ColumnType, sql: string): string {
  const plain = (value: string): string => `CAST(${value} AS ${words.text})`;
  switch (type) {
    case 'id':
    case 'text':
      return sql;
    case 'instant':
      return plain(words.micros(sql));
    case 'date':
      return plain(words.days(sql));
    case 'double':
      return doubleSql(plain, sql);
    case 'bool':
    case 'int':
    case 'money_minor':
      return plain(sql);
  }
}

const two_to_53 = '9007199254740992E0';

/**
 * A double as its sign and three whole numbers: what is whole of it, the next 53 bits, and 53
 * more. Engines write doubles each in its own way; times a power of two they stay exact. 'x' is
 * for what has no such numbers.
 */
function doubleSql(plain: (value: string) => string, sql: string): string {
  const floor = (value: string): string => `CAST(floor(${value}) AS BIGINT)`;
  const rest = (value: string): string => `(${value} - CAST(${floor(value)} AS DOUBLE))`;
  const size = `abs(${sql})`;
  const first = `(${rest(size)} * ${two_to_53})`;
  const second = `(${rest(first)} * ${two_to_53})`;
  const sign = `CASE WHEN ${sql} < 0 THEN '-' ELSE '' END`;
  const parts = [size, first, second].map((value) => plain(floor(value)));
  return `CASE WHEN ${size} < 9E18 THEN concat(${sign}, ${parts.join(", '.', ")}) ELSE 'x' END`;
}

/** The digest of a table by those of its shelves. */
export function foldShelves(
  table: TableName,
  columns: readonly Pick<DigestColumn, 'name' | 'type'>[],
  rows: number,
  shelves: readonly Shelf[],
): string {
  const lines = [
    'polyprism.table-digest/1',
    table,
    ...columns.map(({ name, type }) => `${name} ${type}`),
    `rows ${rows}`,
    ...shelves.map(({ shelf, digest }) => `${shelf === '' ? '-' : shelf} ${digest}`),
  ];
  return sha256(`${lines.join('\n')}\n`);
}

function leastOf(values: readonly unknown[]): string | null {
  const texts = values.filter((value) => value !== null && value !== undefined).map(String);
  return texts.toSorted()[0] ?? null;
}

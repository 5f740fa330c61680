import { sqlText } from './duckdb.ts';
import { sparkText } from './spark/views.ts';
import type { SqlEngine } from './sql-engine.ts';

/** What engines write differently and scans of large tables need; the same everywhere else. */
export interface SqlWords {
  /** The type of a text. */
  readonly text: string;
  /** A text as a literal. */
  quoted(text: string): string;
  /** The calendar date of an instant in a zone. */
  dateIn(instant: string, time_zone: string): string;
  /** The first instant after a date of a zone, which is an ISO date. */
  after(date: string, time_zone: string): string;
  /** The month of a date as 'YYYY-MM'. */
  month(date: string): string;
  /** A number for each row, from 0; by the order given where that takes no sort in one place. */
  numbered(order: string): string;
  /** Whole hours from 1970 to an instant, rounded down. */
  hours(instant: string): string;
  /** a × b ÷ c without the fraction, of whole numbers up to 2^63; c is not 0. */
  shareOf(a: string, b: string, c: string): string;
  /** How many bytes a text has in UTF-8. */
  bytes(text: string): string;
  /** SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
  sha256(text: string): string;
  /** All texts of a group put together in their order. */
  joined(text: string): string;
  /** Microseconds from 1970 to an instant. */
  micros(instant: string): string;
  /** Days from 1970 to a date. */
  days(date: string): string;
}

const duckdb: SqlWords = {
  text: 'VARCHAR',
  quoted: sqlText,
  dateIn: (instant, time_zone) =>
    `CAST(((${instant} AT TIME ZONE 'UTC') AT TIME ZONE ${sqlText(time_zone)}) AS DATE)`,
  after: (date, time_zone) => `((DATE ${sqlText(date)} + INTERVAL 1 DAY)
      AT TIME ZONE ${sqlText(time_zone)} AT TIME ZONE 'UTC')`,
  month: (date) => `strftime(${date}, '%Y-%m')`,
  numbered: (order) => `CAST(row_number() OVER (ORDER BY ${order}) - 1 AS INTEGER)`,
  hours: (instant) => `CAST(floor(epoch(${instant}) / 3600) AS BIGINT)`,
  shareOf: (a, b, c) => `(CAST(${a} AS HUGEINT) * ${b} // ${c})`,
  bytes: (text) => `strlen(${text})`,
  sha256: (text) => `sha256(${text})`,
  joined: (text) => `string_agg(${text}, '' ORDER BY ${text})`,
  micros: (instant) => `epoch_us(${instant})`,
  days: (date) => `(${date} - DATE '1970-01-01')`,
};

const spark: SqlWords = {
  text: 'STRING',
  quoted: sparkText,
  dateIn: (instant, time_zone) =>
    `CAST(from_utc_timestamp(${instant}, ${sqlText(time_zone)}) AS DATE)`,
  after: (date, time_zone) => `CAST(to_utc_timestamp(date_add(DATE ${sqlText(date)}, 1),
      ${sqlText(time_zone)}) AS TIMESTAMP_NTZ)`,
  month: (date) => `date_format(${date}, 'yyyy-MM')`,
  numbered: () => 'monotonically_increasing_id()',
  hours: (instant) =>
    `CAST(floor(unix_seconds(CAST(${instant} AS TIMESTAMP_LTZ)) / 3600) AS BIGINT)`,
  shareOf: (a, b, c) => `(CAST(${a} AS DECIMAL(38, 0)) * ${b} div ${c})`,
  bytes: (text) => `octet_length(${text})`,
  sha256: (text) => `sha2(${text}, 256)`,
  joined: (text) => `array_join(sort_array(collect_list(${text})), '')`,
  micros: (instant) => `unix_micros(CAST(${instant} AS TIMESTAMP_LTZ))`,
  days: (date) => `unix_date(${date})`,
};

export function wordsOf({ dialect }: Pick<SqlEngine, 'dialect'>): SqlWords {
  return dialect === 'spark' ? spark : duckdb;
}

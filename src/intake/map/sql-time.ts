import { sqlText } from '../../engine/duckdb.ts';
import { halfWidthSql } from './sql-clean.ts';
import type { SqlStep } from './sql-step.ts';

/** Formats of zone-less times once separators are unified; strptime takes unpadded numbers. */
const localFormats = [
  '%Y-%m-%d %H:%M:%S',
  '%Y-%m-%d %H:%M:%S.%f',
  '%Y-%m-%d %H:%M',
  '%Y-%m-%d',
  '%Y-%m-%d %I:%M:%S %p',
  '%Y-%m-%d %I:%M %p',
  '%Y%m%d%H%M%S',
  '%Y%m%d',
] as const;

/** Beyond this a number of seconds would lie after the year 5000: it counts milliseconds. */
const msFrom = 100_000_000_000;
/** And beyond this one, microseconds. */
const usFrom = 100_000_000_000_000;

const offset = '(Z|[+-][0-9]{2}:?[0-9]{2})$';

/**
 * Any way a mall writes an instant → UTC TIMESTAMP; `plain` comes out of `plainTime`. Zone-less
 * text is local to `zone`. Epoch numbers are told apart by magnitude, value by value, since one
 * column can hold both. `epoch` says that bare short numbers are seconds, not 'YYYYMMDD'.
 */
export function instantSql(plain: string, zone: string, epoch: boolean): string {
  const digits = epoch ? '[0-9]{1,16}' : '([0-9]{10}|[0-9]{13}|[0-9]{16})';
  const local = localSql(`trim(regexp_replace(${plain}, '${offset}', ''))`);
  return `CASE WHEN regexp_full_match(${plain}, '${digits}(\\.[0-9]+)?') THEN ${epochSql(plain)}
    WHEN regexp_matches(${plain}, ':[0-9.]+ ?${offset}') THEN ${local} - ${offsetSql(plain)}
    ELSE CAST(timezone(${sqlText(zone)}, CASE WHEN ${isStandardSql(plain)}
      THEN CAST(${plain} AS TIMESTAMP) ELSE ${localSql(plain)} END) AS TIMESTAMP) END`;
}

/** A calendar date in `zone`; date-only text is taken as it stands. */
export function dateSql(plain: string, zone: string): string {
  const dateOnly = `regexp_full_match(${plain}, '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{8}')`;
  const instant = instantSql(plain, zone, false);
  return `CASE WHEN ${dateOnly} THEN CAST(${localSql(plain)} AS DATE)
    ELSE CAST(timezone(${sqlText(zone)}, timezone('UTC', ${instant})) AS DATE) END`;
}

const looseDate = '^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?[T ]*';

/** 12/31/2024 or 31/12/2024, which one column writes one way: the year put first. */
export function yearFirstSql(month_first: boolean): SqlStep {
  const [month, day] = month_first ? [1, 2] : [2, 1];
  return (text) => `regexp_replace(${text}, '^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})[ ,T]*',
    '\\3-\\${month}-\\${day} ')`;
}

/** Steps to plain time: full-width folded, separators unified, six decimals, none as NULL. */
export const plainTime: readonly SqlStep[] = [
  halfWidthSql,
  (
    text,
  ) => `CASE WHEN ${isStandardSql(text)} OR TRY_CAST(${text} AS BIGINT) IS NOT NULL THEN ${text}
    ELSE rtrim(regexp_replace(${text}, '${looseDate}', '\\1-\\2-\\3 ')) END`,
  (text) => `CASE WHEN strlen(${text}) < 26 THEN ${text}
    ELSE regexp_replace(${text}, '(:[0-9]{2}\\.[0-9]{6})[0-9]+', '\\1') END`,
  (text) => `CASE WHEN ${isNoTimeSql(text)} THEN NULL ELSE ${text} END`,
];

/** 'YYYY-MM-DD hh:mm:ss' to the letter: the common case, spared what the others need. */
function isStandardSql(text: string): string {
  return `(strlen(${text}) = 19 AND substr(${text}, 5, 1) = '-' AND substr(${text}, 17, 1) = ':'
    AND substr(${text}, 11, 1) = ' ' AND TRY_CAST(${text} AS TIMESTAMP) IS NOT NULL)`;
}

/** Whether an epoch number was in milliseconds or finer. */
export function isFinerThanSecondsSql(plain: string): string {
  return `TRY_CAST(${plain} AS DOUBLE) >= ${msFrom}`;
}

/** Texts by which software says "never": zero dates, and the epoch as PHP formats zero. */
function isNoTimeSql(plain: string): string {
  return `substr(${plain}, 1, 4) <= '1970'
    AND regexp_full_match(${plain}, '0+(\\.0+)?|0000-0?0-0?0.*|0001-0?1-0?1.*'
    || '|1970-0?1-0?1( 0[08]:00(:00(\\.0+)?)?)?Z?')`;
}

/** A fraction is kept for seconds; below a millisecond it means nothing. */
function epochSql(plain: string): string {
  const whole = `TRY_CAST(regexp_extract(${plain}, '^[0-9]+') AS BIGINT)`;
  const fraction = `CASE WHEN contains(${plain}, '.')
    THEN CAST(rpad(substr(split_part(${plain}, '.', 2), 1, 6), 6, '0') AS BIGINT) ELSE 0 END`;
  return `make_timestamp(CASE WHEN ${whole} < ${msFrom} THEN ${whole} * 1000000 + ${fraction}
    WHEN ${whole} < ${usFrom} THEN ${whole} * 1000 ELSE ${whole} END)`;
}

function localSql(text: string): string {
  return `try_strptime(${text}, [${localFormats.map(sqlText).join(', ')}])`;
}

function offsetSql(plain: string): string {
  const part = `regexp_extract(${plain}, '${offset}', 1)`;
  return `to_minutes(CASE WHEN ${part} = 'Z' THEN 0
    ELSE TRY_CAST(substr(${part}, 1, 1) || '1' AS INTEGER)
      * (TRY_CAST(substr(${part}, 2, 2) AS INTEGER) * 60
         + TRY_CAST(right(${part}, 2) AS INTEGER)) END)`;
}

import { sqlText } from '../../engine/duckdb.ts';
import { halfWidthSql } from './sql-clean.ts';

/** Formats of zone-less times once separators are unified; strptime takes unpadded numbers. */
const localFormats = [
  '%Y-%m-%d %H:%M:%S',
  '%Y-%m-%d %H:%M:%S.%f',
  '%Y-%m-%d %H:%M',
  '%Y-%m-%d',
  '%Y%m%d%H%M%S',
  '%Y%m%d',
] as const;

/** Beyond this a number of seconds would lie after the year 5000: it counts milliseconds. */
const msFrom = 100_000_000_000;
/** And beyond this one, microseconds. */
const usFrom = 100_000_000_000_000;

const offset = '(Z|[+-][0-9]{2}:?[0-9]{2})$';

/**
 * Any way a mall writes an instant → UTC TIMESTAMP; `plain` comes from `plainTimeSql`. Zone-less
 * text is local to `zone`. Epoch numbers are told apart by magnitude, value by value, since one
 * column can hold both. `epoch` says that bare short numbers are seconds, not 'YYYYMMDD'.
 */
export function instantSql(plain: string, zone: string, epoch: boolean): string {
  const digits = epoch ? '[0-9]{1,16}' : '([0-9]{10}|[0-9]{13}|[0-9]{16})';
  const local = localSql(`trim(regexp_replace(${plain}, '${offset}', ''))`);
  return `CASE WHEN regexp_full_match(${plain}, '${digits}(\\.[0-9]+)?') THEN ${epochSql(plain)}
    WHEN regexp_matches(${plain}, ':[0-9.]+ ?${offset}') THEN ${local} - ${offsetSql(plain)}
    ELSE CAST(timezone(${sqlText(zone)}, ${localSql(plain)}) AS TIMESTAMP) END`;
}

/** A calendar date in `zone`; date-only text is taken as it stands. */
export function dateSql(plain: string, zone: string): string {
  const dateOnly = `regexp_full_match(${plain}, '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{8}')`;
  const instant = instantSql(plain, zone, false);
  return `CASE WHEN ${dateOnly} THEN CAST(${localSql(plain)} AS DATE)
    ELSE CAST(timezone(${sqlText(zone)}, timezone('UTC', ${instant})) AS DATE) END`;
}

/** '/', '年月日' and 'T' as '-' and a blank, full-width folded, at most six decimals. */
export function plainTimeSql(text: string): string {
  const date = '^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?[T ]*';
  const dashed = `regexp_replace(${halfWidthSql(text)}, '${date}', '\\1-\\2-\\3 ')`;
  return `regexp_replace(rtrim(${dashed}), '(:[0-9]{2}\\.[0-9]{6})[0-9]+', '\\1')`;
}

/** Whether an epoch number was in milliseconds or finer. */
export function isFinerThanSecondsSql(plain: string): string {
  return `TRY_CAST(${plain} AS DOUBLE) >= ${msFrom}`;
}

/** Texts by which software says "never": zero dates, and the epoch as PHP formats zero. */
export function isNoTimeSql(plain: string): string {
  return `regexp_full_match(${plain}, '0+(\\.0+)?|0000-0?0-0?0.*|0001-0?1-0?1.*'
    || '|1970-0?1-0?1( 0[08]:00(:00(\\.0+)?)?)?Z?')`;
}

function epochSql(plain: string): string {
  return `make_timestamp(TRY_CAST(TRY_CAST(${plain} AS DECIMAL(24, 6))
    * CASE WHEN TRY_CAST(${plain} AS DOUBLE) < ${msFrom} THEN 1000000
           WHEN TRY_CAST(${plain} AS DOUBLE) < ${usFrom} THEN 1000 ELSE 1 END AS BIGINT))`;
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

import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import { wordsOf } from '../engine/sql-words.ts';

/**
 * SQL for the calendar date, in `time_zone`, of an instant column of `table` (naive UTC). Zone
 * arithmetic per row costs many times the scan itself, so where the zone's offset is one and the
 * same on every day the data span, the offset is added instead: the same dates, cheaper. On Spark
 * to learn what days they span would be a scan more.
 */
export async function localDay(
  engine: SqlEngine,
  table: string,
  columns: readonly string[],
  time_zone: string,
): Promise<(column: string) => string> {
  if (engine.dialect === 'spark') return (column) => wordsOf(engine).dateIn(column, time_zone);
  const zone = sqlText(time_zone);
  const inZone = (instant: string): string =>
    `((${instant} AT TIME ZONE 'UTC') AT TIME ZONE ${zone})`;
  const ends = columns.map(
    (c) => `SELECT min(${c}) AS t FROM ${table}
    UNION ALL SELECT max(${c}) FROM ${table}`,
  );
  const [row] = await engine.rows(`
    WITH ends AS (${ends.join(' UNION ALL ')}),
    days AS (
      SELECT unnest(generate_series(min(t), max(t) + INTERVAL 1 DAY, INTERVAL 1 DAY)) AS t
      FROM ends
    ),
    offsets AS (SELECT epoch(${inZone('t')}) - epoch(t) AS seconds FROM days)
    SELECT CAST(min(seconds) AS BIGINT) AS low, CAST(max(seconds) AS BIGINT) AS high FROM offsets`);
  const { low = null, high = null } = row ?? {};
  if (low === null || low !== high) return (column) => `CAST(${inZone(column)} AS DATE)`;
  return (column) => `CAST(${column} + INTERVAL (${low}) SECOND AS DATE)`;
}

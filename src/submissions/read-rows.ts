import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import { PolyprismError } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { OwedReport, PartSql, ReportPart } from './owed-report.ts';

interface AsOf {
  readonly reference_on: string;
  readonly time_zone: string;
}

/** Who can be put into no part, and the column that would say. */
export interface Unplaced {
  readonly subject: string | null;
  readonly needs: string;
}

/** Rows of a part, by subject. Throws `submission.too_large` beyond the limit. */
export async function readRows(
  engine: SqlEngine,
  part: ReportPart,
  as_of: AsOf,
  lines_max: number = limits.submission_lines_max,
): Promise<SqlRow[]> {
  const rows = await engine.rows(`SELECT * FROM (${part.sql(contextOf(as_of))}) p
    WHERE subject IS NOT NULL ORDER BY subject LIMIT ${lines_max + 1}`);
  if (rows.length > lines_max) {
    throw new PolyprismError('submission.too_large', { part: part.name, limit: lines_max });
  }
  return rows;
}

/** Who is in no part because a column is wanting, by subject, then by column. */
export async function readUnplaced(
  engine: SqlEngine,
  { unplaced }: OwedReport,
  as_of: AsOf,
): Promise<Unplaced[]> {
  const rows = await engine.rows(`SELECT subject, needs FROM (${unplaced(contextOf(as_of))}) u
    ORDER BY subject NULLS LAST, needs LIMIT ${limits.submission_lines_max}`);
  return rows.map(({ subject, needs }) => ({
    subject: subject === null || subject === undefined ? null : String(subject),
    needs: String(needs),
  }));
}

/** Every subject the tables know, to name those that are gone. */
export async function readSubjects(engine: SqlEngine, part: ReportPart): Promise<string[]> {
  const rows = await engine.rows(part.subjects);
  return rows.map((row) => String(Object.values(row)[0]));
}

function contextOf({ reference_on, time_zone }: AsOf): PartSql {
  const zone = sqlText(time_zone);
  return {
    on: `CAST(${sqlText(reference_on)} AS DATE)`,
    day: (instant) => `CAST(((${instant}) AT TIME ZONE 'UTC') AT TIME ZONE ${zone} AS DATE)`,
  };
}

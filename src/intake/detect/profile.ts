import { sqlName, sqlText } from '../../engine/duckdb.ts';
import type { SqlEngine, SqlRow } from '../../engine/sql-engine.ts';
import type { DetectTable } from './staged.ts';

/** What the sampled values of one column look like. Counts are over the sample. */
export interface ColumnProfile {
  /** Rows sampled. */
  readonly rows: number;
  /** Rows with a value that is not empty. */
  readonly filled: number;
  /** Rows whose value is neither empty nor a way to write "none" (0, -1, null, 无). */
  readonly meant: number;
  readonly distinct: number;
  /** Whole numbers; numbers of any kind; numbers with a fraction that is not zero. */
  readonly integers: number;
  readonly numbers: number;
  readonly fractions: number;
  readonly times: number;
  /** Dates whose first number must be a day, and those whose second must be. */
  readonly day_first: number;
  readonly month_first: number;
  readonly unix_s: number;
  readonly unix_ms: number;
  /** Whole numbers from 1 to 99; those divisible by 100. */
  readonly small: number;
  readonly hundreds: number;
  readonly median: number | null;
  readonly chars_max: number;
  /** Chains of ids, by their separators. */
  readonly chains: number;
  /** The few values of a column that has few, commonest first. */
  readonly values: readonly string[];
}

const sampleRows = 1000;

/** Values that mean "nobody" in a reference. */
export const noneValues = [
  '0',
  '-1',
  'null',
  'NULL',
  'None',
  'none',
  '\\N',
  '无',
  '-',
  '--',
  'N/A',
  'n/a',
  'nil',
  '没有',
  '空',
  '00000000-0000-0000-0000-000000000000',
] as const;

export const noneList = noneValues.map(sqlText).join(', ');

/** The same rows every time: the first, and a scatter over the rest. */
export function sampleSql(table: DetectTable, rows: number): string {
  const from = sqlName(table.relation);
  if (table.rows_read <= rows) return `${from}`;
  const share = Math.max(1, Math.floor((65536 * rows) / 2 / table.rows_read));
  return `(SELECT * FROM ${from} WHERE CAST(_row AS BIGINT) <= ${Math.floor(rows / 2)}
    OR (CAST(_row AS BIGINT) * 40503) % 65536 < ${share})`;
}

/** Profiles the named columns of a table in one pass over a sample of its rows. */
export async function profileColumns(
  engine: SqlEngine,
  table: DetectTable,
  columns: readonly string[],
): Promise<Map<string, ColumnProfile>> {
  if (columns.length === 0 || table.rows_read === 0) return new Map();
  const names = columns.map(sqlName).join(', ');
  const long = `WITH sampled AS (SELECT ${names} FROM ${sampleSql(table, sampleRows)}),
    long AS (SELECT c, trim(v) AS v FROM (UNPIVOT sampled ON ${names} INTO NAME c VALUE v)
      WHERE trim(v) <> '')`;
  const rows = await engine.rows(`${long},
    counted AS (SELECT c, v, count(*) AS n FROM long GROUP BY c, v),
    typed AS (SELECT c, v, n, TRY_CAST(v AS DOUBLE) AS x FROM counted)
    SELECT c, ${measures} FROM typed GROUP BY c ORDER BY c`);
  const total = await sampledRows(engine, table);
  return new Map(rows.map((row) => [String(row['c']), toProfile(row, total)]));
}

async function sampledRows(engine: SqlEngine, table: DetectTable): Promise<number> {
  if (table.rows_read <= sampleRows) return table.rows_read;
  const [row] = await engine.rows(`SELECT count(*) AS n FROM ${sampleSql(table, sampleRows)}`);
  return Number(row?.['n'] ?? 0);
}

const timePattern =
  "'([0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}|[0-9]{1,2}[/][0-9]{1,2}[/][0-9]{4}).*" +
  "|(19|20)[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9]([0-2][0-9][0-5][0-9][0-5][0-9])?'";
const chainPattern =
  "'[,/|;> ]*[0-9A-Za-z_]+([,/|;> ]+[0-9A-Za-z_]+)*[,/|;> ]*|([0-9]+-)*[0-9]+-?|-([0-9]+-)+'";

const whole = 'x = floor(x)';
/** A number that can be a day of a month and no month. */
const lateDay = '(1[3-9]|2[0-9]|3[01])';
const measures = `
  sum(n) AS filled,
  sum(n) FILTER (WHERE v NOT IN (${noneList})) AS meant,
  count(*) FILTER (WHERE v NOT IN (${noneList})) AS dist,
  sum(n) FILTER (WHERE ${whole}) AS integers,
  sum(n) FILTER (WHERE x IS NOT NULL) AS numbers,
  sum(n) FILTER (WHERE x <> floor(x)) AS fractions,
  sum(n) FILTER (WHERE length(v) >= 8 AND regexp_full_match(v, ${timePattern})) AS times,
  sum(n) FILTER (WHERE regexp_matches(v, '^${lateDay}/[0-9]{1,2}/[0-9]{4}')) AS day_first,
  sum(n) FILTER (WHERE regexp_matches(v, '^[0-9]{1,2}/${lateDay}/[0-9]{4}')) AS month_first,
  sum(n) FILTER (WHERE ${whole} AND x BETWEEN 631152000 AND 4102444800) AS unix_s,
  sum(n) FILTER (WHERE ${whole} AND x BETWEEN 631152000000 AND 4102444800000) AS unix_ms,
  sum(n) FILTER (WHERE ${whole} AND x BETWEEN 1 AND 99) AS small,
  sum(n) FILTER (WHERE ${whole} AND x <> 0 AND fmod(x, 100) = 0) AS hundreds,
  median(x) FILTER (WHERE x > 0) AS median,
  max(length(v)) AS chars_max,
  sum(n) FILTER (WHERE length(v) < 4000 AND regexp_matches(v, '[,/|;>-]')
    AND regexp_full_match(v, ${chainPattern})) AS chains,
  to_json(list(v ORDER BY n DESC, v)[1:30]) AS samples`;

function toProfile(row: SqlRow, rows: number): ColumnProfile {
  const number = (name: string): number => Number(row[name] ?? 0);
  return {
    rows,
    filled: number('filled'),
    meant: number('meant'),
    distinct: number('dist'),
    integers: number('integers'),
    numbers: number('numbers'),
    fractions: number('fractions'),
    times: number('times'),
    day_first: number('day_first'),
    month_first: number('month_first'),
    unix_s: number('unix_s'),
    unix_ms: number('unix_ms'),
    small: number('small'),
    hundreds: number('hundreds'),
    median: row['median'] === null || row['median'] === undefined ? null : number('median'),
    chars_max: number('chars_max'),
    chains: number('chains'),
    values: JSON.parse(String(row['samples'] ?? '[]')) as string[],
  };
}

import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { Localised } from '../../model/localised.ts';

export type Dialect = SqlEngine['dialect'];

/** What an expression holds, as far as portable SQL must tell it apart. */
export type Kind = 'date' | 'instant' | 'text' | 'int' | 'double' | 'bool' | 'unknown';

export interface PortableFunction {
  readonly arguments: readonly { readonly name: string; readonly kind: Kind }[];
  readonly returns: Kind;
  readonly doc: Localised;
  /**
   * SQL per engine; `$1`, `$2` stand for the arguments, `$time_zone` and `$calendar` for the
   * literals of the run's zone and of the jurisdiction whose working days count; `$local_date` is
   * the first argument's date in that zone (local-date.ts).
   */
  readonly sql: Readonly<Record<Dialect, string>>;
}

const a = (name: string, kind: Kind): PortableFunction['arguments'][number] => ({ name, kind });

/**
 * A column of one day of the calendar; the aggregate makes it a scalar on every engine. Its names
 * begin with `pp_`, so that a column of the provision is never taken for one of them.
 */
const dayOf = (column: string, date: string): string =>
  `(SELECT max(pp_c.${column}) FROM pp_calendar_day pp_c` +
  ` WHERE pp_c.pp_calendar = $calendar AND pp_c.pp_day = (${date}))`;

const everywhere = (sql: string): PortableFunction['sql'] => ({
  duckdb: sql,
  postgres: sql,
  spark: sql.replaceAll(' + 0', ''),
});

/**
 * The functions a provision may use where engines disagree. One table: the linter, the expander,
 * the reference page and the conformance tests read it. A NULL argument gives NULL everywhere.
 *
 * Dates are written `$1 + 0` where an engine would also accept an instant and quietly take its
 * UTC day: DATE + INTEGER is a date, TIMESTAMP + INTEGER is an error.
 */
export const portableFunctions: Readonly<Record<string, PortableFunction>> = {
  pp_days: {
    arguments: [a('from', 'date'), a('to', 'date')],
    returns: 'int',
    doc: {
      en: 'days from the first date to the second: to − from',
      zh: '两日期相差天数（后减前）',
    },
    sql: {
      duckdb: '(($2) - ($1))',
      postgres: '(($2) - ($1))',
      spark: 'datediff($2, $1)',
    },
  },
  pp_add_days: {
    arguments: [a('date', 'date'), a('days', 'int')],
    returns: 'date',
    doc: { en: 'the date that many days later', zh: '日期加若干天' },
    sql: {
      duckdb: '(($1) + CAST(($2) AS INTEGER))',
      postgres: '(($1) + CAST(($2) AS INTEGER))',
      spark: 'date_add($1, CAST(($2) AS INT))',
    },
  },
  pp_add_months: {
    arguments: [a('date', 'date'), a('months', 'int')],
    returns: 'date',
    doc: {
      en: 'the same day that many months later, or the last day of a shorter month',
      zh: '日期加若干月；目标月无此日则取月末',
    },
    sql: {
      duckdb: 'CAST((($1) + 0) + to_months(CAST(($2) AS INTEGER)) AS DATE)',
      postgres: 'CAST((($1) + 0) + make_interval(months => CAST(($2) AS INTEGER)) AS DATE)',
      spark: 'add_months($1, CAST(($2) AS INT))',
    },
  },
  pp_working_days: {
    arguments: [a('from', 'date'), a('to', 'date')],
    returns: 'int',
    doc: {
      en:
        'working days after the first date up to and including the second; NULL where the ' +
        'calendar has no such year',
      zh: '首日之后至末日（含）的工作日数；日历未载该年得 NULL',
    },
    sql: everywhere(
      'CASE WHEN (($2) + 0) <= (($1) + 0) THEN 0 ELSE ' +
        `${dayOf('pp_working_no', '($2) + 0')} - ${dayOf('pp_working_no', '($1) + 0')} END`,
    ),
  },
  pp_add_working_days: {
    arguments: [a('date', 'date'), a('days', 'int')],
    returns: 'date',
    doc: {
      en:
        'the date that many working days later, at least 1; NULL where the calendar has no ' +
        'such year',
      zh: '日期之后第若干个工作日（至少 1）；日历未载该年得 NULL',
    },
    sql: everywhere(
      '(SELECT min(pp_t.pp_day) FROM pp_calendar_day pp_f, pp_calendar_day pp_t' +
        ' WHERE pp_f.pp_calendar = $calendar AND pp_f.pp_day = (($1) + 0)' +
        ' AND pp_t.pp_calendar = $calendar AND pp_t.pp_working_no = pp_f.pp_working_no + ($2))',
    ),
  },
  pp_next_working: {
    arguments: [a('date', 'date')],
    returns: 'date',
    doc: {
      en:
        'the date itself on a working day, else the next one; NULL where the calendar has no ' +
        'such year',
      zh: '当日为工作日则为当日，否则为下一工作日；日历未载该年得 NULL',
    },
    sql: everywhere(dayOf('pp_next_working', '($1) + 0')),
  },
  pp_date: {
    arguments: [a('instant', 'instant')],
    returns: 'date',
    doc: {
      en: "the calendar date of an instant in the pack's time zone",
      zh: '时刻所在的当地日期',
    },
    sql: {
      duckdb: '$local_date',
      postgres: '$local_date',
      spark: 'CAST(from_utc_timestamp($1, $time_zone) AS DATE)',
    },
  },
  pp_ym: {
    arguments: [a('date', 'date')],
    returns: 'text',
    doc: { en: "the month of a date as 'YYYY-MM'", zh: '日期所在月份 YYYY-MM' },
    sql: {
      duckdb: "strftime(($1) + 0, '%Y-%m')",
      postgres: "to_char(($1) + 0, 'YYYY-MM')",
      spark: "date_format($1, 'yyyy-MM')",
    },
  },
  pp_year: {
    arguments: [a('date', 'date')],
    returns: 'int',
    doc: { en: 'the year of a date', zh: '日期的年份' },
    sql: {
      duckdb: 'year(($1) + 0)',
      postgres: 'CAST(extract(year FROM ($1) + 0) AS BIGINT)',
      spark: 'CAST(year($1) AS BIGINT)',
    },
  },
  pp_month: {
    arguments: [a('date', 'date')],
    returns: 'int',
    doc: { en: 'the month of a date, 1 to 12', zh: '日期的月份，1 至 12' },
    sql: {
      duckdb: 'month(($1) + 0)',
      postgres: 'CAST(extract(month FROM ($1) + 0) AS BIGINT)',
      spark: 'CAST(month($1) AS BIGINT)',
    },
  },
  pp_dow: {
    arguments: [a('date', 'date')],
    returns: 'int',
    doc: { en: 'the day of the week, Monday 1 to Sunday 7', zh: '星期几，周一为 1，周日为 7' },
    sql: {
      duckdb: 'isodow(($1) + 0)',
      postgres: 'CAST(extract(isodow FROM ($1) + 0) AS BIGINT)',
      spark: 'CAST(weekday($1) + 1 AS BIGINT)',
    },
  },
  pp_epoch: {
    arguments: [a('instant', 'instant')],
    returns: 'int',
    doc: {
      en: 'whole seconds since 1970-01-01 UTC, rounded down; for hours subtract two of them',
      zh: '自 1970-01-01 UTC 起的整秒数（向下取整）；两者相减得秒差',
    },
    sql: {
      duckdb: 'CAST(floor(epoch($1)) AS BIGINT)',
      postgres: 'CAST(floor(extract(epoch FROM ($1))) AS BIGINT)',
      spark: 'unix_seconds(CAST(($1) AS TIMESTAMP_LTZ))',
    },
  },
  pp_idiv: {
    arguments: [a('a', 'int'), a('b', 'int')],
    returns: 'int',
    doc: {
      en: 'a ÷ b without the fraction; NULL when b is 0',
      zh: '整除，舍去小数；除数为 0 得 NULL',
    },
    sql: {
      duckdb: '(CAST(($1) AS BIGINT) // nullif(CAST(($2) AS BIGINT), 0))',
      postgres: '(CAST(($1) AS BIGINT) / nullif(CAST(($2) AS BIGINT), 0))',
      spark: '(CAST(($1) AS BIGINT) div nullif(CAST(($2) AS BIGINT), 0))',
    },
  },
  pp_ratio: {
    arguments: [a('a', 'unknown'), a('b', 'unknown')],
    returns: 'double',
    doc: { en: 'a ÷ b as a fraction; NULL when b is 0', zh: '比值；除数为 0 得 NULL' },
    sql: {
      duckdb: '(CAST(($1) AS DOUBLE) / nullif(CAST(($2) AS DOUBLE), 0))',
      postgres: '(CAST(($1) AS DOUBLE PRECISION) / nullif(CAST(($2) AS DOUBLE PRECISION), 0))',
      spark: '(CAST(($1) AS DOUBLE) / nullif(CAST(($2) AS DOUBLE), 0))',
    },
  },
  pp_match: {
    arguments: [a('text', 'text'), a('pattern', 'text')],
    returns: 'bool',
    doc: {
      en: 'whether the pattern occurs in the text; literals, [sets], ( | ), ? * + {n,m}, ^ $ and .',
      zh: '文本中是否出现该模式；可用字面、[字符集]、( | )、? * + {n,m}、^ $ 与 .',
    },
    sql: {
      duckdb: "regexp_matches($1, $2, 's')",
      postgres: '(($1) ~ ($2))',
      spark: "(($1) RLIKE concat('(?s)', $2))",
    },
  },
  pp_starts: {
    arguments: [a('text', 'text'), a('prefix', 'text')],
    returns: 'bool',
    doc: { en: 'whether the text begins with the prefix', zh: '文本是否以该前缀开头' },
    sql: {
      duckdb: 'starts_with($1, $2)',
      postgres: 'starts_with($1, $2)',
      spark: 'startswith($1, $2)',
    },
  },
  pp_sha256: {
    arguments: [a('text', 'text')],
    returns: 'text',
    doc: { en: 'SHA-256 of the UTF-8 text, in hexadecimal', zh: '文本 UTF-8 编码的 SHA-256' },
    sql: {
      duckdb: 'sha256($1)',
      postgres: "encode(sha256(convert_to(($1), 'UTF8')), 'hex')",
      spark: 'sha2($1, 256)',
    },
  },
};

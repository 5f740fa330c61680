/** Functions that mean the same on DuckDB, PostgreSQL and Spark. */
export const sharedFunctions = new Set([
  'abs',
  'count',
  'count_star',
  'sum',
  'min',
  'max',
  'bool_and',
  'bool_or',
  'lower',
  'upper',
  'trim',
  'length',
  'substr',
  'substring',
  'replace',
  'lpad',
  'greatest',
  'least',
  'coalesce',
  'nullif',
  'row_number',
  'rank',
  'dense_rank',
  'lag',
  'lead',
  'first_value',
  'last_value',
]);

/** Operators the parser writes as functions. */
export const sharedOperators = new Set(['+', '-', '*', '%', '||', '~~', '!~~']);

/** What to write instead of a function that is not shared; SQL, so the same in every language. */
export const insteadOfFunction: Readonly<Record<string, string>> = {
  date_diff: 'pp_days(from, to)',
  datediff: 'pp_days(from, to)',
  date_sub: 'pp_days(from, to)',
  datesub: 'pp_days(from, to)',
  age: 'pp_days(from, to)',
  date_add: 'pp_add_days(date, n)',
  to_days: 'pp_add_days(date, n)',
  to_weeks: 'pp_add_days(date, 7 * n)',
  to_months: 'pp_add_months(date, n)',
  to_years: 'pp_add_months(date, 12 * n)',
  to_hours: 'pp_epoch(b) - pp_epoch(a) > 3600 * n',
  to_minutes: 'pp_epoch(b) - pp_epoch(a) > 60 * n',
  to_seconds: 'pp_epoch(b) - pp_epoch(a) > n',
  strftime: 'pp_ym(date)',
  date_format: 'pp_ym(date)',
  to_char: 'pp_ym(date)',
  date_part: 'pp_year(date), pp_month(date), pp_dow(date)',
  date_trunc: 'pp_ym(date)',
  year: 'pp_year(date)',
  month: 'pp_month(date)',
  dayofweek: 'pp_dow(date)',
  weekday: 'pp_dow(date)',
  isodow: 'pp_dow(date)',
  epoch: 'pp_epoch(instant)',
  timezone: 'pp_date(instant)',
  now: '$as_of',
  get_current_timestamp: '$as_of',
  today: '$as_of',
  current_date: '$as_of',
  current_timestamp: '$as_of',
  avg: 'pp_ratio(sum(x), count(x))',
  mean: 'pp_ratio(sum(x), count(x))',
  div: 'pp_idiv(a, b)',
  divide: 'pp_ratio(a, b), pp_idiv(a, b)',
  regexp_matches: "pp_match(text, 'pattern')",
  regexp_full_match: "pp_match(text, '^(pattern)$')",
  similar_to_escape: "pp_match(text, '^(pattern)$')",
  like_escape: "pp_starts(text, prefix), pp_match(text, 'pattern')",
  not_like_escape: "NOT pp_starts(text, prefix), NOT pp_match(text, 'pattern')",
  starts_with: 'pp_starts(text, prefix)',
  prefix: 'pp_starts(text, prefix)',
  contains: "text LIKE '%…%'",
  '~~*': "lower(text) LIKE '…'",
  '!~~*': "lower(text) NOT LIKE '…'",
  sha256: 'pp_sha256(text)',
  md5: 'pp_sha256(text)',
  hash: 'pp_sha256(text)',
  concat: "coalesce(a, '') || coalesce(b, '')",
  count_if: 'count(*) FILTER (WHERE …)',
  arg_max: 'row_number() OVER (PARTITION BY … ORDER BY … NULLS LAST)',
  max_by: 'row_number() OVER (PARTITION BY … ORDER BY … NULLS LAST)',
  any_value: 'min(x)',
  first: 'min(x)',
  string_agg: 'rows, one for each value',
  group_concat: 'rows, one for each value',
  listagg: 'rows, one for each value',
  list: 'rows, one for each value',
  array_agg: 'rows, one for each value',
  random: 'nothing: a verdict has no chance in it',
  if: 'CASE WHEN … THEN … ELSE … END',
  ifnull: 'coalesce(a, b)',
};

/** What to write instead of a symbol that is not shared. */
export const insteadOfSymbol: Readonly<Record<string, string>> = {
  '/': 'pp_ratio(a, b), pp_idiv(a, b)',
  '//': 'pp_idiv(a, b)',
  '::': 'CAST(x AS type)',
  '~': "pp_match(text, 'pattern')",
  '!~': "NOT pp_match(text, 'pattern')",
  '~*': "pp_match(lower(text), 'pattern')",
  '!~*': "NOT pp_match(lower(text), 'pattern')",
  '~~': "LIKE '…'",
  '!~~': "NOT LIKE '…'",
  '~~*': "lower(text) LIKE '…'",
  '!~~*': "lower(text) NOT LIKE '…'",
  '==': '=',
  '<=>': 'IS NOT DISTINCT FROM',
  '^@': 'pp_starts(text, prefix)',
  ';': 'one statement, without ;',
  $: '$name',
  '?': '$name',
  '#': 'a column name',
};

export const sharedSymbols = new Set([
  '(',
  ')',
  ',',
  '.',
  '+',
  '-',
  '*',
  '%',
  '||',
  '=',
  '<>',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
]);

/** Types with one meaning everywhere, as DuckDB's parser names them. */
export const sharedTypes = new Set([
  'BIGINT',
  'INTEGER',
  'DATE',
  'VARCHAR',
  'BOOLEAN',
  'TIMESTAMP',
]);

/** Words of the language on one engine or another (PostgreSQL, Spark in ANSI mode). */
export const reservedWords = new Set(
  `all analyse analyze and anti any array as asc asymmetric at authorization both by case cast
  check collate column constraint create cross current_catalog current_date current_role
  current_time current_timestamp current_user default deferrable desc distinct div do else end
  escape except false fetch filter for foreign from full grant group having ilike in initially
  inner intersect into is isnull join lateral leading left like limit localtime localtimestamp
  minus natural not notnull null offset on only or order outer overlaps placing primary
  references returning right rlike select semi session_user similar some symmetric table
  tablesample then time to trailing true union unique unknown user using variadic verbose when
  where window with within`.split(/\s+/),
);

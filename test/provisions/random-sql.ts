import fc from 'fast-check';

/** Expressions of the portable subset by kind, over the table `trial`. */
interface Expressions {
  readonly int: string;
  readonly text: string;
  readonly date: string;
  readonly bool: string;
}

const patterns = ["'^[a-c]+$'", "'商|b'", "'a.c'", "'x{0,2}y?'", "'\\.'", "'(ab)?c$'", "'^$'"];
const likes = ["'a%'", "'%商%'", "'_b_'", "''", "'%'"];

/** Builds every kind of expression at once, since each kind contains the others. */
export const expressions = fc.letrec<Expressions>((tie) => {
  const int = tie('int') as fc.Arbitrary<string>;
  const text = tie('text') as fc.Arbitrary<string>;
  const date = tie('date') as fc.Arbitrary<string>;
  const bool = tie('bool') as fc.Arbitrary<string>;
  const deep = { maxDepth: 4, depthIdentifier: 'sql' } as const;
  const f = (template: string, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc
      .tuple(...parts)
      .map((filled) => template.replace(/#(\d)/g, (_, i) => filled[Number(i)] ?? ''));
  const either = (one: fc.Arbitrary<string>): fc.Arbitrary<string>[] => [
    f('CASE WHEN #0 THEN #1 ELSE #2 END', bool, one, one),
    f('CASE WHEN #0 THEN #1 END', bool, one),
    f('coalesce(#0, #1)', one, one),
    f('nullif(#0, #1)', one, one),
    f('greatest(#0, #1)', one, one),
    f('least(#0, #1)', one, one),
  ];
  const compared = (one: fc.Arbitrary<string>): fc.Arbitrary<string>[] => [
    f('(#0 #1 #2)', one, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), one),
    f('(#0 BETWEEN #1 AND #2)', one, one, one),
    f('(#0 IN (#1, #2))', one, one, one),
    f('(#0 NOT IN (#1, #2))', one, one, one),
    f('(#0 IS DISTINCT FROM #1)', one, one),
    f('(#0 IS NOT DISTINCT FROM #1)', one, one),
    f('(#0 IS NULL)', one),
    f('(#0 IS NOT NULL)', one),
  ];
  return {
    int: fc.oneof(
      deep,
      fc.constantFrom('r.n', 'r.k', 'r.id', 'CAST(NULL AS BIGINT)', '0', '1', '7', '(-3)'),
      f('(#0 + #1)', int, fc.constantFrom('r.n', '1', '2')),
      f('(#0 - #1)', int, fc.constantFrom('r.k', '1', '2')),
      f('(#0 * #1)', fc.constantFrom('r.n', 'r.k'), fc.constantFrom('3', '(-1)', 'r.k')),
      f('(#0 % #1)', int, fc.constantFrom('2', '7')),
      f('abs(#0)', int),
      f('pp_idiv(#0, #1)', int, int),
      f('pp_days(#0, #1)', date, date),
      f('pp_year(#0)', date),
      f('pp_month(#0)', date),
      f('pp_dow(#0)', date),
      f('pp_epoch(r.t)'),
      f('length(#0)', text),
      ...either(int),
    ),
    text: fc.oneof(
      deep,
      fc.constantFrom('r.s', 'r.u', "'abc'", "'微商'", "''", 'CAST(NULL AS VARCHAR)'),
      f('lower(#0)', text),
      f('upper(#0)', text),
      f('trim(#0)', text),
      f(
        'substr(#0, #1, #2)',
        text,
        fc.constantFrom('1', '2', '9', '0', '(-2)'),
        fc.constantFrom('0', '1', '3', '(-1)'),
      ),
      f("replace(#0, #1, '-')", text, fc.constantFrom("'a'", "'商'")),
      f("lpad(#0, #1, '*')", text, fc.constantFrom('0', '2', '6')),
      f('(#0 || #1)', text, text),
      f('pp_ym(#0)', date),
      f('pp_sha256(#0)', text),
      f('CAST(#0 AS VARCHAR)', int),
      f('CAST(#0 AS VARCHAR)', date),
      f('CAST(#0 AS VARCHAR)', bool),
      ...either(text),
    ),
    date: fc.oneof(
      deep,
      fc.constantFrom('r.d', 'r.e', "DATE '2024-02-29'", '$as_of', 'CAST(NULL AS DATE)'),
      f('pp_date(r.t)'),
      f('pp_add_days(#0, #1)', date, fc.constantFrom('1', '(-366)', 'r.k')),
      f('pp_add_months(#0, #1)', date, fc.constantFrom('1', '(-12)', 'r.k')),
      ...either(date),
    ),
    bool: fc.oneof(
      deep,
      fc.constantFrom('r.b', 'TRUE', 'FALSE', 'CAST(NULL AS BOOLEAN)'),
      f('(#0 AND #1)', bool, bool),
      f('(#0 OR #1)', bool, bool),
      f('(NOT #0)', bool),
      f('(#0 LIKE #1)', text, fc.constantFrom(...likes)),
      f('pp_match(#0, #1)', text, fc.constantFrom(...patterns)),
      f('pp_starts(#0, #1)', text, text),
      f('(pp_ratio(#0, #1) > 0.25)', int, int),
      ...compared(int),
      ...compared(text),
      ...compared(date),
    ),
  };
});

/** Whole queries: a row each, groups, windows, joins. */
export const query: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(expressions.int, expressions.text, expressions.date, expressions.bool, expressions.bool)
    .map(
      ([n, s, d, b, where]) =>
        `SELECT r.id AS id, ${n} AS n, ${s} AS s, ${d} AS d, ${b} AS b FROM trial r WHERE ${where}`,
    ),
  fc.tuple(expressions.int, expressions.text, expressions.date, expressions.bool).map(
    ([n, s, d, b]) =>
      `SELECT r.k AS k, count(*) AS c, count(${s}) AS cs, count(DISTINCT ${s}) AS ds,
          sum(${n}) AS sn, min(${s}) AS mins, max(${d}) AS maxd, bool_and(${b}) AS every,
          bool_or(${b}) AS some_of, count(*) FILTER (WHERE ${b}) AS cb
        FROM trial r GROUP BY r.k HAVING count(*) > 0`,
  ),
  fc.tuple(expressions.int, expressions.date).map(
    ([n, d]) =>
      `SELECT r.id AS id,
          row_number() OVER (PARTITION BY r.k
            ORDER BY ${d} DESC NULLS LAST, r.id NULLS LAST) AS place,
          rank() OVER (ORDER BY ${n} NULLS FIRST) AS standing,
          sum(r.n) OVER (ORDER BY r.id NULLS LAST ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS run,
          lag(${n}) OVER (ORDER BY r.id NULLS LAST) AS earlier
        FROM trial r`,
  ),
  fc.tuple(expressions.bool, expressions.int).map(
    ([b, n]) =>
      `WITH w AS (SELECT r.id AS id, ${n} AS n FROM trial r)
        SELECT r.id AS id, w.n AS n, (SELECT max(x.n) FROM w x WHERE x.id <= r.id) AS top
        FROM trial r LEFT JOIN w ON w.n = r.k
        WHERE EXISTS (SELECT 1 FROM w y WHERE y.id = r.n) OR ${b}`,
  ),
);

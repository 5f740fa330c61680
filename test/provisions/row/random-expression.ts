import fc from 'fast-check';
import { patternFault } from '../../../src/provisions/sql/pattern.ts';
import { sqlLiteral, texts } from './random-row.ts';

/** Expressions of the portable subset over one row of `trial`, by what they hold. */
interface Expressions {
  readonly int: string;
  readonly number: string;
  readonly text: string;
  readonly date: string;
  readonly instant: string;
  readonly bool: string;
}

type Sql = fc.Arbitrary<string>;

/** A template whose #0, #1, … are filled in. */
function f(template: string, ...parts: readonly Sql[]): Sql {
  return fc
    .tuple(...parts)
    .map((filled) => template.replace(/#(\d)/g, (_, i) => filled[Number(i)] ?? ''));
}

const signs = fc.constantFrom('=', '<>', '<', '<=', '>', '>=');

function compared(one: Sql, other = one): Sql[] {
  return [
    f('(#0 #1 #2)', one, signs, other),
    f('(#0 #1 #2)', other, signs, one),
    f('(#0 BETWEEN #1 AND #2)', one, other, one),
    f('(#0 NOT BETWEEN #1 AND #2)', one, one, other),
    f('(#0 IN (#1, #2, #3))', one, other, one, one),
    f('(#0 NOT IN (#1, #2))', one, other, one),
    f('(#0 IS DISTINCT FROM #1)', one, other),
    f('(#0 IS NOT DISTINCT FROM #1)', one, other),
    f('(#0 IS NULL)', one),
    f('(#0 IS NOT NULL)', one),
    f('(coalesce(#0, #1) #2 #3)', one, one, signs, other),
  ];
}

function chosen(bool: Sql, one: Sql, other = one): Sql[] {
  return [
    f('CASE WHEN #0 THEN #1 WHEN #2 THEN #3 ELSE #4 END', bool, one, bool, other, one),
    f('CASE WHEN #0 THEN #1 END', bool, one),
    f('CASE #0 WHEN #1 THEN #2 ELSE #3 END', one, one, other, one),
    f('coalesce(#0, #1, #2)', one, one, other),
    f('nullif(#0, #1)', one, one),
    f('greatest(#0, #1)', one, other),
    f('least(#0, #1, #2)', one, one, other),
  ];
}

/** Patterns of the subset over the letters of the texts, most of which occur now and then. */
function patterns(): Sql {
  const one = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c', '微', '商', '1', ' ', '😀', '\u0301') },
    fc.constantFrom(
      '.',
      '[a-c]',
      '[^a]',
      '[微商]',
      '[a-c1-3_]',
      '[^a-c\\]]',
      '[-a]',
      '[a-]',
      '[\u0300-\u036f]',
    ),
    fc.constantFrom('\\.', '\\%', '\\-', '_', '%', '[😀-😎]', '[^微]', '[\\\\^]', '[.]'),
  );
  const many = f(
    '#0#1',
    one,
    fc.constantFrom('', '', '?', '*', '+', '{2}', '{0,3}', '{1,}', '{0}', '{3,5}'),
  );
  const sequence = fc.array(many, { minLength: 0, maxLength: 4 }).map((parts) => parts.join(''));
  const group = fc
    .tuple(fc.array(sequence, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '?'))
    .map(([parts, mark]) => `(${parts.join('|')})${mark}`);
  const whole = fc
    .tuple(
      fc.constantFrom('', '', '^'),
      fc.array(fc.oneof(sequence, group), { maxLength: 3 }),
      fc.constantFrom('', '', '$'),
    )
    .map(([start, parts, end]) => `${start}${parts.join('')}${end}`);
  const alternatives = fc
    .array(fc.oneof(whole, texts), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('|'));
  return alternatives.filter((pattern) => patternFault(pattern) === null).map(sqlLiteral);
}

/** Days whose year the calendar may know. */
const near = fc.constantFrom(
  'r.e',
  '$as_of',
  "DATE '2024-02-29'",
  'pp_date(r.t)',
  "DATE '2026-12-30'",
);

function numbers(tie: Ties): Pick<Record<keyof Expressions, Sql[]>, 'int' | 'number'> {
  const { int, number, text, date, instant, bool } = tie;
  return {
    int: [
      fc.constantFrom('r.n', 'r.k', 'r.id', 'r.k', 'CAST(NULL AS BIGINT)', '0', '1', '7', '(-3)'),
      fc.constantFrom('r.n', 'r.k', '$seven', '$minus', '2147483647', '9007199254740993'),
      f('(#0 + #1)', int, fc.constantFrom('r.n', '1', '2', 'r.k')),
      f('(#0 - #1)', int, fc.constantFrom('r.k', '1', '2', 'r.n')),
      f(
        '(#0 * #1)',
        fc.constantFrom('r.n', 'r.k', 'r.id'),
        fc.constantFrom('3', '(-1)', 'r.k', '1000'),
      ),
      f('(#0 % #1)', int, fc.constantFrom('2', '7', '(-3)', '9007199254740991')),
      f('(- #0)', int),
      f('abs(#0)', int),
      f('pp_idiv(#0, #1)', int, int),
      f('pp_idiv(#0, #1)', number, int),
      f('pp_days(#0, #1)', date, date),
      f('pp_working_days(#0, #1)', date, date),
      f('pp_working_days(#0, #1)', near, near),
      f('pp_year(#0)', date),
      f('pp_month(#0)', date),
      f('pp_dow(#0)', date),
      f('pp_epoch(#0)', instant),
      f('length(#0)', text),
      f('CAST(#0 AS BIGINT)', number),
      f('CAST(#0 AS INTEGER)', fc.constantFrom('r.k', 'r.id', '2.5', '(-0.5)', 'r.k * 0.5')),
      ...chosen(bool, int),
    ],
    number: [
      fc.constantFrom(
        '0.5',
        '1.25',
        '(-2.50)',
        '0.001',
        '100.0',
        '$share',
        '12345678901234.5',
        'r.k',
        'r.n',
      ),
      f('(#0 + #1)', number, fc.constantFrom('0.5', '1', 'r.k', 'r.n')),
      f('(#0 - #1)', number, fc.constantFrom('0.25', '3', 'r.k')),
      f(
        '(#0 * #1)',
        fc.constantFrom('r.n', 'r.k', '0.5', '1.25'),
        fc.constantFrom('0.1', '2.5', '0.01', '3'),
      ),
      f(
        '(#0 % #1)',
        fc.constantFrom('r.k', 'r.n', '7.5', '(-7.5)'),
        fc.constantFrom('2.5', '0.3', '2'),
      ),
      f('(- #0)', number),
      f('abs(#0)', number),
      ...chosen(bool, number),
    ],
  };
}

type Ties = Readonly<Record<keyof Expressions, Sql>>;

function textual(tie: Ties): Sql[] {
  const { int, text, date, bool } = tie;
  const places = fc.constantFrom('1', '2', '3', '9', '0', '(-2)', '(-9)', '$minus');
  const lengths = fc.constantFrom('0', '1', '3', '9', '(-2)');
  return [
    fc.constantFrom('r.s', 'r.u', 'r.s', "'abc'", "'微商'", "''", 'CAST(NULL AS VARCHAR)', '$word'),
    f('(#0 || #1)', text, text),
    f('lower(#0)', text),
    f('upper(#0)', text),
    f('trim(#0)', text),
    f('substr(#0, #1)', text, places),
    f('substr(#0, #1, #2)', text, places, lengths),
    f('replace(#0, #1, #2)', text, text, fc.constantFrom("'x'", "''", 'r.u')),
    f('lpad(#0, #1, #2)', text, fc.constantFrom('0', '2', '6'), fc.constantFrom("'*'", "'微😀'")),
    f('pp_ym(#0)', date),
    f('pp_sha256(#0)', text),
    f('CAST(#0 AS VARCHAR)', int),
    f('CAST(#0 AS VARCHAR)', date),
    f('CAST(#0 AS VARCHAR)', bool),
    ...chosen(bool, text),
  ];
}

function truths(tie: Ties): Sql[] {
  const { int, number, text, date, instant, bool } = tie;
  const like = fc
    .array(fc.constantFrom('%', '_', 'a', 'b', '微', '商', '😀', '.'), { maxLength: 5 })
    .map((parts) => sqlLiteral(parts.join('')));
  const shares = fc.constantFrom('0.25', '1', '0', '(-1.5)', 'r.x', '0.3');
  return [
    fc.constantFrom('r.b', 'r.c', 'TRUE', 'FALSE', 'CAST(NULL AS BOOLEAN)'),
    f('(#0 AND #1)', bool, bool),
    f('(#0 OR #1)', bool, bool),
    f('(#0 OR #1 AND #2)', bool, bool, bool),
    f('(NOT #0)', bool),
    f('(#0 IS NULL)', bool),
    f('(#0 = #1)', bool, bool),
    f('(#0 LIKE #1)', text, like),
    f('(#0 NOT LIKE #1)', text, like),
    f('pp_match(#0, #1)', text, patterns()),
    f('pp_match(#0, #1)', fc.constantFrom('r.s', 'r.u'), patterns()),
    f('pp_starts(#0, #1)', text, text),
    f('(pp_ratio(#0, #1) #2 #3)', int, int, signs, shares),
    f('(r.x #0 #1)', signs, number),
    ...compared(int),
    ...compared(number, int),
    ...compared(text),
    ...compared(date),
    ...compared(date, fc.constantFrom("'2024-02-29'", 'NULL', "DATE '1969-12-31'")),
    ...compared(instant),
    ...chosen(bool, bool),
  ];
}

/** Builds every kind of expression at once, since each kind contains the others. */
export function expressions(): fc.Arbitrary<Expressions> {
  const deep = { maxDepth: 4, depthIdentifier: 'row' } as const;
  const built = fc.letrec<Expressions>((tie) => {
    const all: Ties = {
      int: tie('int') as Sql,
      number: tie('number') as Sql,
      text: tie('text') as Sql,
      date: tie('date') as Sql,
      instant: tie('instant') as Sql,
      bool: tie('bool') as Sql,
    };
    const { int, number } = numbers(all);
    const months = fc.constantFrom('1', '(-12)', 'r.k', '$seven', '13');
    return {
      int: fc.oneof(deep, ...int),
      number: fc.oneof(deep, ...number),
      text: fc.oneof(deep, ...textual(all)),
      date: fc.oneof(
        deep,
        fc.constantFrom('r.d', 'r.e', "DATE '2024-02-29'", '$as_of', 'CAST(NULL AS DATE)'),
        f('pp_date(#0)', all.instant),
        f('pp_date(#0)', fc.constantFrom('r.t', 'r.v')),
        f('pp_add_days(#0, #1)', all.date, fc.constantFrom('1', '(-366)', 'r.k', '$minus')),
        f('pp_add_months(#0, #1)', all.date, months),
        f('pp_add_working_days(#0, #1)', near, fc.constantFrom('1', '0', '(-3)', '7', 'r.k')),
        f('pp_next_working(#0)', near),
        ...chosen(all.bool, all.date),
      ),
      instant: fc.oneof(
        deep,
        fc.constantFrom('r.t', 'r.v', "TIMESTAMP '2024-03-31 01:00:00'", 'CAST(NULL AS TIMESTAMP)'),
        ...chosen(all.bool, all.instant),
      ),
      bool: fc.oneof(deep, ...truths(all)),
    };
  });
  return fc.record(built);
}

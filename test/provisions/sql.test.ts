import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandSql } from '../../src/provisions/sql/expand.ts';
import { patternFault } from '../../src/provisions/sql/pattern.ts';
import { meaningful, tokenize } from '../../src/provisions/sql/tokens.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_125);
const values = {
  as_of: '2024-06-30',
  time_zone: 'Asia/Shanghai',
  calendar: 'CN',
  parameters: { n: 3, word: "it's" },
};

function duck(sql: string): string {
  return expandSql(sql, 'duckdb', values);
}

describe('tokenize', () => {
  it(`loses and changes nothing, whatever the text (seed ${seed})`, () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      '`',
      '--',
      '/*',
      '*/',
      '$',
      '$n',
      'pp_days',
      '(',
      ')',
      ',',
      ' ',
      '\n',
      '中',
      'a1',
      '1e',
      '.5',
      '::',
      '<=',
      '=>',
      '~*',
      '\\',
      '😀',
      '\0',
    );
    const text = fc.oneof(
      fc.array(piece).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (sql) => {
        const tokens = tokenize(sql);
        expect(tokens.map((one) => one.text).join('')).toBe(sql);
        expect(tokens.every((one) => one.text !== '' && sql.startsWith(one.text, one.start))).toBe(
          true,
        );
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('knows strings, comments in comments, names, numbers and operators', () => {
    const sql = 'SELECT \'it\'\'s /* -- \' /* a /* b */ c */ <= $days -- rest\n+ 1.5e-3 || "x""y"';
    expect(meaningful(tokenize(sql)).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'word SELECT',
      "string 'it''s /* -- '",
      'symbol <=',
      'parameter $days',
      'symbol +',
      'number 1.5e-3',
      'symbol ||',
      'quoted_name "x""y"',
    ]);
  });
});

describe('expandSql', () => {
  it.each([
    ['$n + 1', '3 + 1'],
    ['$word', "'it''s'"],
    ['$as_of', "DATE '2024-06-30'"],
    ["'$n pp_ym(x)' -- $n", "'$n pp_ym(x)' /* $n*/"],
    ['/* pp_ym($n) */ x', '/* pp_ym($n) */ x'],
    ['pp_sha256( a )', 'sha256( a )'],
    ['PP_SHA256(a)', 'sha256(a)'],
    ['pp_sha256 (a)', 'sha256(a)'],
    ["pp_starts(f(a, b), 'x,(')", "starts_with(f(a, b),  'x,(')"],
    ['pp_sha256(pp_ym(d))', "sha256(strftime((d) + 0, '%Y-%m'))"],
    ['my_pp_ym(d)', 'my_pp_ym(d)'],
    ['pp_ym', 'pp_ym'],
    ["pp_sha256('$1 $2')", "sha256('$1 $2')"],
    ['pp_sha256(a -- why\n)', 'sha256(a /* why*/\n)'],
  ])('%s', (sql, expected) => {
    expect(duck(sql)).toBe(expected);
  });

  it('puts a minus sign in parentheses and doubles backslashes for Spark', () => {
    const given = { ...values, parameters: { n: -3, word: '\\.' } };
    expect(expandSql('1 - $n', 'duckdb', given)).toBe('1 - (-3)');
    expect(expandSql("'a\\b' || $word", 'spark', given)).toBe("'a\\\\b' || '\\\\.'");
    expect(expandSql('CAST(x AS VARCHAR)', 'spark', given)).toBe('CAST(x AS STRING)');
  });

  it('keeps every line on its line', () => {
    const sql = "pp_days(\n  a,\n  b)\n  > $n -- x\n  AND pp_match(t, 'x')";
    expect(duck(sql).split('\n')).toHaveLength(sql.split('\n').length);
  });
});

describe('patternFault', () => {
  it.each([
    ['保本|稳赚', null],
    ['^[0-9a-z_]{1,1000}$', null],
    ['a\\.b\\(c\\)', null],
    ['[^a\\]b]+', null],
    ['(a|b)?c?', null],
    ['(a|b)*c', '*'],
    ['(a+)+$', '+'],
    ['(ab){2}', '{2}'],
    ['a{1001}', '{1001}'],
    ['a{2,1001}', '{2,1001}'],
    ['(?=a)b', '(?=a)b'],
    ['(?:a)', '(?:a)'],
    ['a*?', '?'],
    ['a++', '+'],
    ['*a', '*'],
    ['(*a)', '*'],
    ['\\d+', '\\d+'],
    ['(a)\\1', '\\1'],
    ['\\bx', '\\bx'],
    ['[[:alpha:]]', '[[:alpha:]]'],
    ['[a&&b]', '[a&&b]'],
    ['a{3,2}', '{3,2}'],
    ['[c-a]', '[c-a]'],
    ['[a-c-e]', '[a-c-e]'],
    ['[-a-]', null],
    ['\\。', '\\。'],
    ['\\_', null],
    ['(a', '(a'],
    ['a)', ')'],
    ['[a', '[a'],
  ])('%s → %s', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
  });
});

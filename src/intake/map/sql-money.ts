import { halfWidthSql } from './sql-clean.ts';

/** Currency signs and words (¥ in both widths among them), thousands commas and blanks. */
const ornaments = '(?i)(rmb|cny|usd|eur|人民币|[\\x{a5}\\x{ffe5}$€£元圆,\\s])';

/** Bare decimal text: ornaments off, full-width folded, '(12)' as '-12'. */
export function plainMoneySql(text: string): string {
  const bare = `regexp_replace(${halfWidthSql(text)}, '${ornaments}', '', 'g')`;
  return `regexp_replace(${bare}, '^\\((.*)\\)$', '-\\1')`;
}

/**
 * Plain decimal text → exact minor units, never through a float. Exponents are refused: a
 * spreadsheet that wrote one has already lost digits. Decimals beyond the minor unit are rounded
 * half away from zero (the cast looks only at the first dropped digit, and that decides it) and
 * flagged by `isRoundedMoneySql`.
 */
export function moneyMajorSql(plain: string, decimals: number): string {
  return `CASE WHEN regexp_full_match(${plain}, '[+-]?([0-9]{1,17}(\\.[0-9]*)?|\\.[0-9]+)')
    THEN TRY_CAST(TRY_CAST(${plain} AS DECIMAL(20, ${decimals})) * ${10 ** decimals} AS BIGINT)
    END`;
}

/** Whether `moneyMajorSql` dropped a digit that was not zero. */
export function isRoundedMoneySql(plain: string, decimals: number): string {
  return `regexp_matches(${plain}, '\\.[0-9]{${decimals}}[0-9]*[1-9]')`;
}

/** Whole minor units; a fraction of zeros is tolerated, any other is not a count of fen. */
export function moneyMinorSql(plain: string): string {
  return `CASE WHEN regexp_full_match(${plain}, '[+-]?[0-9]{1,18}(\\.0*)?')
    THEN TRY_CAST(regexp_replace(${plain}, '\\.0*$', '') AS BIGINT) END`;
}

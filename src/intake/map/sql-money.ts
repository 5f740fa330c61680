import { halfWidthSql } from './sql-clean.ts';
import type { SqlStep } from './sql-step.ts';

/** ISO 4217 codes that exports of shops write beside their amounts. */
export const currencyCodes =
  'CNY|USD|EUR|GBP|JPY|HKD|TWD|MOP|SGD|MYR|THB|PHP|IDR|VND|KRW|AUD|NZD|CAD|INR|BRL|MXN|CHF|AED|SAR';

/** Currency signs and words (¥ in both widths among them), thousands commas and blanks. */
const ornaments =
  `(?i)(rmb|${currencyCodes}|人民币|港币|美元|us\\$|hk\\$|nt\\$|` +
  '[\\x{a5}\\x{ffe5}$€£₩₫฿元圆,\\s])';

/** Up to this many characters, value and scaling fit 64-bit decimals, which are much faster. */
const shortMoney = 12;

/** Steps to bare decimal text: full-width folded, ornaments off, '(12)' as '-12'. */
export const plainMoney: readonly SqlStep[] = [
  halfWidthSql,
  (text) => `CASE WHEN TRY_CAST(${text} AS DOUBLE) IS NULL
    THEN regexp_replace(regexp_replace(${text}, '${ornaments}', '', 'g'), '^\\((.*)\\)$', '-\\1')
    ELSE ${text} END`,
];

/**
 * Plain decimal text → exact minor units, never through a float. Exponents are refused: a
 * spreadsheet that wrote one has already lost digits. Decimals beyond the minor unit are rounded
 * half away from zero (the cast looks only at the first dropped digit, and that decides it) and
 * flagged by `isRoundedMoneySql`.
 */
export function moneyMajorSql(plain: string, decimals: number): string {
  const scaled = (width: number): string =>
    `TRY_CAST(TRY_CAST(${plain} AS DECIMAL(${width}, ${decimals})) * ${10 ** decimals} AS BIGINT)`;
  return `CASE WHEN NOT regexp_full_match(${plain}, '[+-]?([0-9]{1,15}([.][0-9]*)?|[.][0-9]+)')
    THEN NULL WHEN strlen(${plain}) <= ${shortMoney} THEN ${scaled(18)} ELSE ${scaled(30)} END`;
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

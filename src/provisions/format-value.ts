import { moneyText } from '../model/money-text.ts';
import { minorDigitsOf } from '../model/money-units.ts';
import type { EvidenceValue } from '../model/provision.ts';

type Language = 'en' | 'zh';

/**
 * An evidence value as people read it. The column's name tells its unit: `*_minor` is money,
 * `*_ratio` a share, `term` an entry of a term list. Never through a float where the value is an
 * integer.
 */
export function formatValue(
  column: string,
  value: EvidenceValue,
  language: Language,
  currency: string,
): string {
  if (value === null) return language === 'zh' ? '（未提供）' : '(not supplied)';
  if (typeof value === 'boolean') return yesNo[language][value ? 0 : 1] ?? '';
  if (column.endsWith('_minor') && /^-?\d+$/.test(String(value))) {
    return formatMoney(String(value), language, currency);
  }
  if (column.endsWith('_ratio') && typeof value === 'number') {
    return `${(value * 100).toFixed(2).replace(/\.?0+$/, '')}%`;
  }
  return column === 'term' ? formatTerm(String(value), language) : String(value);
}

/** One that stands for many texts is told by the first: `(全国|全网)第(一|1)` by '全国第一'. */
function formatTerm(term: string, language: Language): string {
  const first = firstText(term);
  if (first === term) return term;
  return language === 'zh' ? `${first}等写法` : `${first} and the like`;
}

/** Innermost brackets give way to the first of their alternatives, until there are none. */
function firstText(term: string): string {
  const next = term.replaceAll(/\(([^()|]*)[^()]*\)/g, '$1');
  return next === term ? (term.split('|')[0] ?? '') : firstText(next);
}

const yesNo = { en: ['yes', 'no'], zh: ['是', '否'] } as const;

/** Minor units as an amount: 139900 of CNY is '1,399.00 元', 'CNY 1,399.00'. */
export function formatMoney(minor: string, language: Language, currency: string): string {
  return moneyText(minor, currency, minorDigitsOf(currency))[language];
}

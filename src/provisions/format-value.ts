import { moneyText } from '../model/money-text.ts';
import { minorDigitsOf } from '../model/money-units.ts';
import type { EvidenceValue } from '../model/provision.ts';

type Language = 'en' | 'zh';

/**
 * An evidence value as people read it. The column's name tells its unit: `*_minor` is money,
 * `*_ratio` a share. Never through a float where the value is an integer.
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
  return String(value);
}

const yesNo = { en: ['yes', 'no'], zh: ['是', '否'] } as const;

/** Minor units as an amount: 139900 of CNY is '1,399.00 元', 'CNY 1,399.00'. */
export function formatMoney(minor: string, language: Language, currency: string): string {
  return moneyText(minor, currency, minorDigitsOf(currency))[language];
}

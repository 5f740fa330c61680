import type { Localised } from './localised.ts';
import { minorDigitsOf } from './money-units.ts';

/** 1234567 as '1,234,567': the same in both languages, and in every locale. */
export function grouped(value: number | string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(.*)$/s.exec(String(value)) ?? [];
  if (whole === '') return String(value);
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}

/** Minor units as a plain decimal number: 39900 with two digits is '399.00'. Exact. */
export function decimalText(minor: number | string, digits: number): string {
  const text = String(minor);
  const sign = text.startsWith('-') ? '-' : '';
  const padded = text.replace('-', '').padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${padded.slice(-digits)}`;
}

/** An amount as people read it: '1,399.00 元' or 'CNY 1,399.00'. */
export function moneyText(minor: number | string, currency: string, digits: number): Localised {
  const number = grouped(decimalText(minor, digits));
  const en = `${currency} ${number}`;
  return { en, zh: currency === 'CNY' ? `${number} 元` : en };
}

/** How amounts of an ISO 4217 currency are written. */
export function moneyIn(currency: string): (minor: number | string) => Localised {
  return (minor) => moneyText(minor, currency, minorDigitsOf(currency));
}

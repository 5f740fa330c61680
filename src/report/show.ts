import type { Localised } from '../model/localised.ts';
import { limits } from '../model/limits.ts';
import { decimalText, moneyText } from '../model/money-text.ts';
import type { EvidenceValue } from '../model/provision.ts';
import type { ReportMoney } from '../model/report.ts';
import { texts } from './texts.ts';

export { grouped } from '../model/money-text.ts';

export type Language = keyof Localised;

/** What a reader must see and could not: controls, direction marks, zero-width characters. */
const hidden = new RegExp(
  [
    String.raw`[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e`,
    String.raw`\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]`,
  ].join(''),
  'gu',
);

/**
 * Text of the data as it can be shown anywhere: hidden characters become visible marks, halves
 * of surrogate pairs U+FFFD, and what is longer than `most` characters is cut with an ellipsis.
 */
export function visible(text: string, most: number = limits.shown_chars_max): string {
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  return cut.toWellFormed().replace(hidden, markOf);
}

function markOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}

type Currency = Pick<ReportMoney, 'currency' | 'minor_units'>;

/** Minor units as a plain decimal number: 39900 with 100 to one is '399.00'. Exact. */
export function decimal(minor: number | string, { minor_units }: Pick<Currency, 'minor_units'>) {
  return decimalText(minor, digitsOf(minor_units));
}

/** An amount as people read it: '1,399.00 元' or 'CNY 1,399.00'. */
export function amount(minor: number | string, { currency, minor_units }: Currency): Localised {
  return moneyText(minor, currency, digitsOf(minor_units));
}

/** 100 minor units to one are two digits. */
function digitsOf(minor_units: number): number {
  return String(minor_units).length - 1;
}

/** A share of 0 to 1 as a percentage with at most two decimals. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(2).replace(/\.?0+$/, '')}%`;
}

/** A mean of levels. */
export function level(mean: number): string {
  return mean.toFixed(2);
}

export function bytes(size: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let [value, unit] = [size, 0];
  while (value >= 1024 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1];
  return unit === 0 ? `${size} B` : `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}

/** One evidence value; the column's name tells its unit (`*_minor` money, `*_ratio` a share). */
export function evidence(column: string, value: EvidenceValue, money: Currency): Localised {
  if (value === null) return texts.not_supplied;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (column.endsWith('_minor') && /^-?\d+$/.test(String(value))) return amount(value, money);
  const text = ratioOrText(column, value);
  return { en: text, zh: text };
}

function ratioOrText(column: string, value: number | string): string {
  if (typeof value === 'string') return visible(value);
  return column.endsWith('_ratio') ? percent(value) : String(value);
}

/** The same text in both languages. */
export function same(text: string): Localised {
  return { en: text, zh: text };
}

import type { ColumnType } from '../../model/table-shape.ts';
import type { RawColumn } from '../../model/snapshot.ts';
import { currencyCodes } from '../map/sql-money.ts';
import type { ColumnProfile } from './profile.ts';

/**
 * Whether a raw column can carry a canonical type: from its values where it has any, else from
 * its declared type. 1 yes, 0 no; between, where values are too few to say.
 */
export function canCarry(
  type: ColumnType,
  column: RawColumn,
  profile: ColumnProfile | undefined,
): number {
  if (profile === undefined || profile.filled === 0) return declaredCarries(type, column) ? 1 : 0;
  const share = (count: number): number => count / profile.filled;
  switch (type) {
    case 'instant':
    case 'date':
      return share(profile.times + profile.unix_s + profile.unix_ms + zeros(profile)) >= 0.8 &&
        hasTime(profile)
        ? 1
        : neverTimed(column, profile);
    case 'money_minor':
    case 'double':
      return share(profile.numbers) >= 0.9 || moneyText(profile) ? 1 : 0;
    case 'int':
      return share(profile.integers) >= 0.9 ? 1 : 0;
    case 'bool':
      return profile.distinct <= 12 || hasTime(profile) ? 1 : 0;
    case 'id':
      return profile.chars_max <= 255 &&
        profile.fractions === 0 &&
        !moneyDeclared(column) &&
        share(profile.times) < 0.5
        ? 1
        : 0;
    case 'text':
      return 1;
  }
}

function zeros(profile: ColumnProfile): number {
  return profile.filled - profile.meant;
}

function hasTime(profile: ColumnProfile): boolean {
  return profile.times + profile.unix_s + profile.unix_ms > 0;
}

/** A time column in which nothing has happened yet: all zero, declared as a time or a number. */
function neverTimed(column: RawColumn, profile: ColumnProfile): number {
  return profile.meant === 0 && declaredCarries('instant', column) ? 0.9 : 0;
}

const money = String.raw`[¥¥$€£]|(us|hk|nt)\$|rmb|${currencyCodes}`;
const moneyLike = new RegExp(
  String.raw`^(${money})?\s*-?[\d,]+(\.\d+)?\s*(元|圆|yuan|${money})?$`,
  'i',
);

/** ¥1,234.00, 12元 and USD 5.00 are money too. */
function moneyText(profile: ColumnProfile): boolean {
  return profile.values.length > 0 && profile.values.every((value) => moneyLike.test(value));
}

function moneyDeclared(column: RawColumn): boolean {
  return (
    /^(decimal|numeric|double|float|money|real)\b/i.test(column.type ?? '') &&
    !/\(\s*\d+\s*(,\s*0\s*)?\)/.test(column.type ?? '')
  );
}

function declaredCarries(type: ColumnType, column: RawColumn): boolean {
  const declared = (column.type ?? '').toLowerCase();
  if (declared === '') return true;
  const time = /date|time/.test(declared);
  const number = /int|dec|num|float|double|money|real|serial/.test(declared);
  const text = /char|text|string|clob|enum/.test(declared);
  switch (type) {
    case 'instant':
    case 'date':
      return time || /^(big)?int|^integer|^varchar|^char|^numeric/.test(declared);
    case 'money_minor':
    case 'double':
      return (
        (number && !declared.startsWith('tinyint')) || (text && /^varchar|^char/.test(declared))
      );
    case 'int':
      return number || declared.startsWith('varchar');
    case 'bool':
      return !time || /delete/i.test(column.name);
    case 'id':
      return (
        (!time && !/text|blob|json|dec|float|double|money/.test(declared)) || moneyless(declared)
      );
    case 'text':
      return !/blob/.test(declared);
  }
}

function moneyless(declared: string): boolean {
  return /^decimal\(\s*\d+\s*(,\s*0\s*)?\)|^(tiny)?text/.test(declared);
}

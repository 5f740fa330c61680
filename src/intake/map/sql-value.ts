import { sqlText } from '../../engine/duckdb.ts';
import type { Column } from '../../model/table-shape.ts';
import type { ColumnMapping, Reading } from '../mapping.ts';
import { halfWidthSql, unwrappedSql, withoutSql } from './sql-clean.ts';
import { isRoundedMoneySql, moneyMajorSql, moneyMinorSql, plainMoney } from './sql-money.ts';
import { hmacSql, isMaskedSql, normalisedContact } from './sql-pseudonym.ts';
import type { SqlStep } from './sql-step.ts';
import { form } from './text-forms.ts';
import { dateSql, instantSql, isFinerThanSecondsSql, plainTime, yearFirstSql } from './sql-time.ts';

/** What reading a value needs to know beside the value. */
export interface ValueContext {
  readonly reading: Reading;
  readonly shape: Column;
  readonly none: readonly string[];
  readonly time_zone: string;
  /** Decimals of the currency's major unit: 2 for CNY, 0 for JPY. */
  readonly money_decimals: number;
  /** Key of pseudonyms. */
  readonly person_key: Uint8Array;
}

/** BIT(1) columns arrive as a byte 1 or 0, or as the literal of a dump. */
const trueWords = [
  ...['1', 'true', 'yes', 'y', 't', 'on', '是', '有', "b'1'"].map(sqlText),
  'chr(1)',
];
const falseWords = [...['0', 'false', 'no', 'n', 'f', 'off', '否', "b'0'"].map(sqlText), 'chr(0)'];

/**
 * Steps from trimmed raw text to the text a value is read from, NULL for "none". Codes are
 * translated before the reading, so that a code may stand for anything its column can hold.
 * Of texts whose forms are known, those that none of them needs are left out.
 */
export function preparing(
  mapping: Pick<ColumnMapping, 'codes' | 'blank'>,
  context: ValueContext,
  forms: number = form.other,
): SqlStep[] {
  const clean = (forms & form.other) === 0;
  const ascii = clean && mapping.codes === undefined && (forms & form.text) === 0;
  return allSteps(mapping, context).filter(
    (step) => !(clean && step === unwrappedSql) && !(ascii && step === halfWidthSql),
  );
}

function allSteps(
  mapping: Pick<ColumnMapping, 'codes' | 'blank'>,
  context: ValueContext,
): SqlStep[] {
  const { reading, none, shape } = context;
  const { codes, blank = [] } = mapping;
  return [
    unwrappedSql,
    ...(none.length === 0 ? [] : [(text: string) => withoutSql(text, none)]),
    ...(codes === undefined ? [] : [(text: string) => codesSql(text, codes)]),
    ...(blank.length === 0 ? [] : [(text: string) => blankSql(text, blank)]),
    ...readingSteps(reading, shape),
  ];
}

function readingSteps(reading: Reading, shape: Column): readonly SqlStep[] {
  switch (reading) {
    case 'money_major':
    case 'money_minor':
      return plainMoney;
    case 'unix_s':
    case 'unix_ms':
    case 'datetime':
      return plainTime;
    case 'month_first':
    case 'day_first':
      return [yearFirstSql(reading === 'month_first'), ...plainTime];
    case 'pseudonym':
      return normalisedContact;
    case 'int':
    case 'ratio':
    case 'percent':
      return [halfWidthSql, (text) => `replace(${text}, ',', '')`];
    default:
      return shape.type === 'bool' ? [(text) => `lower(${text})`] : [];
  }
}

/** Prepared text → the canonical value; NULL where it cannot be read. */
export function valueSql(prepared: string, context: ValueContext): string {
  const { reading, shape, time_zone, money_decimals } = context;
  switch (reading) {
    case 'id':
      return `CASE WHEN NOT regexp_full_match(${prepared}, '[0-9]([.][0-9]+)?[eE][+][0-9]+')
        THEN ${prepared} END`;
    case 'text':
      return prepared;
    case 'int':
      return `CASE WHEN regexp_full_match(${prepared}, '[+-]?[0-9]{1,19}([.]0*)?')
        THEN TRY_CAST(regexp_replace(${prepared}, '[.]0*$', '') AS BIGINT) END`;
    case 'money_major':
      return moneyMajorSql(prepared, money_decimals);
    case 'money_minor':
      return moneyMinorSql(prepared);
    case 'unix_s':
    case 'unix_ms':
    case 'datetime':
    case 'month_first':
    case 'day_first':
      return shape.type === 'date'
        ? dateSql(prepared, time_zone)
        : instantSql(prepared, time_zone, reading.startsWith('unix'));
    case 'bool':
      return boolSql(prepared);
    case 'code':
      return shape.type === 'bool' ? boolSql(prepared) : closedCodeSql(prepared, shape);
    case 'pseudonym':
      return hmacSql(prepared, context.person_key);
    case 'ratio':
      return ratioSql(prepared, 1);
    case 'percent':
      return ratioSql(prepared, 100);
  }
}

/**
 * What is odd about a value that was read, as a letter of `oddities`; NULL for nothing.
 * `raw` is the text before preparation.
 */
export function oddSql(raw: string, prepared: string, context: ValueContext): string {
  const { reading, shape, money_decimals } = context;
  switch (reading) {
    case 'money_major':
      return `CASE WHEN ${isRoundedMoneySql(prepared, money_decimals)} THEN 'r' END`;
    case 'unix_s':
      return `CASE WHEN ${isFinerThanSecondsSql(prepared)} THEN 'f' END`;
    case 'pseudonym':
      return `CASE WHEN ${prepared} IS NULL AND ${isMaskedSql(raw)} THEN 'm' END`;
    case 'code':
      return shape.values === undefined
        ? 'NULL'
        : `CASE WHEN ${prepared} NOT IN (${shape.values.map(sqlText).join(', ')}) THEN 'c' END`;
    default:
      return 'NULL';
  }
}

export function codesSql(text: string, codes: Readonly<Record<string, string>>): string {
  const { '*': other, '': none = '', ...named } = codes;
  const arms = Object.entries(named).map(
    ([raw, to]) => `WHEN ${text} = ${sqlText(raw)} THEN ${target(to)}`,
  );
  const rest = other === undefined ? text : target(other);
  return `CASE WHEN ${text} IS NULL THEN ${target(none)} ${arms.join(' ')} ELSE ${rest} END`;
}

export function blankSql(text: string, blank: readonly string[]): string {
  return `CASE WHEN ${text} IN (${blank.map(sqlText).join(', ')}) THEN '' ELSE ${text} END`;
}

function target(code: string): string {
  return code === '' ? 'NULL' : sqlText(code);
}

function closedCodeSql(text: string, { values }: Column): string {
  if (values === undefined) return text;
  const list = values.map(sqlText).join(', ');
  return `CASE WHEN ${text} IN (${list}) THEN ${text} WHEN ${text} IS NOT NULL THEN 'other' END`;
}

function boolSql(text: string): string {
  return `CASE WHEN ${text} IN (${trueWords.join(', ')}) THEN true
    WHEN ${text} IN (${falseWords.join(', ')}) THEN false
    WHEN regexp_full_match(${text}, '[0-9]+([.][0-9]+)?')
    THEN TRY_CAST(${text} AS DOUBLE) <> 0 END`;
}

function ratioSql(text: string, divisor: number): string {
  const bare = `rtrim(${text}, '%')`;
  return `CASE WHEN regexp_full_match(${bare}, '[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)')
    THEN TRY_CAST(${bare} AS DOUBLE)
      / CASE WHEN ends_with(${text}, '%') THEN 100 ELSE ${divisor} END END`;
}

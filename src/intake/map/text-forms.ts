import { sqlText } from '../../engine/duckdb.ts';
import { steadyOffset } from '../../model/zone-offset.ts';
import { outerBlanks } from './sql-clean.ts';

/**
 * Forms of raw text, one bit each; a text is of the first it fits. What is of any but `other` is
 * read as it stands: no blanks around it, no spreadsheet's wrapper, no word for "none".
 */
export const form = {
  empty: 1,
  zero: 2,
  one: 4,
  /** Ten digits: seconds of the years 2001 to 2286. */
  seconds: 8,
  /** Up to twelve digits. */
  whole: 16,
  /** Up to eleven digits with a sign, or eight with one or two decimals. */
  signed: 32,
  decimal: 64,
  /** 'YYYY-MM-DD hh:mm:ss', from the day on which the zone has had one offset. */
  time: 128,
  /** 'YYYY-MM-DD', from that day. */
  date: 256,
  /** Any other in ASCII. */
  word: 512,
  /** Any other. */
  text: 1024,
  other: 2048,
} as const;

/** What digits alone can be. */
export const digitForms = form.zero | form.one | form.seconds | form.whole;

/** What a number can be that needs no ornament taken off. */
export const numberForms = digitForms | form.signed | form.decimal;

/** Exact and short forms of the SQL below; a value that no arm knows is `other`. */
const day = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
const arms: readonly (readonly [form: number, pattern: string])[] = [
  [form.seconds, '[1-9][0-9]{9}'],
  [form.whole, '[0-9]{1,12}'],
  [form.signed, '-[0-9]{1,11}'],
  [form.decimal, '-?[0-9]{1,8}[.][0-9]{1,2}'],
];

/** SQL of the form of a text that is not NULL. */
export function formSql(text: string, time_zone: string): string {
  const from = sqlText(plainTimesFrom(time_zone));
  const matches = (pattern: string): string => `regexp_full_match(${text}, '${pattern}')`;
  return `CASE ${text} WHEN '' THEN ${form.empty} WHEN '0' THEN ${form.zero}
    WHEN '1' THEN ${form.one} ELSE CASE
    ${arms.map(([bit, pattern]) => `WHEN ${matches(pattern)} THEN ${bit}`).join(' ')}
    WHEN ${matches(`${day} [0-9]{2}:[0-9]{2}:[0-9]{2}`)}
      AND TRY_CAST(${text} AS TIMESTAMP) >= CAST(${from} AS TIMESTAMP) THEN ${form.time}
    WHEN ${matches(day)} AND TRY_CAST(${text} AS DATE) >= CAST(${from} AS DATE) THEN ${form.date}
    WHEN trim(${text}, ${sqlText(outerBlanks)}) <> ${text} OR left(${text}, 1) IN ('=', '''')
      OR lower(${text}) = 'null' OR ${matches('[0-9]([.][0-9]+)?[eE][+][0-9]+')} THEN ${form.other}
    WHEN strlen(${text}) = length(${text}) THEN ${form.word} ELSE ${form.text} END END`;
}

/**
 * From this day on a local time is no software's way to say "never", and where the zone's offset
 * is steady it is that.
 */
function plainTimesFrom(time_zone: string): string {
  const since = steadyOffset(time_zone)?.since ?? '1970-01-01';
  return new Date(Date.parse(since) + 366 * 86_400_000).toISOString().slice(0, 10);
}

/** The form of a constant of a mapping: a code, or one that nothing is said of. */
export function formOfConstant(text: string): number {
  if (text === '0') return form.zero;
  if (text === '1') return form.one;
  if (/^[1-9][0-9]{0,8}$/.test(text)) return form.whole;
  return /^[a-z_]+$/.test(text) && text !== 'null' ? form.word : form.other;
}

import type { EvidenceValue } from './provision.ts';

/**
 * A spreadsheet takes a cell that begins like this for a formula (OWASP, CSV injection);
 * what it may skip over before deciding (spaces, controls, zero-width marks) is skipped here too.
 */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** Most cells are ids, dates, amounts: nothing in them needs a closer look, and millions come. */
const harmless = /^[0-9A-Za-z][\w.:-]*$/;

/** A number in plain notation is no formula, minus sign or not. */
const number = /^-?\d+(\.\d+)?$/;

/**
 * One cell of a CSV file for spreadsheets (RFC 4180 quoting). Text that would come alive gets an
 * apostrophe before it, which spreadsheets use themselves to mark text.
 */
export function csvCell(value: EvidenceValue): string {
  if (value === null) return '';
  const text = String(value);
  if (harmless.test(text)) return text;
  const live = typeof value === 'string' && formula.test(text) && !number.test(text);
  const safe = live ? `'${text}` : text;
  // oxlint-disable-next-line no-control-regex -- spreadsheets cut a file at NUL
  const whole = safe.toWellFormed().replace(/\0/g, '\u2400');
  return /[",\r\n;\t]|^\s|\s$/.test(whole) ? `"${whole.replaceAll('"', '""')}"` : whole;
}

export function csvLine(values: readonly EvidenceValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

/** Tells Excel that the file is UTF-8. */
export const byteOrderMark = '\ufeff';

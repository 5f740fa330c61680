import { dayNumber, dayText } from '../model/days.ts';
import type { Issue } from '../model/issue.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { limits } from '../model/limits.ts';
import type { Field } from './rules.ts';
import { refusal } from './outcome.ts';
import { readParties } from './read-parties.ts';

/** What is wrong with the data of a step: the first thing, in the order of the rule's fields. */
export function checkData(
  step: string,
  fields: Readonly<Record<string, Field>>,
  data: JsonObject,
): Issue | null {
  for (const name of Object.keys(data)) {
    if (!Object.hasOwn(fields, name))
      return refusal('casework.data_unknown', { step, field: shown(name) });
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) {
      if (field.optional) continue;
      return refusal('casework.data_missing', { step, field: name });
    }
    if (!fits(field, value))
      return refusal('casework.data_wrong', { step, field: name, wanted: wantedOf(field) });
  }
  return null;
}

/** A name from outside, short enough to repeat. */
export function shown(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

function fits(field: Field, value: JsonValue): boolean {
  switch (field.is) {
    case 'text':
      return isText(value, field.chars_max ?? limits.casework_text_chars_max);
    case 'id':
      return isText(value, limits.casework_id_chars_max);
    case 'day':
      return isDay(value);
    case 'instant':
      return isInstant(value);
    case 'whole':
      return Number.isSafeInteger(value) && Number(value) >= 0;
    case 'flag':
      return typeof value === 'boolean';
    case 'digest':
      return isDigest(value);
    case 'one_of':
      return typeof value === 'string' && Object.hasOwn(field.of, value);
    case 'texts':
      return isList(value, field.least, (one) => isText(one, limits.casework_text_chars_max));
    case 'ids':
      return isList(value, field.least, (one) => isText(one, limits.casework_id_chars_max), true);
    case 'digests':
      return isList(value, field.least, isDigest, true);
    case 'parties':
      return readParties(value) !== null;
  }
}

function wantedOf(field: Field): string {
  if (field.is === 'one_of') return Object.keys(field.of).join(' | ');
  if (field.is === 'text' && field.chars_max !== undefined) return `text ≤ ${field.chars_max}`;
  return field.is;
}

export function isText(value: unknown, chars_max: number): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= chars_max;
}

/** A day of the calendar: 2026-02-30 is none. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const number = dayNumber(value);
  return Number.isFinite(number) && dayText(number) === value;
}

/** `2026-04-15T08:00:00.000Z`, the one form an instant has. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !isDay(value.slice(0, 10))) return false;
  return /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(value.slice(10));
}

function isDigest(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function isList(
  value: JsonValue,
  least: number,
  each: (one: unknown) => boolean,
  distinct = false,
): boolean {
  if (!Array.isArray(value)) return false;
  const { length } = value;
  if (length < least || length > limits.casework_list_max) return false;
  return value.every(each) && (!distinct || new Set(value).size === length);
}

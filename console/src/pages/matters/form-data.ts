import { minorDigitsOf } from '../../../../src/model/money-units.ts';
import type { FormField } from './read-fields.ts';

/** What stands in the controls: texts as they were written, and flags. */
export type FormValues = Readonly<Record<string, string | boolean>>;

/** What is wrong with a field: nothing written, or not what it asks for. */
export type FieldFault = 'missing' | 'no_number' | 'no_money' | 'no_digest';

export interface FormData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly faults: Readonly<Partial<Record<string, FieldFault>>>;
}

/**
 * The data of a step out of what was written; a field with a fault is not in it. Amounts are in
 * the currency of the matter, or in minor units where it has none.
 */
export function formData(
  fields: readonly FormField[],
  values: FormValues,
  currency: string | null = null,
): FormData {
  const data: Record<string, unknown> = {};
  const faults: Record<string, FieldFault> = {};
  for (const field of fields) {
    const { name } = field;
    const value = values[name] ?? '';
    if (field.is === 'flag') {
      data[name] = value === true;
      continue;
    }
    const text = typeof value === 'string' ? value.trim() : '';
    if (text === '') {
      if (!field.optional) faults[name] = 'missing';
      continue;
    }
    const read = valueOf(field, text, currency);
    if ('fault' in read) faults[name] = read.fault;
    else data[name] = read.value;
  }
  return { data, faults };
}

type Read = { readonly value: unknown } | { readonly fault: FieldFault };

const digest = /^[0-9a-f]{64}$/;

function valueOf({ is }: FormField, text: string, currency: string | null): Read {
  switch (is) {
    case 'whole': {
      const value = Number(text);
      return /^\d+$/.test(text) && Number.isSafeInteger(value) ? { value } : { fault: 'no_number' };
    }
    case 'money': {
      const value = minorOf(text, currency);
      return value === null ? { fault: 'no_money' } : { value };
    }
    case 'lines':
      return { value: linesOf(text) };
    case 'digests': {
      const value = linesOf(text);
      return value.every((line) => digest.test(line)) ? { value } : { fault: 'no_digest' };
    }
    case 'digest':
      return digest.test(text) ? { value: text } : { fault: 'no_digest' };
    case 'instant':
      return { value: new Date(text).toISOString() };
    default:
      return { value: text };
  }
}

/** Minor units of an amount as it is written, digit by digit: nothing is rounded. */
export function minorOf(amount: string, currency: string | null): number | null {
  const digits = currency === null ? 0 : minorDigitsOf(currency);
  const parts = /^(\d{1,13})(?:\.(\d+))?$/.exec(amount.replaceAll(/[,，\s]/g, ''));
  if (parts === null) return null;
  const [, whole = '', part = ''] = parts;
  if (part.length > digits) return null;
  const value = Number(`${whole}${part.padEnd(digits, '0')}`);
  return Number.isSafeInteger(value) ? value : null;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

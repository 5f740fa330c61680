import { types } from 'pg';

/** Instants come as UTC text with milliseconds, days as text, whole numbers as numbers. */
export const valueTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((value: string) => unknown) => {
    switch (oid) {
      case types.builtins.INT8:
        return wholeNumber;
      case int8_array:
        return wholeNumbers;
      case types.builtins.TIMESTAMPTZ:
        return instant;
      case types.builtins.DATE:
      case types.builtins.NUMERIC:
        return (text) => text;
      default:
        return types.getTypeParser(oid, format ?? 'text');
    }
  },
};

/** Object id of `bigint[]`, which the list of built-in types leaves out. */
const int8_array = 1016;

/** One-dimensional and without NULL, as the store's functions give them: `{1,2}`. */
function wholeNumbers(text: string): number[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(wholeNumber);
}

/** Positions and sizes stay far below 2^53; one that does not must not pass unseen. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond 2^53`);
  return value;
}

/** `2026-01-31 09:30:00.5+00` of a session in UTC as `2026-01-31T09:30:00.500Z`. */
function instant(text: string): string {
  const [day, time = ''] = text.replace('+00', '').split(' ');
  const [second = '', fraction = ''] = time.split('.');
  return `${day}T${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}

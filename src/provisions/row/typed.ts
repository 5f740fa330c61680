import type { Expression } from '../../model/predicate.ts';
import type { Integer } from './integer.ts';
import type { RowType } from './row-type.ts';

/**
 * A value of an expression. Dates are days, instants microseconds since 1970-01-01 UTC; a DECIMAL
 * is its digits without the point.
 */
export type Value = null | boolean | string | Integer;

/** The columns of a row, each at its own place. */
export type Slots = readonly Value[];

export type Read = (row: Slots) => Value;

/** An expression compiled: what it holds and how to read it off a row. */
export interface Typed {
  readonly type: RowType;
  readonly read: Read;
  /** It reads no column: its value is the same for every row. */
  readonly constant: boolean;
  /** A text written out, which stands for a date or an instant where one belongs. */
  readonly literal: string | null;
}

/** What is wrong with an expression that no closure can be made of. */
export class RowTypeError extends Error {
  readonly expression: Expression;

  constructor(expression: Expression, reason: string) {
    super(reason);
    this.name = 'RowTypeError';
    this.expression = expression;
  }
}

/** Reads what a row does not change once; what fails must fail where it is read. */
export function typed(type: RowType, read: Read, parts: readonly Typed[]): Typed {
  if (parts.some(({ constant }) => !constant)) {
    return { type, read, constant: false, literal: null };
  }
  try {
    return constantOf(type, read([]));
  } catch {
    return { type, read, constant: true, literal: null };
  }
}

export function constantOf(type: RowType, value: Value): Typed {
  return { type, read: () => value, constant: true, literal: null };
}

/** What is known of an expression whatever the row; undefined where that is nothing. */
export function knownValue({ constant, read }: Typed): Value | undefined {
  try {
    return constant ? read([]) : undefined;
  } catch {
    return undefined;
  }
}

/** A function of values that are not NULL; NULL where one of them is. */
export function strict(
  type: RowType,
  parts: readonly Typed[],
  work: (...values: never[]) => Value,
): Typed {
  if (parts.some((part) => knownValue(part) === null)) return constantOf(type, null);
  const apply = work as (...values: Value[]) => Value;
  const [a, b] = parts.map(({ read }) => read);
  if (a && parts.length === 1) {
    const read: Read = (row) => {
      const value = a(row);
      return value === null ? null : apply(value);
    };
    return typed(type, read, parts);
  }
  const fixed = parts[1] ? knownValue(parts[1]) : undefined;
  if (a && parts.length === 2 && fixed !== undefined) {
    const read: Read = (row) => {
      const value = a(row);
      return value === null ? null : apply(value, fixed);
    };
    return typed(type, read, parts);
  }
  if (a && b && parts.length === 2) {
    const read: Read = (row) => {
      const first = a(row);
      if (first === null) return null;
      const second = b(row);
      return second === null ? null : apply(first, second);
    };
    return typed(type, read, parts);
  }
  const read: Read = (row) => {
    const values = parts.map((part) => part.read(row));
    return values.includes(null) ? null : apply(...values);
  };
  return typed(type, read, parts);
}

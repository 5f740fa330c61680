import type { Expression } from '../../model/predicate.ts';
import { unified, converted } from './convert.ts';
import { withinDigits } from './decimal.ts';
import { add, multiply, negate, remainder, subtract, within } from './integer.ts';
import type { Integer } from './integer.ts';
import { arithmeticType, bool, nameOf, text } from './row-type.ts';
import type { Arithmetic, RowType } from './row-type.ts';
import { compareCodePoints } from './text-functions.ts';
import { RowTypeError, constantOf, knownValue, strict, typed } from './typed.ts';
import type { Read, Typed, Value } from './typed.ts';

/** Makes the closure of an operation out of those of its operands. */
export type Build = (at: Expression, parts: readonly Typed[]) => Typed;

type Order = (a: never, b: never) => boolean;

/** Numbers, days and truth values compare as they stand; text by code point. */
const orders: Readonly<Record<string, readonly [natural: Order, ofText: Order]>> = {
  '=': [equal, equal],
  '<>': [(a: Value, b: Value) => a !== b, (a: Value, b: Value) => a !== b],
  '<': [(a: number, b: number) => a < b, (a: string, b: string) => compareCodePoints(a, b) < 0],
  '<=': [(a: number, b: number) => a <= b, (a: string, b: string) => compareCodePoints(a, b) <= 0],
  '>': [(a: number, b: number) => a > b, (a: string, b: string) => compareCodePoints(a, b) > 0],
  '>=': [(a: number, b: number) => a >= b, (a: string, b: string) => compareCodePoints(a, b) >= 0],
};

function equal(a: Value, b: Value): boolean {
  return a === b;
}

function orderOf(sign: string, { kind }: RowType): Order {
  const [natural = equal, ofText = equal] = orders[sign] ?? [];
  return kind === 'text' ? ofText : natural;
}

function comparison(sign: string): Build {
  return (at, parts) => {
    const [type, sides] = unified(at, parts);
    return strict(bool, sides, orderOf(sign, type));
  };
}

/** `x BETWEEN a AND b`, in the one type of all three. */
const between: Build = (at, parts) => {
  const [type, sides] = unified(at, parts);
  const [value, low, high] = sides;
  if (!value || !low || !high) throw new RowTypeError(at, 'BETWEEN');
  const [least, most] = [orderOf('>=', type), orderOf('<=', type)];
  return conjunction(false)(at, [
    strict(bool, [value, low], least),
    strict(bool, [value, high], most),
  ]);
};

/** `x IN (…)`: NULL when it is none of them and one of them is NULL. */
const isIn: Build = (at, parts) => {
  const [, [value, ...others]] = unified(at, parts);
  const [wanted, reads] = [value?.read ?? (() => null), others.map(({ read }) => read)];
  const listed = others.map(knownValue);
  if (listed.every((one) => one !== undefined && one !== null)) {
    const members = new Set<Value>(listed);
    return strict(bool, value ? [value] : [], (one: Value) => members.has(one));
  }
  const read: Read = (row) => {
    const one = wanted(row);
    if (one === null) return null;
    let unknown = false;
    for (const other of reads) {
      const seen = other(row);
      if (seen === one) return true;
      unknown ||= seen === null;
    }
    return unknown ? null : false;
  };
  return typed(bool, read, parts);
};

const isDistinct: Build = (at, parts) => {
  const [, [a, b]] = unified(at, parts);
  if (!a || !b) throw new RowTypeError(at, 'IS DISTINCT FROM');
  return typed(bool, (row) => a.read(row) !== b.read(row), parts);
};

/** AND stops at false, OR at true; NULL is left when neither was met and something is unknown. */
function conjunction(stop: boolean): Build {
  return (at, parts) => {
    const reads = parts.map((part) => truth(at, part).read);
    const read: Read = (row) => {
      let result: boolean | null = !stop;
      for (const one of reads) {
        const value = one(row);
        if (value === stop) return stop;
        if (value === null) result = null;
      }
      return result;
    };
    return typed(bool, read, parts);
  };
}

export function truth(at: Expression, part: Typed): Typed {
  return converted(at, part, bool);
}

type Work = (a: Integer, b: Integer) => Integer | null;

const works: Readonly<Record<Arithmetic, Work>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '%': (a, b) => (b === 0 ? null : remainder(a, b)),
};

const doubles: Readonly<Record<Arithmetic, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '%': (a, b) => a % b,
};

function arithmetic(sign: Arithmetic): Build {
  return (at, parts) => {
    const [a, b] = parts;
    const type = a && b ? arithmeticType(sign, a.type, b.type) : null;
    if (!a || !b || !type) {
      throw new RowTypeError(at, parts.map((part) => nameOf(part.type)).join(` ${sign} `));
    }
    if (a.type.kind === 'null' || b.type.kind === 'null') return constantOf(type, null);
    const work = works[sign];
    if (type.kind === 'double') {
      return strict(type, [converted(at, a, type), converted(at, b, type)], doubles[sign]);
    }
    if (type.kind === 'int') {
      const { bits } = type;
      return strict(type, [a, b], (x: Integer, y: Integer) => {
        const result = work(x, y);
        return result === null ? null : within(result, bits);
      });
    }
    const { width } = type as Extract<RowType, { kind: 'decimal' }>;
    const sides = sign === '*' ? [a, b] : [converted(at, a, type), converted(at, b, type)];
    return strict(type, sides, (x: Integer, y: Integer) => {
      const result = work(x, y);
      return result === null ? null : withinDigits(result, width);
    });
  };
}

const negated: Build = (at, parts) => {
  const { type } = parts[0] ?? constantOf({ kind: 'null' }, null);
  if (type.kind === 'int') {
    return strict(type, parts, (value: Integer) => within(negate(value), type.bits));
  }
  if (type.kind === 'decimal') return strict(type, parts, negate);
  if (type.kind === 'double') return strict(type, parts, (value: number) => -value);
  throw new RowTypeError(at, `- ${nameOf(type)}`);
};

const joined: Build = (at, parts) => {
  const texts = parts.map((part) => converted(at, part, text));
  return strict(text, texts, (a: string, b: string) => a + b);
};

/** Operators by the name the predicate form has for them, with how many operands they take. */
export const operators: Readonly<Record<string, readonly [least: number, most: number, Build]>> = {
  and: [2, 1_000, conjunction(false)],
  or: [2, 1_000, conjunction(true)],
  not: [1, 1, (at, [one]) => strict(bool, one ? [truth(at, one)] : [], (value: boolean) => !value)],
  is_null: [1, 1, (_, parts) => typed(bool, (row) => parts[0]?.read(row) === null, parts)],
  is_distinct: [2, 2, isDistinct],
  in: [2, 10_000, isIn],
  between: [3, 3, between],
  ...Object.fromEntries(Object.keys(orders).map((sign) => [sign, [2, 2, comparison(sign)]])),
  '+': [2, 2, arithmetic('+')],
  '-': [2, 2, arithmetic('-')],
  '*': [2, 2, arithmetic('*')],
  '%': [2, 2, arithmetic('%')],
  negate: [1, 1, negated],
  '||': [2, 2, joined],
};

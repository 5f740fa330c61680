import type { Expression } from '../../model/predicate.ts';
import { cast, unified } from './convert.ts';
import { functionsIn } from './functions.ts';
import { readInteger } from './instant-text.ts';
import { integerOf } from './integer.ts';
import { operators, truth } from './operators.ts';
import type { Build } from './operators.ts';
import { bigint, bool, double, integer, nothing, text } from './row-type.ts';
import type { RowType } from './row-type.ts';
import type { Times } from './times.ts';
import { RowTypeError, constantOf, typed } from './typed.ts';
import type { Read, Typed, Value } from './typed.ts';

/** What names in an expression stand for. */
export interface ClosureContext {
  /** Where a column stands in a row, and what it holds; null for one the table does not have. */
  readonly column: (name: string) => { readonly slot: number; readonly type: RowType } | null;
  /** The same of a term found in the row, which stands behind it. */
  readonly hit: ClosureContext['column'];
  /** The same of what the row is classified as. */
  readonly fact: ClosureContext['column'];
  /** A parameter as it is written in SQL; `as_of` and `time_zone` among them. */
  readonly parameter: (name: string) => Typed | null;
  readonly times: Times;
}

/**
 * Compiles an expression to a closure that says of a row what the engine would say: three-valued
 * logic, exact integers and decimals, text by code point. Throws a `RowTypeError` where SQL would
 * convert in a way engines do not share.
 */
export function closureOf(expression: Expression, context: ClosureContext): Typed {
  const calls = { ...operators, ...functionsIn(context.times) };
  const compile = (one: Expression): Typed => {
    if ('column' in one) return columnOf(one, context.column(one.column));
    if ('hit' in one) return columnOf(one, context.hit(one.hit));
    if ('fact' in one) return columnOf(one, context.fact(one.fact));
    if ('literal' in one) return constantOf(one.literal === null ? nothing : bool, one.literal);
    if ('number' in one) return numberOf(one, one.number);
    if ('text' in one) return textLiteral(one.text);
    if ('parameter' in one) {
      const found = context.parameter(one.parameter);
      if (!found) throw new RowTypeError(one, `$${one.parameter}`);
      return found;
    }
    if ('cast' in one) return cast(one, compile(one.of));
    if ('cases' in one) return caseOf(one, compile);
    return callOf(one, calls, one.of.map(compile));
  };
  return compile(expression);
}

function columnOf(one: Expression, found: ReturnType<ClosureContext['column']>): Typed {
  if (!found) throw new RowTypeError(one, JSON.stringify(one));
  const { slot, type } = found;
  return { type, read: (row) => row[slot] ?? null, constant: false, literal: null };
}

function callOf(
  one: Expression & { readonly call: string },
  calls: Readonly<Record<string, readonly [least: number, most: number, Build]>>,
  parts: readonly Typed[],
): Typed {
  const known = Object.hasOwn(calls, one.call) ? calls[one.call] : undefined;
  if (!known) throw new RowTypeError(one, one.call);
  const [least, most, build] = known;
  if (parts.length < least || parts.length > most) {
    throw new RowTypeError(one, `${one.call}: ${parts.length}`);
  }
  return build(one, parts);
}

export function textLiteral(value: string): Typed {
  return { ...constantOf(text, value), literal: value };
}

/** A number as SQL writes it: INTEGER, BIGINT, DECIMAL or, with an exponent, DOUBLE. */
export function numberOf(at: Expression, written: string): Typed {
  if (/^-?(?:\d+(?:\.\d*)?|\.\d+)[eE][+-]?\d+$/.test(written)) {
    return constantOf(double, Number(written));
  }
  const whole = readInteger(written);
  if (whole !== null) {
    if (whole >= -2_147_483_647 && whole <= 2_147_483_647) return constantOf(integer, whole);
    if (whole >= -9_223_372_036_854_775_808n && whole <= 9_223_372_036_854_775_807n) {
      return constantOf(bigint, whole);
    }
  }
  const [, sign = '', before = '', after = ''] = /^(-?)(\d*)\.(\d+)$/.exec(written) ?? [];
  const width = before.length + after.length;
  if (after === '' || width > 38) throw new RowTypeError(at, written);
  const digits = integerOf(BigInt(`${sign}${before}${after}`));
  return constantOf({ kind: 'decimal', width, scale: after.length }, digits);
}

/** CASE: the first branch whose condition is true; later ones are not read. */
function caseOf(
  one: Extract<Expression, { readonly else: unknown }>,
  compile: (one: Expression) => Typed,
): Typed {
  const { cases } = one;
  const conditions = cases.map(({ when }) => truth(one, compile(when)));
  const [type, results] = unified(one, [
    ...cases.map(({ gives }) => compile(gives)),
    compile(one.else),
  ]);
  const tests: readonly Read[] = conditions.map(({ read }) => read);
  const values: readonly Read[] = results.map(({ read }) => read);
  const read = (row: readonly Value[]): Value => {
    let i = 0;
    while (i < tests.length && tests[i]?.(row) !== true) i += 1;
    return values[i]?.(row) ?? null;
  };
  return typed(type, read, [...conditions, ...results]);
}

import type { Expression } from '../../model/predicate.ts';
import { decimalText, rounded, toDouble, widened, withinDigits } from './decimal.ts';
import { dayText } from './calendar-day.ts';
import { readDay, readInstant } from './instant-text.ts';
import { within } from './integer.ts';
import type { Integer } from './integer.ts';
import { bigint, bool, commonType, date, instant, integer, nameOf, text } from './row-type.ts';
import type { RowType } from './row-type.ts';
import { RowTypeError, constantOf, strict } from './typed.ts';
import type { Typed } from './typed.ts';

/** Brings expressions to the one type they are compared or chosen in. */
export function unified(at: Expression, parts: readonly Typed[]): readonly [RowType, Typed[]] {
  const times = parts.find(({ type }) => type.kind === 'date' || type.kind === 'instant');
  let common: RowType | null = times?.type ?? { kind: 'null' };
  for (const { type, literal } of parts) {
    if (times && literal !== null) continue;
    const seen: RowType = common;
    common = commonType(common, type);
    if (!common) throw new RowTypeError(at, `${nameOf(seen)} / ${nameOf(type)}`);
  }
  const to = common;
  return [to, parts.map((part) => converted(at, part, to))];
}

/** An expression as another type that loses nothing of it. */
export function converted(at: Expression, part: Typed, to: RowType): Typed {
  const { type: from, literal } = part;
  if (from.kind === 'null') return constantOf(to, null);
  if (from.kind === 'int' && to.kind === 'int') return { ...part, type: to };
  if (to.kind === 'decimal' && (from.kind === 'int' || from.kind === 'decimal')) {
    const places = to.scale - (from.kind === 'int' ? 0 : from.scale);
    if (places === 0 && from.kind === 'decimal') return { ...part, type: to };
    return strict(to, [part], (digits: Integer) => withinDigits(widened(digits, places), to.width));
  }
  if (to.kind === 'double' && from.kind === 'int') return strict(to, [part], Number);
  if (to.kind === 'double' && from.kind === 'decimal') {
    return strict(to, [part], (digits: Integer) => toDouble(digits, from.scale));
  }
  if (literal !== null && (to.kind === 'date' || to.kind === 'instant')) {
    return constantOf(to, readTime(at, literal, to.kind));
  }
  if (from.kind !== to.kind) throw new RowTypeError(at, `${nameOf(from)} → ${nameOf(to)}`);
  return part;
}

function readTime(at: Expression, literal: string, kind: 'date' | 'instant'): Integer {
  const value = kind === 'date' ? readDay(literal) : readInstant(literal);
  if (value !== null) return value;
  const form = kind === 'date' ? 'YYYY-MM-DD' : 'YYYY-MM-DD hh:mm:ss';
  throw new RowTypeError(at, `'${literal}' / '${form}'`);
}

const casts = {
  BIGINT: bigint,
  INTEGER: integer,
  VARCHAR: text,
  BOOLEAN: bool,
  DATE: date,
  TIMESTAMP: instant,
};

/** CAST as far as it means the same everywhere and cannot fail on what the data hold. */
export function cast(at: Expression & { readonly cast: keyof typeof casts }, part: Typed): Typed {
  const to = casts[at.cast];
  const { type: from, literal } = part;
  if (from.kind === 'null') return constantOf(to, null);
  if (to.kind === 'int') {
    if (from.kind === 'int') {
      return strict(to, [part], (value: Integer) => within(value, to.bits));
    }
    if (from.kind === 'decimal') {
      return strict(to, [part], (value: Integer) => within(rounded(value, from.scale), to.bits));
    }
  }
  if (to.kind === 'text') return strict(to, [part], textOf(at, from));
  if (to.kind === 'bool' && literal !== null) {
    const told = truths[literal.toLowerCase()];
    if (told !== undefined) return constantOf(bool, told);
  }
  return converted(at, part, to);
}

const truths: Readonly<Record<string, boolean>> = { t: true, true: true, f: false, false: false };

function textOf(at: Expression, from: RowType): (value: never) => string {
  switch (from.kind) {
    case 'decimal':
      return (value: Integer) => decimalText(value, from.scale);
    case 'date':
      return (value: number) => dayText(value);
    case 'int':
    case 'bool':
    case 'text':
      return String;
    default:
      throw new RowTypeError(at, `${nameOf(from)} → VARCHAR`);
  }
}

/** As a 64-bit integer, rounded where there is a fraction. */
export function toBigint(at: Expression, part: Typed): Typed {
  return cast({ cast: 'BIGINT', of: at }, part);
}

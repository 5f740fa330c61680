import { sha256 } from '../../evidence/digest.ts';
import type { Expression } from '../../model/predicate.ts';
import { calendarDay, monthText, monthsLater, weekday } from './calendar-day.ts';
import { converted, toBigint, unified } from './convert.ts';
import { absolute, add, divide, divideDown, within } from './integer.ts';
import type { Integer } from './integer.ts';
import type { Build } from './operators.ts';
import { likeProgram, patternProgram } from './pattern-program.ts';
import type { PatternProgram } from './pattern-program.ts';
import { patternMatcher } from './pattern-matcher.ts';
import { bigint, bool, date, double, instant, nameOf, text } from './row-type.ts';
import type { RowType } from './row-type.ts';
import {
  codePointCount,
  compareCodePoints,
  lowerCase,
  padLeft,
  replaceAll,
  substring,
  trimSpaces,
  upperCase,
} from './text-functions.ts';
import type { Times } from './times.ts';
import { RowTypeError, constantOf, strict, typed } from './typed.ts';
import type { Typed, Value } from './typed.ts';

/** A function whose arguments have one type each; NULL where one of them is NULL. */
function plain(
  returns: RowType,
  takes: readonly RowType[],
  work: (...values: never[]) => Value,
): Build {
  return (at, parts) => {
    const sides = parts.map((part, i) => argument(at, part, takes[i] ?? text));
    return strict(returns, sides, work);
  };
}

function argument(at: Expression, part: Typed, type: RowType): Typed {
  if (type.kind === 'int') return toBigint(at, part);
  // A text written out is no date here: engines would not take it for one.
  if (type.kind !== part.type.kind && part.literal !== null) {
    throw new RowTypeError(at, `${nameOf(part.type)} → ${nameOf(type)}`);
  }
  return converted(at, part, type);
}

function matching(program: (pattern: string) => PatternProgram): Build {
  return (at, [subject, pattern]) => {
    if (!subject || !pattern?.constant || pattern.type.kind !== 'text') {
      throw new RowTypeError(at, "'…'");
    }
    const matches = patternMatcher(program(String(pattern.read([]))));
    return strict(bool, [converted(at, subject, text)], matches);
  };
}

/** A day as engines hold it: in 32 bits. */
function dayLater(day: number, days: Integer): Integer {
  return within(add(day, within(days, 32)), 32);
}

/** COALESCE: what is not needed is not read. */
const coalesce: Build = (at, parts) => {
  const [type, sides] = unified(at, parts);
  const reads = sides.map(({ read }) => read);
  return typed(
    type,
    (row) => {
      for (const read of reads) {
        const value = read(row);
        if (value !== null) return value;
      }
      return null;
    },
    parts,
  );
};

const nullif: Build = (at, parts) => {
  const [, [a, b]] = unified(at, parts);
  const [first] = parts;
  if (!first || !a || !b) throw new RowTypeError(at, 'nullif');
  const read = (row: readonly Value[]): Value => {
    const value = a.read(row);
    return value !== null && value === b.read(row) ? null : first.read(row);
  };
  return typed(first.type, read, parts);
};

/** The largest (1) or least (-1) of those that are not NULL. */
function extreme(sign: 1 | -1): Build {
  return (at, parts) => {
    const [type, sides] = unified(at, parts);
    const reads = sides.map(({ read }) => read);
    const above = (a: Value, b: Value): boolean =>
      type.kind === 'text'
        ? compareCodePoints(String(a), String(b)) * sign > 0
        : sign > 0
          ? (a ?? 0) > (b ?? 0)
          : (a ?? 0) < (b ?? 0);
    return typed(
      type,
      (row) => {
        let best: Value = null;
        for (const read of reads) {
          const value = read(row);
          if (value !== null && (best === null || above(value, best))) best = value;
        }
        return best;
      },
      parts,
    );
  };
}

const magnitude: Build = (at, parts) => {
  const { type } = parts[0] ?? constantOf({ kind: 'null' }, null);
  if (type.kind === 'int') {
    return strict(type, parts, (value: Integer) => within(absolute(value), type.bits));
  }
  if (type.kind === 'decimal') return strict(type, parts, absolute);
  if (type.kind === 'double') return strict(type, parts, Math.abs);
  throw new RowTypeError(at, `abs(${nameOf(type)})`);
};

const ratio: Build = (at, parts) => {
  const sides = parts.map((part, i) => {
    const side = converted(at, part, double);
    return i === 0 ? side : withoutZero(side);
  });
  return strict(double, sides, (a: number, b: number) => a / b);
};

const quotient: Build = (at, parts) => {
  const sides = parts.map((part, i) => {
    const side = toBigint(at, part);
    return i === 0 ? side : withoutZero(side);
  });
  return strict(bigint, sides, (a: Integer, b: Integer) => within(divide(a, b), 64));
};

/** A divisor: NULL where it is 0. */
function withoutZero(part: Typed): Typed {
  return strict(part.type, [part], (value: Integer) => (value === 0 ? null : value));
}

/** Functions by name, with the least and most arguments they take. */
export function functionsIn({
  zoneDay,
  workingDays,
}: Times): Readonly<Record<string, readonly [least: number, most: number, Build]>> {
  return {
    abs: [1, 1, magnitude],
    lower: [1, 1, plain(text, [text], lowerCase)],
    upper: [1, 1, plain(text, [text], upperCase)],
    trim: [1, 1, plain(text, [text], trimSpaces)],
    length: [1, 1, plain(bigint, [text], codePointCount)],
    substr: [2, 3, (at, parts) => substringOf(at, parts)],
    substring: [2, 3, (at, parts) => substringOf(at, parts)],
    replace: [3, 3, plain(text, [text, text, text], replaceAll)],
    lpad: [3, 3, plain(text, [text, bigint, text], padLeft)],
    like: [2, 2, matching(likeProgram)],
    greatest: [1, 100, extreme(1)],
    least: [1, 100, extreme(-1)],
    coalesce: [1, 100, coalesce],
    nullif: [2, 2, nullif],
    pp_days: [2, 2, plain(bigint, [date, date], (from: number, to: number) => to - from)],
    pp_add_days: [2, 2, plain(date, [date, bigint], dayLater)],
    pp_add_months: [
      2,
      2,
      plain(date, [date, bigint], (day: number, months: Integer) =>
        monthsLater(day, Number(within(months, 32))),
      ),
    ],
    pp_working_days: [2, 2, plain(bigint, [date, date], workingDays.between)],
    pp_add_working_days: [2, 2, plain(date, [date, bigint], workingDays.add)],
    pp_next_working: [1, 1, plain(date, [date], workingDays.next)],
    pp_date: [1, 1, plain(date, [instant], zoneDay)],
    pp_ym: [1, 1, plain(text, [date], monthText)],
    pp_year: [1, 1, plain(bigint, [date], (day: number) => calendarDay(day).year)],
    pp_month: [1, 1, plain(bigint, [date], (day: number) => calendarDay(day).month)],
    pp_dow: [1, 1, plain(bigint, [date], weekday)],
    pp_epoch: [1, 1, plain(bigint, [instant], (at_us: Integer) => divideDown(at_us, 1e6))],
    pp_idiv: [2, 2, quotient],
    pp_ratio: [2, 2, ratio],
    pp_match: [2, 2, matching(patternProgram)],
    pp_starts: [
      2,
      2,
      plain(bool, [text, text], (value: string, prefix: string) => value.startsWith(prefix)),
    ],
    pp_sha256: [1, 1, plain(text, [text], sha256)],
  };
}

function substringOf(at: Expression, [value, start, length]: readonly Typed[]): Typed {
  if (!value || !start) throw new RowTypeError(at, 'substr');
  const parts = [argument(at, value, text), toBigint(at, start)];
  if (!length)
    return strict(text, parts, (all: string, from: Integer) => substring(all, from, null));
  return strict(text, [...parts, toBigint(at, length)], substring);
}

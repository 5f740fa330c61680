import type { Predicate } from '../../model/predicate.ts';
import type { EvidenceValue } from '../../model/provision.ts';
import { columnsOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { ColumnType } from '../../model/table-shape.ts';
import type { SqlValues } from '../sql/expand.ts';
import { dayText } from './calendar-day.ts';
import { closureOf, numberOf, textLiteral } from './closure.ts';
import type { ClosureContext } from './closure.ts';
import { decimalText } from './decimal.ts';
import { instantText, readDay } from './instant-text.ts';
import type { Integer } from './integer.ts';
import { truth } from './operators.ts';
import { bigint, bool, date, double, instant, text } from './row-type.ts';
import type { RowType } from './row-type.ts';
import type { Times } from './times.ts';
import { RowTypeError, constantOf } from './typed.ts';
import type { Slots, Typed, Value } from './typed.ts';

/** A statement of a row provision, ready to be asked of rows. */
export interface RowProgram {
  /** Whether the row is in the result. */
  readonly holds: (row: Slots) => boolean;
  readonly columns: readonly RowColumn[];
}

export interface RowColumn {
  readonly name: string;
  readonly type: RowType;
  /** The value as an engine's rows give it. */
  readonly read: (row: Slots) => EvidenceValue;
}

/** Where each column of a table stands in a row, and what it holds. */
export type Layout = ReadonlyMap<string, { readonly slot: number; readonly type: RowType }>;

const types: Readonly<Record<ColumnType, RowType>> = {
  id: text,
  text,
  int: bigint,
  money_minor: bigint,
  instant,
  date,
  bool,
  double,
};

export function layoutOf(table: TableName): Layout {
  return new Map(
    [...columnsOf(table)].map(([name, { type }], slot) => [name, { slot, type: types[type] }]),
  );
}

const hitLayout = layoutOf('screening_hit');
const factLayout = layoutOf('classification');

/** The columns of what belongs to a row, a term or a classification, stand behind its own. */
function behind(layout: Layout, other: Layout, name: string): ReturnType<ClosureContext['hit']> {
  const found = other.get(name);
  return found ? { ...found, slot: layout.size + found.slot } : null;
}

/** Compiles a statement with the values of its `$names`; zone and calendar may be shared. */
export function rowProgram(
  { where, select }: Pick<Predicate, 'where' | 'select'>,
  layout: Layout,
  values: Omit<SqlValues, 'calendar'>,
  times: Times,
): RowProgram {
  const context: ClosureContext = {
    column: (name) => layout.get(name) ?? null,
    hit: (name) => behind(layout, hitLayout, name),
    fact: (name) => behind(layout, factLayout, name),
    parameter: (name) => parameterOf(name, values),
    times,
  };
  const condition = where === null ? null : truth(where, closureOf(where, context)).read;
  return {
    holds: condition === null ? () => true : (row) => condition(row) === true,
    columns: select.map(({ name, value }) => {
      const { type, read } = closureOf(value, context);
      const show = shown(type);
      return {
        name,
        type,
        read: (row) => {
          const seen = read(row);
          return seen === null ? null : show(seen);
        },
      };
    }),
  };
}

function parameterOf(
  name: string,
  { as_of, time_zone, parameters }: Omit<SqlValues, 'calendar'>,
): Typed | null {
  if (name === 'as_of') return constantOf(date, dayOf(as_of));
  const value = name === 'time_zone' ? time_zone : parameters[name];
  if (value === undefined) return null;
  const at = { parameter: name };
  return typeof value === 'number' ? numberOf(at, String(value)) : textLiteral(value);
}

function dayOf(day: string): number {
  const days = readDay(day);
  if (days === null) throw new RowTypeError({ parameter: 'as_of' }, day);
  return days;
}

/** How a value of a type is told: integers past 2^53 and decimals as text, days and instants so. */
function shown(type: RowType): (value: Value) => EvidenceValue {
  switch (type.kind) {
    case 'date':
      return (value) => dayText(Number(value));
    case 'instant':
      return (value) => instantText(value as Integer);
    case 'decimal':
      return (value) => decimalText(value as Integer, type.scale);
    case 'double':
      return (value) => (Number.isFinite(value) ? Number(value) : String(value));
    default:
      return (value) => (typeof value === 'bigint' ? String(value) : value);
  }
}

import { limits } from '../model/limits.ts';
import type { Column, ColumnType } from '../model/table-shape.ts';
import { shapeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { events_schema } from './data-event.ts';
import { tablesOf } from './event-door.ts';
import { eventKinds, isEventKind } from './event-kinds.ts';
import { statedColumns } from './row-door.ts';

type Schema = Readonly<Record<string, unknown>>;

/**
 * JSON Schema (2020-12) of one event, for those who send them. It allows what the door may take;
 * the door also knows the calendar, the present, and which times must be the event's own.
 */
export function eventsJsonSchema(): Schema {
  const kinds = Object.keys(eventKinds).filter(isEventKind);
  const tables = [...new Set(kinds.flatMap(tablesOf))].toSorted();
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: events_schema,
    oneOf: kinds.map((kind) => ({
      title: kind,
      description: `${eventKinds[kind].doc.en} ${eventKinds[kind].doc.zh}`,
      type: 'object',
      additionalProperties: false,
      required: ['id', 'at', 'kind', 'rows'],
      properties: {
        id: { type: 'string', minLength: 1, maxLength: limits.event_id_chars_max },
        at: instant,
        kind: { const: kind },
        rows: {
          type: 'object',
          additionalProperties: false,
          properties: Object.fromEntries(
            tablesOf(kind).map((table) => [table, { $ref: `#/$defs/${table}` }]),
          ),
        },
      },
    })),
    $defs: Object.fromEntries(tables.map((table) => [table, rowsOf(table)])),
  };
}

function rowsOf(table: TableName): Schema {
  const { key, doc } = shapeOf(table);
  const columns = [...statedColumns(table)];
  return {
    type: 'array',
    maxItems: limits.event_rows_max,
    description: `${doc.en} ${doc.zh}`,
    items: {
      type: 'object',
      additionalProperties: false,
      required: key === null ? [] : [key],
      properties: Object.fromEntries(
        columns.map(([name, column]) => [name, valueOf(column, name === key)]),
      ),
    },
  };
}

function valueOf({ type, doc, values }: Column, isKey: boolean): Schema {
  const description = `${doc.en} ${doc.zh}`;
  if (values) return { description, enum: [...values, null] };
  const allowed = isKey ? types[type] : [...types[type], { type: 'null' }];
  return { description, anyOf: allowed };
}

const instant: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}[T ].*(?:Z|[+-]\\d{2}:\\d{2})$',
};
const text: Schema = { type: 'string' };
const whole: Schema = { type: 'integer' };
const digits: Schema = { type: 'string', pattern: '^-?\\d{1,20}$' };

const types: Readonly<Record<ColumnType, readonly Schema[]>> = {
  id: [text, whole],
  text: [text, whole],
  int: [whole, digits],
  money_minor: [whole, digits],
  instant: [instant],
  date: [{ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }],
  bool: [{ type: 'boolean' }],
  double: [{ type: 'number' }],
};

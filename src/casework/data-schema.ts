import type { JsonObject } from '../model/json.ts';
import { limits } from '../model/limits.ts';
import type { Field } from './rules.ts';

/** The data of a step as a JSON Schema (2020-12), for forms and programs. */
export function dataSchema(fields: Readonly<Record<string, Field>>): JsonObject {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.entries(fields)
      .filter(([, { optional }]) => !optional)
      .map(([name]) => name),
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]),
    ),
  };
}

const text = { type: 'string', minLength: 1, maxLength: limits.casework_text_chars_max } as const;
const id = { type: 'string', minLength: 1, maxLength: limits.casework_id_chars_max } as const;
const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;

function fieldSchema(field: Field): JsonObject {
  switch (field.is) {
    case 'text':
      return { ...text, maxLength: field.chars_max ?? text.maxLength };
    case 'id':
      return id;
    case 'day':
      return { type: 'string', format: 'date' };
    case 'instant':
      return { type: 'string', format: 'date-time' };
    case 'whole':
      return { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
    case 'flag':
      return { type: 'boolean' };
    case 'digest':
      return digest;
    case 'one_of':
      return {
        oneOf: Object.entries(field.of).map(([value, { zh, en }]) => ({
          const: value,
          title: `${zh} ${en}`,
        })),
      };
    case 'texts':
      return list(text, field.least, false);
    case 'ids':
      return list(id, field.least, true);
    case 'digests':
      return list(digest, field.least, true);
    case 'parties':
      return { type: 'array', minItems: 1, maxItems: limits.casework_parties_max };
  }
}

function list(items: JsonObject, least: number, distinct: boolean): JsonObject {
  const size = { minItems: least, maxItems: limits.casework_list_max };
  return { type: 'array', items, ...size, ...(distinct && { uniqueItems: true }) };
}

import { limits } from '../../../../src/model/limits.ts';

/** What a control asks for; `money` is minor units, written in the unit. */
export type FieldKind =
  | 'text'
  | 'id'
  | 'day'
  | 'instant'
  | 'whole'
  | 'money'
  | 'flag'
  | 'digest'
  | 'choice'
  | 'lines'
  | 'digests';

/** One field of a step's form. */
export interface FormField {
  readonly name: string;
  readonly is: FieldKind;
  readonly optional: boolean;
  readonly chars_max: number;
  /** Of a choice. */
  readonly values: readonly string[];
}

type Shape = Readonly<Record<string, unknown>>;

/** The fields of a step's JSON Schema, in its order; what has another control is left out. */
export function readFields(schema: Shape, without: readonly string[] = []): FormField[] {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(shapeOf(schema['properties']))
    .filter(([name]) => !without.includes(name))
    .map(([name, property]) => {
      const shape = shapeOf(property);
      return {
        name,
        is: kindOf(name, shape),
        optional: !required.includes(name),
        chars_max: numberOf(shape['maxLength']) ?? limits.casework_text_chars_max,
        values: valuesOf(shape),
      };
    });
}

function kindOf(name: string, shape: Shape): FieldKind {
  if (Array.isArray(shape['oneOf'])) return 'choice';
  switch (shape['type']) {
    case 'boolean':
      return 'flag';
    case 'integer':
      return name.endsWith('_minor') ? 'money' : 'whole';
    case 'array':
      return typeof shapeOf(shape['items'])['pattern'] === 'string' ? 'digests' : 'lines';
    default:
      return textKindOf(shape);
  }
}

function textKindOf({ format, pattern, maxLength }: Shape): FieldKind {
  if (format === 'date') return 'day';
  if (format === 'date-time') return 'instant';
  if (typeof pattern === 'string') return 'digest';
  return maxLength === limits.casework_id_chars_max ? 'id' : 'text';
}

function valuesOf({ oneOf }: Shape): string[] {
  if (!Array.isArray(oneOf)) return [];
  return oneOf
    .map((one: unknown) => shapeOf(one)['const'])
    .filter((value) => typeof value === 'string');
}

function shapeOf(value: unknown): Shape {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

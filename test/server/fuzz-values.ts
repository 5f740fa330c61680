import type { Random } from '../../src/model/random.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Values that break what was written without thinking of them. */
const nasty: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\ud800',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '{{7*7}}',
  'A'.repeat(5_000),
  '张三',
  '\u202eabc',
  [],
  {},
  [[[[]]]],
  { __proto__: 1, constructor: { prototype: 1 } },
];

/** A value of a JSON schema, or near it: about one in ten is something else altogether. */
export function fuzzValue(schema: Schema, whole: Schema, random: Random, depth = 0): unknown {
  if (random.fraction() < 0.1 || depth > 6) return nasty[random.below(nasty.length)];
  const ref = schema['$ref'];
  if (typeof ref === 'string') return fuzzValue(follow(ref, whole), whole, random, depth + 1);
  const options = schema['anyOf'] ?? schema['oneOf'] ?? schema['enum'];
  if (Array.isArray(options)) {
    const chosen: unknown = options[random.below(options.length)];
    return schema['enum'] ? chosen : fuzzValue(asSchema(chosen), whole, random, depth + 1);
  }
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type'];
  if (type === 'object') return fuzzObject(schema, whole, random, depth);
  if (type === 'array') {
    const items = asSchema(schema['items']);
    return Array.from({ length: random.below(4) }, () =>
      fuzzValue(items, whole, random, depth + 1),
    );
  }
  if (type === 'integer' || type === 'number') return random.below(1_000) - 10;
  if (type === 'boolean') return random.fraction() < 0.5;
  return fuzzText(schema, random);
}

function fuzzObject(schema: Schema, whole: Schema, random: Random, depth: number): unknown {
  const properties = Object.entries(asSchema(schema['properties']));
  const kept = properties.filter(() => random.fraction() < 0.93);
  const value = Object.fromEntries(
    kept.map(([name, inner]) => [name, fuzzValue(asSchema(inner), whole, random, depth + 1)]),
  );
  return random.fraction() < 0.05 ? { ...value, is_admin: true } : value;
}

function fuzzText(schema: Schema, random: Random): string {
  if (schema['format'] === 'date-time') return '2026-03-01T00:00:00.000Z';
  const pattern = schema['pattern'];
  if (pattern === '^[\\w-]{43}$') return 'A'.repeat(43);
  if (pattern === '^[0-9a-f]{64}$') return 'a'.repeat(64);
  const length = Math.max(Number(schema['minLength'] ?? 1), random.below(20));
  const chars = 'abcdefghijklmnopqrstuvwxyz0123456789-_';
  return Array.from({ length }, () => chars[random.below(chars.length)]).join('');
}

function follow(ref: string, whole: Schema): Schema {
  return ref
    .split('/')
    .slice(1)
    .reduce((at: Schema, name) => asSchema(at[name]), whole);
}

export function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

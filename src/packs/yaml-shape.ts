import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Report } from './diagnostic.ts';

/** A YAML text parsed with its positions; `base` is where it begins in its file. */
export interface Yaml {
  readonly document: Document;
  readonly base: number;
  readonly report: Report;
}

type At = Node | null | undefined;

/**
 * Reads a node as a T, or reports why it cannot and returns undefined. `owner` is the nearest
 * node with a position, for values that are absent.
 */
export type Shape<T> = (yaml: Yaml, node: At, owner: At) => T | undefined;

export function parseYaml(source: string, base: number, report: Report): Yaml | null {
  const document = parseDocument(source, { lineCounter: new LineCounter(), prettyErrors: false });
  for (const error of document.errors) {
    report(
      'pack.yaml',
      { message: error.message.replace(/\.$/, '') },
      base + error.pos[0],
      error.pos[1] - error.pos[0],
    );
  }
  return document.errors.length > 0 ? null : { document, base, report };
}

/** Where a node stands in its file, as (start, length); the text's start where it has none. */
export function spanOf(yaml: Yaml, node: At): readonly [number, number] {
  const range = node?.range;
  return range ? [yaml.base + range[0], Math.max(1, range[1] - range[0])] : [yaml.base, 1];
}

/** The node at a path, or the deepest one above it that exists. */
export function nodeAt(yaml: Yaml, path: readonly (string | number)[]): At {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = yaml.document.getIn(path.slice(0, length), true);
    if (node) return node as Node;
  }
  return yaml.document.contents;
}

/** The key a mapping at `path` is written under, which says more than the mapping itself. */
export function keyAt(yaml: Yaml, path: readonly (string | number)[]): At {
  const parent = yaml.document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  const pair = isMap(parent)
    ? parent.items.find((one) => isScalar(one.key) && one.key.value === key)
    : undefined;
  return pair ? (pair.key as Node) : nodeAt(yaml, path);
}

export function wrong(yaml: Yaml, node: At, owner: At, expected: string): undefined {
  const seen = isScalar(node) ? String(node.value) : isMap(node) ? '{…}' : isSeq(node) ? '[…]' : '';
  yaml.report('pack.wrong_value', { expected, seen }, ...spanOf(yaml, node ?? owner));
}

/** Text that satisfies a pattern; `expected` says in a word or example what that is. */
export function text(pattern = /\S/, expected = 'text'): Shape<string> {
  return (yaml, node, owner) => {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'string' && pattern.test(value)) return value;
    return wrong(yaml, node, owner, expected);
  };
}

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return (yaml, node, owner) => {
    const value = isScalar(node) ? node.value : undefined;
    const found = values.find((one) => one === value);
    return found ?? wrong(yaml, node, owner, values.join(' | '));
  };
}

/** A number kept exactly: a safe integer, or a decimal fraction. */
export const numberOrText: Shape<number | string> = (yaml, node, owner) => {
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return wrong(yaml, node, owner, 'number | text');
};

export const wholeNumber: Shape<number> = (yaml, node, owner) => {
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  return wrong(yaml, node, owner, '0, 1, 2, …');
};

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (yaml, node, owner) =>
    isScalar(node) && node.value === null ? null : shape(yaml, node, owner);
}

/** A real calendar date, YYYY-MM-DD. */
export const day: Shape<string> = (yaml, node, owner) => {
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === 'string' && isDay(value)) return value;
  yaml.report(
    'pack.bad_date',
    { seen: isScalar(node) ? String(value) : '' },
    ...spanOf(yaml, node ?? owner),
  );
  return undefined;
};

export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

export function list<T>(item: Shape<T>, least: number): Shape<T[]> {
  return (yaml, node, owner) => {
    if (!isSeq(node)) return wrong(yaml, node, owner, '[ … ]');
    if (node.items.length < least) return wrong(yaml, node, owner, `[ … ] (≥ ${least})`);
    return all(node.items.map((one) => item(yaml, one as Node, node)));
  };
}

/** A mapping with free keys. */
export function dictionary<T>(item: Shape<T>, key: RegExp): Shape<[string, T][]> {
  return (yaml, node, owner) => {
    if (!isMap(node)) return wrong(yaml, node, owner, '{ key: … }');
    return all(
      node.items.map((pair): [string, T] | undefined => {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        if (!key.test(name)) return wrong(yaml, pair.key as Node, node, String(key));
        const value = item(yaml, pair.value as Node | null, pair.key as Node);
        return value === undefined ? undefined : [name, value];
      }),
    );
  };
}

type Fields = Readonly<
  Record<string, { readonly shape: Shape<unknown>; readonly needed: boolean }>
>;
type ValueOf<S> = S extends { shape: Shape<infer T> } ? T : never;
type RecordOf<F extends Fields> = {
  [K in keyof F]: F[K]['needed'] extends true ? ValueOf<F[K]> : ValueOf<F[K]> | undefined;
};

export function needed<T>(shape: Shape<T>): { readonly shape: Shape<T>; readonly needed: true } {
  return { shape, needed: true };
}

export function maybe<T>(shape: Shape<T>): { readonly shape: Shape<T>; readonly needed: false } {
  return { shape, needed: false };
}

/** A mapping with these keys: an unknown one is an error, and so is a missing needed one. */
export function record<const F extends Fields>(fields: F): Shape<RecordOf<F>> {
  return (yaml, node, owner) => {
    if (!isMap(node)) return wrong(yaml, node, owner, `{ ${Object.keys(fields).join(', ')} }`);
    let sound = true;
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (Object.hasOwn(fields, key)) continue;
      const known = Object.keys(fields).join(', ');
      yaml.report('pack.unknown_key', { key, known }, ...spanOf(yaml, pair.key as Node));
      sound = false;
    }
    const out: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(fields)) {
      if (!node.has(key)) {
        if (field.needed) yaml.report('pack.missing_key', { key }, spanOf(yaml, node)[0]);
        sound &&= !field.needed;
        continue;
      }
      const value = field.shape(yaml, node.get(key, true) as At, node);
      if (value === undefined) sound = false;
      else out[key] = value;
    }
    return sound ? (out as RecordOf<F>) : undefined;
  };
}

/** The list, or undefined when any item is: its problem has been reported. */
function all<T>(items: readonly (T | undefined)[]): T[] | undefined {
  return items.every((item) => item !== undefined) ? (items as T[]) : undefined;
}

/** Any single value. */
export const scalar: Shape<string | number | boolean | null> = (yaml, node, owner) => {
  const value = isScalar(node) ? node.value : undefined;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return wrong(yaml, node, owner, 'text | number | true | false | null');
};

import type { YamlNode } from './yaml-node.ts';

/** Reads a node as T or stops at it. */
export type Reader<T> = (node: YamlNode) => T;

/** Text; numbers and booleans count as written, since codes look like both. */
export const text: Reader<string> = (node) => {
  const scalar = ['string', 'number', 'boolean'].includes(typeof node.value);
  if (!scalar) node.fail('a text is needed here');
  return node.source.includes('\0') ? node.fail('a NUL character is no text') : node.source;
};

export const integer: Reader<number> = (node) =>
  Number.isInteger(node.value) ? Number(node.value) : node.fail('a whole number is needed here');

export const flag: Reader<boolean> = (node) =>
  typeof node.value === 'boolean' ? node.value : node.fail('true or false is needed here');

/** One of a closed list; a near miss is named. */
export function oneOf<T extends string>(values: readonly T[]): Reader<T> {
  return (node) => {
    const written = text(node);
    const found = values.find((value) => value === written);
    const shown = values.filter((value) => value !== '');
    return (
      found ?? node.fail(`'${written}' is not one of ${shown.join(', ')}${meant(written, shown)}`)
    );
  };
}

export function listOf<T>(item: Reader<T>): Reader<readonly T[]> {
  return (node) =>
    node.kind === 'seq' ? node.items.map(item) : node.fail('a list is needed here');
}

/** One text or a list of them. */
export const textOrList: Reader<string | readonly string[]> = (node) =>
  node.kind === 'seq' ? node.items.map(text) : text(node);

/** A map from any key. */
export function recordOf<T>(member: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (node) => {
    if (node.kind !== 'map') node.fail('a map is needed here');
    return Object.fromEntries(node.entries.map((entry) => [entry.key, member(entry.node)]));
  };
}

type Readers<T> = { readonly [K in keyof T]-?: Reader<NonNullable<T[K]>> };

/** A map of known keys; an unknown or a missing one stops. */
export function objectOf<T extends object>(
  readers: Readers<T>,
  required: readonly (keyof T & string)[],
): Reader<T> {
  return (node) => {
    if (node.kind !== 'map') node.fail('a map is needed here');
    const known: Readonly<Record<string, Reader<unknown>>> = { ...readers };
    const read: Record<string, unknown> = {};
    for (const { key, node: member, fail } of node.entries) {
      const reader = known[key];
      if (reader === undefined) fail(`unknown key '${key}'${meant(key, Object.keys(readers))}`);
      else read[key] = reader(member);
    }
    for (const key of required) if (!(key in read)) node.fail(`'${key}' is missing`);
    // Every member was read by the reader of its key, and the required ones are there.
    return read as T;
  };
}

/** ' (nearest: x)' for the nearest name within two edits (or a third of a longer name). */
export function meant(written: string, names: readonly string[]): string {
  const ranked = names
    .map((name) => ({ name, far: distance(written, name) }))
    .toSorted((a, b) => a.far - b.far);
  const [nearest] = ranked;
  const near = Math.max(2, Math.floor(written.length / 3));
  return nearest !== undefined && nearest.far <= near ? ` (nearest: '${nearest.name}')` : '';
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      next.push(Math.min(swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

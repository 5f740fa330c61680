import { tryDecodeURIComponent } from 'hono/utils/url';

export interface Found<T> {
  readonly value: T;
  /** What stands in the path where the contract has `{names}`. */
  readonly params: Readonly<Record<string, string>>;
}

/** What stands behind the paths of a contract, by method. */
export interface PathTable<T> {
  /** What is there; the methods that are where this one is not; null where nothing is. */
  find(method: string, path: string): Found<T> | { readonly methods: readonly string[] } | null;
}

export interface Entry<T> {
  readonly method: string;
  readonly path: string;
  readonly value: T;
}

interface Pattern<T> {
  readonly parts: readonly string[];
  readonly methods: Map<string, T>;
}

/**
 * A `{name}` is one part of a path, one called `…_path` all that is left of it. Where several
 * patterns meet a path, one without names goes first, then in the order given.
 */
export function pathTable<T>(entries: readonly Entry<T>[]): PathTable<T> {
  const patterns = new Map<string, Pattern<T>>();
  for (const { method, path, value } of entries) {
    const pattern = patterns.get(path) ?? { parts: path.split('/'), methods: new Map<string, T>() };
    pattern.methods.set(method.toUpperCase(), value);
    patterns.set(path, pattern);
  }
  // Most patterns differ early: only those that begin alike are tried.
  const named = Map.groupBy(
    [...patterns.values()].filter(({ parts }) => parts.some(isName)),
    ({ parts }) => beginning(parts),
  );
  return {
    find(method, path) {
      // A path that is written with braces is no pattern.
      const plain = path.includes('{') ? undefined : patterns.get(path);
      const value = plain?.methods.get(method);
      if (value !== undefined) return { value, params: {} };
      let methods = plain && [...plain.methods.keys()];
      const parts = path.split('/');
      for (const pattern of named.get(beginning(parts)) ?? []) {
        const params = paramsOf(pattern.parts, parts);
        if (params === null) continue;
        const found = pattern.methods.get(method);
        if (found !== undefined) return { value: found, params };
        methods ??= [...pattern.methods.keys()];
      }
      return methods === undefined ? null : { methods };
    },
  };
}

function isName(part: string): boolean {
  return part.startsWith('{');
}

/** The first parts of a path, of which no pattern has a name. */
function beginning(parts: readonly string[]): string {
  return parts.slice(0, parts[1] === 'api' ? 4 : 2).join('/');
}

/** What stands for each name; null where the path does not meet the pattern. */
function paramsOf(
  pattern: readonly string[],
  parts: readonly string[],
): Record<string, string> | null {
  const last = pattern.at(-1) ?? '';
  const reaches = isName(last) && last.endsWith('_path}');
  if (reaches ? parts.length < pattern.length : parts.length !== pattern.length) return null;
  const params: Record<string, string> = {};
  for (const [i, part] of pattern.entries()) {
    const whole = reaches && i === pattern.length - 1;
    const given = (whole ? parts.slice(i).join('/') : parts[i]) ?? '';
    if (isName(part) ? given === '' : given !== part) return null;
    if (isName(part)) params[part.slice(1, -1)] = tryDecodeURIComponent(given);
  }
  return params;
}

/** A choice of the reader that outlives the page: read once, told to whoever listens. */
export interface Stored<T extends string> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** `allowed` holds what the browser may have kept; `guess` is taken where it kept none of it. */
export function stored<T extends string>(
  key: string,
  allowed: readonly T[],
  guess: () => T,
  apply: (value: T) => void,
): Stored<T> {
  const kept = localStorage.getItem(key);
  let value = allowed.find((one) => one === kept) ?? guess();
  const listeners = new Set<() => void>();
  apply(value);
  return {
    get: () => value,
    set: (next) => {
      value = next;
      localStorage.setItem(key, next);
      apply(next);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

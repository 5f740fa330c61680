/** A choice of the reader that outlives the page: read once, told to whoever listens. */
export interface Stored<T extends string> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What was chosen so far, by key. */
const chosen = new Map<string, string>();

/** `allowed` holds what the browser may have kept; `guess` is taken where it kept none of it. */
export function stored<T extends string>(
  key: string,
  allowed: readonly T[],
  guess: () => T,
  apply: (value: T) => void,
): Stored<T> {
  const text = localStorage.getItem(key);
  const kept = allowed.find((one) => one === text);
  if (kept !== undefined) chosen.set(key, kept);
  let value = kept ?? guess();
  const listeners = new Set<() => void>();
  apply(value);
  return {
    get: () => value,
    set: (next) => {
      value = next;
      chosen.set(key, next);
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

/** Puts the choices back after the browser forgot all it kept of this server, as at sign-out. */
export function keepChoices(): void {
  for (const [key, value] of chosen) localStorage.setItem(key, value);
}

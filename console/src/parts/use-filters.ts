import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

export interface Filters<N extends string> {
  /** Those that are set; hand them to a route's query as they are. */
  readonly values: Readonly<Partial<Record<N, string>>>;
  /** An empty text takes it away. */
  readonly set: (name: N, value: string) => void;
  readonly clear: () => void;
}

/** What a list is narrowed by, kept in the address: it can be sent, bookmarked and gone back to. */
export function useFilters<const N extends string>(names: readonly N[]): Filters<N> {
  const [search, setSearch] = useSearchParams();
  const wanted = names.join(' ');
  const values = useMemo(() => {
    const set: Partial<Record<string, string>> = {};
    for (const name of wanted.split(' ')) {
      const value = search.get(name);
      if (value !== null && value !== '') set[name] = value;
    }
    // Only names of N were asked for.
    return set as Partial<Record<N, string>>;
  }, [search, wanted]);
  const change = (by: (next: URLSearchParams) => void): void =>
    setSearch(
      (last) => {
        const next = new URLSearchParams(last);
        by(next);
        return next;
      },
      { replace: true },
    );
  return {
    values,
    set: (name, value) => {
      if (value === (values[name] ?? '')) return;
      change((next) => (value === '' ? next.delete(name) : next.set(name, value)));
    },
    clear: () => change((next) => names.forEach((name) => next.delete(name))),
  };
}

import type { Rows } from '../../api/use-asked.ts';

interface ListState<T> {
  readonly rows: readonly T[] | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  readonly onEnd: () => void;
}

/** A paged list as AdminList takes it: what is there stays when a later page fails. */
export function listOf<T>({ rows, query, more }: Rows<T>): ListState<T> {
  return {
    rows: query.isPending ? undefined : rows,
    error: rows.length === 0 ? query.error : null,
    retry: () => void query.refetch(),
    onEnd: more,
  };
}

import { useMemo, useState } from 'react';
import type { Column } from './DataTable.tsx';

export interface Sort {
  readonly id: string;
  readonly order: 'ascending' | 'descending';
}

interface Sorted<T> {
  readonly sorted: readonly T[];
  readonly sort: Sort | null;
  /** Ascending, then descending, then as they came. */
  readonly sortBy: (id: string) => void;
}

/** Rows in the order of the column chosen; equal ones stay as they came. */
export function useSorted<T>(rows: readonly T[], columns: readonly Column<T>[]): Sorted<T> {
  const [sort, setSort] = useState<Sort | null>(null);
  const sorted = useMemo(() => {
    const compare = columns.find(({ id }) => id === sort?.id)?.compare;
    if (sort === null || compare === undefined) return rows;
    const sign = sort.order === 'ascending' ? 1 : -1;
    return rows.toSorted((a, b) => sign * compare(a, b));
  }, [rows, columns, sort]);
  return {
    sorted,
    sort,
    sortBy: (id) =>
      setSort((last) => {
        if (last?.id !== id) return { id, order: 'ascending' };
        return last.order === 'ascending' ? { id, order: 'descending' } : null;
      }),
  };
}

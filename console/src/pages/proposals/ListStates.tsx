import type { Rows } from '../../api/use-asked.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';

interface Props<T> {
  readonly list: Rows<T>;
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
  readonly none: string;
  readonly none_more?: string;
  readonly open?: (row: T) => void;
}

/** A list of pages with its other faces. */
export function ListStates<T>({ list, none, none_more, ...table }: Props<T>) {
  const { rows, query, more } = list;
  if (query.error !== null)
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Loading lines={6} line_px={41} />;
  if (rows.length === 0) {
    return <Empty title={none} {...(none_more !== undefined && { more: none_more })} />;
  }
  return <DataTable {...table} rows={rows} onEnd={more} />;
}

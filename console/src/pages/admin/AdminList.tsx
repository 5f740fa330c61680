import type { Column } from '../../parts/DataTable.tsx';
import { DataTable } from '../../parts/DataTable.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';

interface Props<T> {
  readonly label: string;
  /** Undefined until they are there. */
  readonly rows: readonly T[] | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
  /** Said where there are no rows. */
  readonly none: string;
  readonly open?: (row: T) => void;
  readonly onEnd?: () => void;
  readonly height?: string;
}

/** A list with its three other faces. */
export function AdminList<T>({ rows, error, retry, none, ...table }: Props<T>) {
  if (error !== null) return <Failed error={error} retry={retry} />;
  if (rows === undefined) return <Loading lines={6} line_px={41} />;
  if (rows.length === 0) return <Empty title={none} />;
  return <DataTable {...table} rows={rows} />;
}

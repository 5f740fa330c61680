import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { useIsWide } from '../app/look.ts';
import { DataCard, DataHead, DataRow } from './DataRows.tsx';
import styles from './DataTable.module.css';
import { useSorted } from './use-sorted.ts';

/** One column; keep the list of them outside the component or in `useMemo`. */
export interface Column<T> {
  readonly id: string;
  readonly title: string;
  /** Width as a grid track (`120px`, `minmax(160px, 2fr)`); an equal share where left out. */
  readonly width?: string;
  readonly cell: (row: T) => ReactNode;
  /** Numbers keep to the end. */
  readonly numeric?: boolean;
  /** Order of two rows; a column without cannot be sorted by. */
  readonly compare?: (a: T, b: T) => number;
  /** On phones a row is a card: its `title`, a line of its own, or left out. */
  readonly card?: 'title' | 'line' | 'none';
}

export interface DataTableProps<T> {
  /** What is listed, for who does not see the table. */
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
  /** A row was chosen, by mouse or Enter. */
  readonly open?: (row: T) => void;
  /** The last rows come into sight: ask for more. */
  readonly onEnd?: () => void;
  /** Height of the box; by default what the window leaves. */
  readonly height?: string;
}

const row_px = 41;
const head_px = 37;
const card_px = 132;
const ahead_rows = 12;

/** A table of any length: only the rows in sight exist. On phones its rows are cards. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, rows, columns, keyOf, open, onEnd, height } = props;
  const box = useRef<HTMLDivElement>(null);
  const isWide = useIsWide();
  const { sorted, sort, sortBy } = useSorted(rows, columns);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => box.current,
    estimateSize: () => (isWide ? row_px : card_px),
    overscan: ahead_rows,
    paddingStart: isWide ? head_px : 0,
    getItemKey: (i) => keyOf(sorted[i] as T),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - ahead_rows) onEnd?.();
  }, [last, rows.length, onEnd]);
  const tracks = useMemo(
    () => columns.map(({ width }) => width ?? 'minmax(90px, 1fr)').join(' '),
    [columns],
  );
  return (
    <div
      ref={box}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      className={styles['box']}
      style={height === undefined ? {} : { maxHeight: height }}
      tabIndex={0}
      onKeyDown={(event) => walkRows(event, virtual.scrollToIndex)}
    >
      <div className={styles['inner']} style={{ height: virtual.getTotalSize() }} role="rowgroup">
        {isWide && <DataHead columns={columns} tracks={tracks} sort={sort} sortBy={sortBy} />}
        {items.map(({ index, key, start }) => {
          // Within the count just given.
          const row = sorted[index] as T;
          const common = { row, columns, index, open };
          return isWide ? (
            <DataRow key={key} {...common} start_px={start} tracks={tracks} />
          ) : (
            <DataCard key={key} {...common} start_px={start} measure={virtual.measureElement} />
          );
        })}
      </div>
    </div>
  );
}

/** Arrows walk from row to row, Home and End to the first and last. */
function walkRows(event: React.KeyboardEvent, scrollTo: (index: number) => void): void {
  const at = Number((event.target as HTMLElement).dataset['index'] ?? -1);
  const box = event.currentTarget;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || (at < 0 && event.target !== box)) return;
  event.preventDefault();
  const next = Math.max(0, at + step);
  scrollTo(next);
  requestAnimationFrame(() => box.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus());
}

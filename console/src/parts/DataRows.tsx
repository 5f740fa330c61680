import { memo } from 'react';
import type { KeyboardEvent } from 'react';
import type { Column } from './DataTable.tsx';
import styles from './DataTable.module.css';
import type { Sort } from './use-sorted.ts';

interface HeadProps<T> {
  readonly columns: readonly Column<T>[];
  readonly tracks: string;
  readonly sort: Sort | null;
  readonly sortBy: (id: string) => void;
}

export function DataHead<T>({ columns, tracks, sort, sortBy }: HeadProps<T>) {
  return (
    <div role="row" className={styles['head']} style={{ gridTemplateColumns: tracks }}>
      {columns.map(({ id, title, numeric, compare }) => {
        const order = sort?.id === id ? sort.order : undefined;
        return (
          <div
            key={id}
            role="columnheader"
            aria-sort={order}
            className={numeric === true ? styles['number'] : undefined}
          >
            {compare === undefined ? (
              title
            ) : (
              <button type="button" onClick={() => sortBy(id)}>
                {title}
                <span aria-hidden="true">{marks[order ?? 'none']}</span>
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}

const marks = { none: '', ascending: '↑', descending: '↓' } as const;

interface RowProps<T> {
  readonly row: T;
  readonly columns: readonly Column<T>[];
  readonly index: number;
  readonly start_px: number;
  readonly open: ((row: T) => void) | undefined;
}

function attributesOf<T>({ row, index, start_px, open }: RowProps<T>) {
  return {
    role: 'row',
    'data-index': index,
    'aria-rowindex': index + 2,
    tabIndex: open === undefined ? -1 : 0,
    style: { transform: `translateY(${start_px}px)` },
    ...(open !== undefined && {
      onClick: () => open(row),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
        // Or the press goes on to what opens and has the focus by then: a button, which it closes.
        event.preventDefault();
        open(row);
      },
    }),
  };
}

function Row<T>(props: RowProps<T> & { readonly tracks: string }) {
  const { row, columns, tracks, open } = props;
  const { style, ...attributes } = attributesOf(props);
  return (
    <div
      {...attributes}
      className={`${styles['row']} ${open === undefined ? '' : styles['opens']}`}
      style={{ ...style, gridTemplateColumns: tracks }}
    >
      {columns.map(({ id, numeric, cell }) => (
        <div key={id} role="cell" className={numeric === true ? styles['number'] : undefined}>
          {cell(row)}
        </div>
      ))}
    </div>
  );
}

/** Drawn again only when its own row, place or columns change. */
export const DataRow = memo(Row) as typeof Row;

/** A row on a phone: its title, then the other cells with their columns' names. */
export function DataCard<T>(
  props: RowProps<T> & { readonly measure: (node: Element | null) => void },
) {
  const { row, columns, open, measure } = props;
  const titles = columns.filter(({ card }) => card === 'title');
  const lines = columns.filter(({ card }) => card !== 'title' && card !== 'none');
  return (
    <div
      {...attributesOf(props)}
      ref={measure}
      className={`${styles['card']} ${open === undefined ? '' : styles['opens']}`}
    >
      {titles.map(({ id, cell }) => (
        <div key={id} role="cell" className={styles['title']}>
          {cell(row)}
        </div>
      ))}
      {lines.map(({ id, title, cell }) => (
        <div key={id} role="cell" className={styles['line']}>
          <span className="soft">{title}</span>
          <span>{cell(row)}</span>
        </div>
      ))}
    </div>
  );
}

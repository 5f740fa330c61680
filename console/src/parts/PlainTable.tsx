import type { ReactNode } from 'react';
import styles from './PlainTable.module.css';

interface Props {
  readonly label: string;
  readonly heads: readonly string[];
  /** Heads of numbers, by place: those keep to the end. */
  readonly numeric?: readonly number[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A short table that stands in the text of a page; it scrolls inside its own box. */
export function PlainTable({ label, heads, numeric = [], rows }: Props) {
  const classOf = (i: number): string | undefined =>
    numeric.includes(i) ? styles['number'] : undefined;
  return (
    <div className={styles['box']} tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={head} scope="col" className={classOf(i)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, i) => (
                <td key={i} className={classOf(i)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

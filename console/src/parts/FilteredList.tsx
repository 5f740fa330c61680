import type { ReactNode } from 'react';
import styles from './FilteredList.module.css';

interface Props {
  /** A FilterBar. */
  readonly filters: ReactNode;
  readonly children: ReactNode;
}

/** Filters left, list right; one below the other on phones. */
export function FilteredList({ filters, children }: Props) {
  return (
    <div className={styles['split']}>
      {filters}
      <div className={styles['list']}>{children}</div>
    </div>
  );
}

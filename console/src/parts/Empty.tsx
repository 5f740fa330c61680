import type { ReactNode } from 'react';
import styles from './States.module.css';

interface Props {
  /** What is not there, as a sentence. */
  readonly title: string;
  /** What to do about it, or why that is well. */
  readonly more?: string;
  readonly children?: ReactNode;
}

/** Nothing to show. */
export function Empty({ title, more, children }: Props) {
  return (
    <section className={styles['state']}>
      <h2>{title}</h2>
      {more !== undefined && <p className="soft">{more}</p>}
      {children !== undefined && <div className={styles['actions']}>{children}</div>}
    </section>
  );
}

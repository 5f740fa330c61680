import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './Section.module.css';

interface Props {
  readonly title: string;
  /** One sentence of what it is. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page of settings: its name left, what can be done right; on phones below. */
export function Section({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['name']}>
        <h2 id={id}>{title}</h2>
        {lead !== undefined && <p className="soft">{lead}</p>}
      </div>
      <div className={styles['body']}>{children}</div>
    </section>
  );
}

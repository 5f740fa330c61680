import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './Part.module.css';

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A part of the operator's page under its own head. */
export function Part({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead !== undefined && <p className="soft">{lead}</p>}
      {children}
    </section>
  );
}

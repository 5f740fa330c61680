import type { ReactNode, SyntheticEvent } from 'react';
import styles from './OpenForm.module.css';

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
  readonly submit?: (fields: (name: string) => string) => void;
}

/** A form by itself in the middle of the page. */
export function OpenForm({ title, lead, children, submit }: Props) {
  const onSubmit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    submit?.((name) => String(fields.get(name) ?? ''));
  };
  return (
    <section className={styles['sheet']}>
      <svg className={styles['rays']} viewBox="0 0 360 72" aria-hidden="true">
        <path className={styles['ray']} d="M0 46H150" />
        <path className={styles['body']} d="M180 12L212 66H148Z" />
        <path className={styles['pre']} d="M193 33L360 4" />
        <path className={styles['in']} d="M200 46H360" />
        <path className={styles['after']} d="M206 57L360 70" />
      </svg>
      <h1>{title}</h1>
      {lead !== undefined && <p className="soft">{lead}</p>}
      <form className="fields" onSubmit={onSubmit}>
        {children}
      </form>
    </section>
  );
}

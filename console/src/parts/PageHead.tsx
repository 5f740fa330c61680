import type { ReactNode } from 'react';
import styles from './PageHead.module.css';

interface Props {
  readonly title: ReactNode;
  /** One sentence of what this page is. */
  readonly lead?: ReactNode;
  /** The one thing to do here, right. */
  readonly action?: ReactNode;
}

export function PageHead({ title, lead, action }: Props) {
  return (
    <header className={styles['head']}>
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <p className="soft">{lead}</p>}
      </div>
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </header>
  );
}

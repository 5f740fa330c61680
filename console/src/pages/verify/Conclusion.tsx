import type { ReactNode } from 'react';
import styles from './Verify.module.css';

interface Props {
  /** The colour it has is named by it. */
  readonly of: string;
  readonly title: string;
  readonly then: string;
  /** What was verified. */
  readonly children: ReactNode;
}

/** What came of a verification in one sentence, and what follows from it. */
export function Conclusion({ of, title, then, children }: Props) {
  return (
    <div className={`${styles['conclusion']} ${styles[of]}`}>
      <h2>{title}</h2>
      <p>{then}</p>
      <p className="soft">{children}</p>
    </div>
  );
}

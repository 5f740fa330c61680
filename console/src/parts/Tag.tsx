import type { ReactNode } from 'react';
import styles from './Tag.module.css';

export type TagTone = 'breach' | 'indication' | 'unknown' | 'ok' | 'plain';

interface Props {
  readonly tone: TagTone;
  /** A sign of its own for each tone, for who does not tell the colours. */
  readonly sign?: string;
  readonly children: ReactNode;
}

export function Tag({ tone, sign, children }: Props) {
  return (
    <span className={`${styles['tag']} ${styles[tone]}`}>
      {sign !== undefined && <span aria-hidden="true">{sign}</span>}
      {children}
    </span>
  );
}

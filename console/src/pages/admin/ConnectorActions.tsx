import { Button } from 'antd';
import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/Tag.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import styles from './Admin.module.css';
import type { Connector } from './ConnectorsPart.tsx';

interface Props {
  readonly of: Connector;
  /** Null for who looks on. */
  readonly actions: ConnectorActs | null;
  /** Shows what its runs found; null for who sees no inspections. */
  readonly runs: ((one: Connector) => void) | null;
}

export interface ConnectorActs {
  readonly run: (one: Connector) => void;
  readonly end: (one: Connector) => void;
}

export function ConnectorActions({ of, actions, runs }: Props) {
  const say = useWords(adminLinkWords);
  const isOver = of.ended_at !== null;
  return (
    <span className={styles['row']}>
      {isOver && <Tag tone="plain">{say('stopped')}</Tag>}
      {!isOver && actions !== null && (
        <Button size="small" onClick={() => actions.run(of)}>
          {say('run')}
        </Button>
      )}
      {runs !== null && (
        <Button size="small" onClick={() => runs(of)}>
          {say('runs')}
        </Button>
      )}
      {!isOver && actions !== null && (
        <Button size="small" danger onClick={() => actions.end(of)}>
          {say('stop')}
        </Button>
      )}
    </span>
  );
}

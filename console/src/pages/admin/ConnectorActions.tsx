import { Button } from 'antd';
import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/Tag.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import styles from './Admin.module.css';
import type { Connector } from './ConnectorsPart.tsx';

interface Props {
  readonly of: Connector;
  /** Null for who looks on. */
  readonly actions: {
    readonly run: (one: Connector) => void;
    readonly end: (one: Connector) => void;
  } | null;
}

export function ConnectorActions({ of, actions }: Props) {
  const say = useWords(adminLinkWords);
  if (of.ended_at !== null) return <Tag tone="plain">{say('stopped')}</Tag>;
  if (actions === null) {
    return (
      <Tag tone="ok" sign="✓">
        {say('in_use')}
      </Tag>
    );
  }
  return (
    <span className={styles['row']}>
      <Button size="small" onClick={() => actions.run(of)}>
        {say('run')}
      </Button>
      <Button size="small" danger onClick={() => actions.end(of)}>
        {say('stop')}
      </Button>
    </span>
  );
}

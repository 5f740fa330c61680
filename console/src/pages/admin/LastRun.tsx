import { Link } from 'react-router';
import { useSession } from '../../api/session.ts';
import { useWords } from '../../app/language.ts';
import { workers } from '../../app/who.ts';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import styles from './Admin.module.css';
import type { Connector } from './ConnectorsPart.tsx';

/** How a connector's last run went, when, and where its result stands. */
export function LastRun({ of }: { readonly of: Connector }) {
  const say = useWords(adminLinkWords);
  const session = useSession();
  const { last_run_at, last_ended_at, last_code, last_inspection_id, failures } = of;
  if (last_run_at === null) return <span className="soft">{say('run_none')}</span>;
  const runs = last_ended_at === null || last_ended_at < last_run_at;
  return (
    <span className={styles['row']}>
      {runs ? (
        <Tag tone="indication" sign="…">
          {say('run_under_way')}
        </Tag>
      ) : last_code === null ? (
        <Tag tone="ok" sign="✓">
          {say('run_done')}
        </Tag>
      ) : (
        <Tag tone="breach" sign="✕">
          {say('run_failed')}
        </Tag>
      )}
      <Moment at={last_run_at} />
      {!runs && last_code !== null && <code>{last_code}</code>}
      {failures > 1 && <span>{say('run_failures', { count: failures })}</span>}
      {last_inspection_id !== null && workers(session) && (
        <Link to={`/imports/${last_inspection_id}`}>{say('run_result')}</Link>
      )}
    </span>
  );
}

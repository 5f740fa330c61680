import { Link } from 'react-router';
import { useSession } from '../../api/session.ts';
import { useWords } from '../../app/language.ts';
import { workers } from '../../app/who.ts';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import styles from './Admin.module.css';
import type { Connector } from './ConnectorsPart.tsx';

/** How a connector's last run went, and when; its time leads to what it found. */
export function LastRun({ of }: { readonly of: Connector }) {
  const say = useWords(adminLinkWords);
  const session = useSession();
  const { last_run_at, last_inspection_id } = of;
  if (last_run_at === null) return <span className="soft">{say('run_none')}</span>;
  const time = <Moment at={last_run_at} />;
  return (
    <span className={styles['line']}>
      <RunState of={of} />
      {last_inspection_id !== null && workers(session) ? (
        <Link to={`/imports/${last_inspection_id}`} title={say('run_result')}>
          {time}
        </Link>
      ) : (
        time
      )}
    </span>
  );
}

function RunState({ of }: { readonly of: Connector }) {
  const say = useWords(adminLinkWords);
  if (isUnderWay(of)) {
    return (
      <Tag tone="indication" sign="…">
        {say('run_under_way')}
      </Tag>
    );
  }
  return of.last_code === null ? (
    <Tag tone="ok" sign="✓">
      {say('run_done')}
    </Tag>
  ) : (
    <Tag tone="breach" sign="✕">
      {say('run_failed')}
    </Tag>
  );
}

/** Why it failed, and how often in a row. */
export function WhyFailed({ of }: { readonly of: Connector }) {
  const say = useWords(adminLinkWords);
  const { last_code, failures } = of;
  if (last_code === null || isUnderWay(of)) return '—';
  return (
    <span className={styles['line']}>
      <code title={last_code}>{last_code}</code>
      {failures > 1 && <span className="soft">{say('run_failures', { count: failures })}</span>}
    </span>
  );
}

function isUnderWay({ last_run_at, last_ended_at }: Connector): boolean {
  return last_run_at !== null && (last_ended_at === null || last_ended_at < last_run_at);
}

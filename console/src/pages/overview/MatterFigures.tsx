import { Link } from 'react-router';
import type { overviewRead } from '../../../../src/server/contract/overview.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { overviewWords } from '../../text/overview.ts';
import styles from './MatterFigures.module.css';

type Matters = Good<typeof overviewRead>['body']['matters'];

/** How many matters there are, of which kind, and how many press. */
export function MatterFigures({ matters }: { readonly matters: Matters }) {
  const say = useWords(overviewWords);
  const local = useLocalised();
  const { party } = useSession();
  // Consumers and operators have matters with others, and none to hand out.
  const owns = party !== 'consumer' && party !== 'operator';
  const { overdue } = matters;
  return (
    <section>
      <h2>{say('matters')}</h2>
      <dl className={styles['figures']}>
        <Figure to="/matters" title={say('open')} count={matters.open} />
        <Figure to="/matters?queue=overdue" title={say('overdue')} count={overdue} late />
        <Figure to="/matters?queue=due_soon" title={say('due_soon')} count={matters.due_soon} />
        {owns && (
          <Figure
            to="/matters?queue=unassigned"
            title={say('unassigned')}
            count={matters.unassigned}
          />
        )}
      </dl>
      <ul className={styles['kinds']}>
        {matters.by_kind.map(({ kind, kind_title, open }) => (
          <li key={kind}>
            <Link to={`/matters?kind=${kind}`}>{local(kind_title)}</Link> {open}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FigureProps {
  readonly to: string;
  readonly title: string;
  readonly count: number;
  readonly late?: boolean;
}

function Figure({ to, title, count, late = false }: FigureProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className={late && count > 0 ? styles['late'] : undefined}>
        <Link to={to}>{count}</Link>
      </dd>
    </div>
  );
}

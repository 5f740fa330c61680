import { Link } from 'react-router';
import { useSession } from '../../api/session.ts';
import { useWords } from '../../app/language.ts';
import { findingsWords } from '../../text/findings.ts';
import type { OneFinding } from './FindingPage.tsx';
import styles from './FindingPage.module.css';

/** Where to go on: the order's life, the member in the network, findings beside this one. */
export function FindingLinks({ finding }: { readonly finding: OneFinding }) {
  const say = useWords(findingsWords);
  const { party } = useSession();
  const { inspection_id, subject, provision } = finding;
  // Operators see what was found about them, and not the platform's data.
  const seesData = party !== 'operator';
  const order = seesData ? orderOf(finding) : null;
  const inspection = encodeURIComponent(inspection_id);
  const like = new URLSearchParams({ inspection_id, provision });
  const same = new URLSearchParams({
    inspection_id,
    subject_table: subject.table,
    subject_id: subject.id,
  });
  return (
    <nav aria-label={say('related')}>
      <section>
        <h2>{say('related')}</h2>
        <ul className={styles['links']}>
          {order !== null && (
            <li>
              <Link to={`/orders/${inspection}/${encodeURIComponent(order)}`}>
                {say('to_order', { id: order })}
              </Link>
            </li>
          )}
          {seesData && subject.table === 'member' && (
            <li>
              <Link to={`/network/${inspection}?member=${encodeURIComponent(subject.id)}`}>
                {say('to_member', { id: subject.id })}
              </Link>
            </li>
          )}
          <li>
            <Link to={`/findings?${like.toString()}`}>{say('to_scheme_like')}</Link>
          </li>
          <li>
            <Link to={`/findings?${same.toString()}`}>{say('to_subject')}</Link>
          </li>
        </ul>
      </section>
    </nav>
  );
}

/** The order it is about, or the one order its evidence names. */
function orderOf({ subject, evidence }: OneFinding): string | null {
  if (subject.table === 'order') return subject.id;
  const named = new Set(evidence.map((row) => row['order_id']));
  const [order] = named;
  return named.size === 1 && typeof order === 'string' ? order : null;
}

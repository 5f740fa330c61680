import { liveRead } from '../../../../src/server/contract/events.ts';
import { useSession } from '../../api/session.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Money } from '../../parts/Money.tsx';
import { alertWords } from '../../text/alerts.ts';
import type { Alert } from './alert-types.ts';
import styles from './AlertsPage.module.css';

/** What stood below a member when it came to the line. */
export function AlertFigures({ alert: { figures, on } }: { readonly alert: Alert }) {
  const say = useWords(alertWords);
  const { party } = useSession();
  // In which currency sums are, the platform itself is told alone.
  const { data: live } = useAsked(liveRead, {}, { enabled: party === 'platform' });
  const shown = (name: string): string | null => {
    const value = figures?.[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const sum = (name: string) => {
    const value = figures?.[name];
    if (typeof value !== 'number' || live === undefined) return null;
    return <Money minor={value} currency={live.currency} />;
  };
  const rows = [
    [say('crossed_on'), on ?? null],
    [say('people'), shown('people')],
    [say('levels'), shown('levels')],
    [say('direct'), shown('direct')],
    [say('present'), shown('present')],
    [say('level'), shown('level')],
    [say('upline'), shown('upline')],
    [say('root'), shown('root')],
    [say('paid_in'), sum('subtree_paid_in_minor')],
    [say('earned'), sum('subtree_earned_minor')],
  ] as const;
  return (
    <section>
      <h3>{say('figures')}</h3>
      <dl className={styles['figures']}>
        {rows.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      <p className="soft">{say('figures_more')}</p>
    </section>
  );
}

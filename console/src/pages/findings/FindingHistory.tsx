import { Link } from 'react-router';
import { findingsList } from '../../../../src/server/contract/findings.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import type { Verdict } from '../../parts/VerdictTag.tsx';
import { findingsWords } from '../../text/findings.ts';
import type { OneFinding } from './FindingPage.tsx';
import styles from './FindingPage.module.css';
import { useInspectionNames } from './use-inspection-names.ts';

const shown_max = 50;

/** The same provision on the same subject in all inspections of the platform. */
export function FindingHistory({ finding }: { readonly finding: OneFinding }) {
  const say = useWords(findingsWords);
  const { inspections } = useInspectionNames();
  const { platform_id, provision, subject } = finding;
  const { data, error } = useAsked(findingsList, {
    query: {
      platform_id,
      provision,
      subject_table: subject.table,
      subject_id: subject.id,
      limit: shown_max,
    },
  });
  const others = data?.items.some(({ id }) => id !== finding.id) ?? false;
  return (
    <section>
      <h2>{say('history')}</h2>
      <ProblemLine error={error} />
      {data === undefined && error === null && <Loading lines={2} line_px={34} />}
      {data !== undefined && !others && <p className="soft">{say('history_none')}</p>}
      {others && (
        <ol className={styles['history']}>
          {data?.items.map(({ id, finding_id, inspection_id, verdict }) => (
            <li key={id}>
              <VerdictTag verdict={verdict as Verdict} />
              {id === finding.id ? (
                <span>{say('history_this')}</span>
              ) : (
                <Link to={`/findings/${encodeURIComponent(id)}`}>
                  <bdi>{inspections.get(inspection_id) ?? inspection_id}</bdi>
                </Link>
              )}
              {id !== finding.id && finding_id === finding.finding_id && (
                <span className="soft">{say('history_same')}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

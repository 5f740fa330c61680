import type { Localised } from '../../../../src/model/localised.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { CiteList } from '../../parts/CiteList.tsx';
import { EvidenceTable } from '../../parts/EvidenceTable.tsx';
import { findingsWords } from '../../text/findings.ts';
import type { OneFinding } from './FindingPage.tsx';
import styles from './FindingPage.module.css';

interface Props {
  readonly finding: OneFinding;
  /** Page of its provision; null where the library has none. */
  readonly to: string | null;
}

/** What was found and why: statement, law, reading, evidence, what speaks against it, remedy. */
export function FindingText({ finding, to }: Props) {
  const say = useWords(findingsWords);
  const local = useLocalised();
  const { explanation, verdict, evidence, law } = finding;
  const isIndication = verdict === 'indication';
  return (
    <div className={styles['main']}>
      <section className={`${styles['statement']} ${isIndication ? styles['indication'] : ''}`}>
        <h2 className="sr">{say('statement')}</h2>
        <p>
          <bdi>{local(explanation)}</bdi>
        </p>
        <p className="soft">{say(isIndication ? 'statement_indication' : 'statement_note')}</p>
      </section>
      <section>
        <h2>{say('evidence')}</h2>
        {evidence.length === 0 ? (
          <p className="soft">{say('evidence_none')}</p>
        ) : (
          <EvidenceTable label={say('evidence')} rows={evidence} />
        )}
      </section>
      {law === null ? <p className="soft">{say('law_none')}</p> : <Law law={law} to={to} />}
    </div>
  );
}

interface LawProps extends Pick<Props, 'to'> {
  readonly law: NonNullable<OneFinding['law']>;
}

function Law({ law, to }: LawProps) {
  const say = useWords(findingsWords);
  const local = useLocalised();
  return (
    <>
      <section>
        <h2>{say('law')}</h2>
        <p>{local(law.law)}</p>
        <div className="soft">
          <CiteList cites={law.cites.map(citeOf)} to={to} />
        </div>
      </section>
      <section>
        <h2>{say('reading')}</h2>
        <p>{local(law.reading)}</p>
      </section>
      <section>
        <h2>{say('exceptions')}</h2>
        <Points texts={law.exceptions} none={say('exceptions_none')} />
      </section>
      <section>
        <h2>{say('wrong_when')}</h2>
        <Points texts={law.false_positives} none={say('wrong_none')} />
      </section>
      <section>
        <h2>{say('remedy')}</h2>
        <p>{local(law.remedy)}</p>
      </section>
    </>
  );
}

interface PointsProps {
  readonly texts: readonly Localised[];
  readonly none: string;
}

function Points({ texts, none }: PointsProps) {
  const local = useLocalised();
  if (texts.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul className={styles['points']}>
      {texts.map((text) => (
        <li key={text.en}>{local(text)}</li>
      ))}
    </ul>
  );
}

/** Kept of the inspection as its report had it. */
function citeOf({ law, article, url }: NonNullable<OneFinding['law']>['cites'][number]) {
  return { law, article, url: typeof url === 'string' ? url : null };
}

import { Button, Modal } from 'antd';
import { Link } from 'react-router';
import { useLanguage, useLocalised, useWords } from '../../app/language.ts';
import { EvidenceTable } from '../../parts/EvidenceTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { StandardLink } from '../../parts/StandardLink.tsx';
import { alertWords } from '../../text/alerts.ts';
import { tagWords } from '../../text/tags.ts';
import { kindText } from '../findings/subject-text.ts';
import { evidenceIn, textIn } from './alert-types.ts';
import type { Alert } from './alert-types.ts';
import { AlertFigures } from './AlertFigures.tsx';
import styles from './AlertsPage.module.css';
import { AlertState } from './AlertTable.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';

interface Props {
  readonly alert: Alert;
  readonly name: string;
  readonly close: () => void;
}

/** One alert: what crossed or broke what, on which evidence, by which events. */
export function AlertDialog({ alert, name, close }: Props) {
  useFocusBack();
  const say = useWords(alertWords);
  const local = useLocalised();
  const language = useLanguage();
  const tag = useWords(tagWords);
  const { subject, finding, provision, standard } = alert;
  const explanation = textIn(finding, 'explanation');
  const evidence = evidenceIn(finding);
  const { table, id } = subject;
  return (
    <Modal
      open
      onCancel={close}
      footer={null}
      title={<bdi>{name}</bdi>}
      width={680}
      destroyOnHidden
    >
      <div className={styles['body']}>
        <p>
          <AlertState of={alert} />{' '}
          <bdi>
            {kindText(table, language, table)} {id}
          </bdi>
        </p>
        {explanation !== null && (
          <p>
            <bdi>{local(explanation)}</bdi>
          </p>
        )}
        {alert.kind === 'line' && <AlertFigures alert={alert} />}
        {evidence.length > 0 && (
          <section>
            <h3>{say('evidence')}</h3>
            <EvidenceTable label={say('evidence')} rows={evidence} />
          </section>
        )}
        {standard !== undefined && (
          <p className="soft">
            {tag('standard')} <StandardLink standard={standard} />
          </p>
        )}
        <Causes alert={alert} />
        {provision !== undefined && (
          <p>
            <Link to={`/findings?provision=${encodeURIComponent(provision)}`}>
              {say('to_findings')}
            </Link>
          </p>
        )}
        <div className="buttons">
          <Button type="primary" onClick={close}>
            {say('close')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** The events that raised it, made it what it is, and ended it. */
function Causes({ alert: { first, latest, cleared } }: { readonly alert: Alert }) {
  const say = useWords(alertWords);
  const causes = [
    [say('first'), first],
    [say('latest'), latest],
    [say('cleared'), cleared],
  ] as const;
  return (
    <section>
      <h3>{say('events')}</h3>
      <PlainTable
        label={say('events')}
        heads={['', say('event'), say('at')]}
        rows={causes.flatMap(([name, cause]) =>
          cause === null
            ? []
            : [
                {
                  key: name,
                  cells: [
                    name,
                    <bdi key="event">{isDay(cause.at) ? say('day_began') : cause.event}</bdi>,
                    <Moment key="at" at={cause.at} />,
                  ],
                },
              ],
        )}
      />
    </section>
  );
}

/** A legal day that began is a cause as well: terms end with days. */
function isDay(at: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(at);
}

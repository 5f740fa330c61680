import { useLanguage, useWords } from '../../app/language.ts';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import type { SeverityLevel } from '../../parts/SeverityTag.tsx';
import { StageTag } from '../../parts/StageTag.tsx';
import type { Stage } from '../../parts/StageTag.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import { ordersWords } from '../../text/orders.ts';
import { needText } from './column-text.ts';
import { FindingLink } from './FindingLink.tsx';
import type { LifeRow } from './life-days.ts';
import styles from './RowDetail.module.css';

type Judgement = LifeRow['judged'][number];

interface Props {
  readonly inspection_id: string;
  readonly row: LifeRow;
}

/** What failed in full; what could not be told, and what held, behind a line each. */
export function JudgedList({ inspection_id, row }: Props) {
  const say = useWords(ordersWords);
  const { judged, set_provisions } = row;
  const failed = judged.filter(({ verdict }) => verdict === 'breach' || verdict === 'indication');
  const untold = judged.filter(({ verdict }) => verdict === 'cannot_tell');
  const held = judged.filter(({ verdict }) => verdict === 'no_breach');
  return (
    <>
      {judged.length === 0 && <p className="soft">{say('judged_none')}</p>}
      {failed.length > 0 && (
        <ul className={styles['list']}>
          {failed.map((one) => (
            <Failed key={one.provision} one={one} inspection_id={inspection_id} row={row} />
          ))}
        </ul>
      )}
      <Folded title={say('untold', { count: untold.length })} judged={untold} isOpen />
      <Folded title={say('held', { count: held.length })} judged={held} />
      {set_provisions.length > 0 && (
        <p className={styles['small']}>{say('set_provisions', { count: set_provisions.length })}</p>
      )}
    </>
  );
}

interface FailedProps extends Props {
  readonly one: Judgement;
}

function Failed({ one, inspection_id, row }: FailedProps) {
  const say = useWords(ordersWords);
  const language = useLanguage();
  const { verdict, title, explanation, version_in_force, severity, stage } = one;
  return (
    <li>
      <p className={styles['title']}>
        <VerdictTag verdict={verdict} />
        <span>{title[language]}</span>
      </p>
      <p>
        <bdi>{explanation[language]}</bdi>
      </p>
      <p className={styles['small']}>
        {/* The server's own words, which the tags take. */}
        <SeverityTag severity={severity as SeverityLevel} />
        <StageTag stage={stage as Stage} />
        <span>{say(one.by === 'inspection' ? 'by_inspection' : 'by_row')}</span>
        {version_in_force !== null && <span>{say('version', { day: version_in_force })}</span>}
        <FindingLink inspection_id={inspection_id} row={row} judgement={one} />
      </p>
    </li>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly judged: readonly Judgement[];
  readonly isOpen?: boolean;
}

function Folded({ title, judged, isOpen = false }: FoldedProps) {
  const say = useWords(ordersWords);
  const language = useLanguage();
  if (judged.length === 0) return null;
  return (
    <details open={isOpen && judged.length <= open_max}>
      <summary>{title}</summary>
      <ul className={styles['list']}>
        {judged.map((one) => (
          <li key={one.provision}>
            <p className={styles['title']}>
              <VerdictTag verdict={one.verdict} />
              <span>{one.title[language]}</span>
            </p>
            <p className={styles['small']}>
              <code>{one.provision}</code>
              {one.needs.length > 0 && (
                <span>
                  {say('needs', {
                    needs: one.needs.map((need) => needText(need, language)).join(' · '),
                  })}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

const open_max = 6;

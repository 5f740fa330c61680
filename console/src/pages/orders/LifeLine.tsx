import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../../app/language.ts';
import { StageTag } from '../../parts/StageTag.tsx';
import { instantText } from '../../parts/instant-text.ts';
import { ordersWords } from '../../text/orders.ts';
import { kindText } from '../findings/subject-text.ts';
import { columnText } from './column-text.ts';
import type { Life, LifeDay, LifeMoment } from './life-days.ts';
import styles from './LifeLine.module.css';
import type { Looked } from './LifeView.tsx';
import { RowMarks } from './RowMarks.tsx';
import { gravestOf } from './row-verdicts.ts';
import { zoneTime } from './zone-time.ts';

interface Props {
  readonly life: Life;
  readonly days: readonly LifeDay[];
  readonly looked: Looked | null;
  readonly look: (looked: Looked) => void;
  /** What opens below the moment looked at, on phones. */
  readonly detail: ReactNode;
}

/** One line in time: a station a day, across where there is room and down on phones. */
export function LifeLine({ days, ...rest }: Props) {
  const say = useWords(ordersWords);
  return (
    <div className={styles['box']} tabIndex={0} role="region" aria-label={say('timeline')}>
      <ol className={styles['line']}>
        {days.map((day) => (
          <li key={day.on} className={`${styles['day']} ${styles[day.stage]}`}>
            <div className={styles['stage']}>{day.begins && <StageTag stage={day.stage} />}</div>
            <time className={styles['date']} dateTime={day.on}>
              {day.on}
            </time>
            <div className={styles['rail']}>
              {day.next_days !== null && (
                <span className={styles['gap']}>{say('gap_days', { count: day.next_days })}</span>
              )}
            </div>
            <ul className={styles['moments']}>
              {day.moments.map((moment) => (
                <OneMoment key={moment.place} moment={moment} {...rest} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface OneProps extends Omit<Props, 'days'> {
  readonly moment: LifeMoment;
}

function OneMoment({ moment, life, looked, look, detail }: OneProps) {
  const language = useLanguage();
  const { at, column, place, isFirst } = moment;
  const row = life.rows[moment.row];
  if (row === undefined) return null;
  const isLooked = looked?.place === place;
  const tone = isFirst ? (gravestOf(row) ?? 'none') : 'none';
  const kin = looked?.row === moment.row ? styles['kin'] : '';
  return (
    <li>
      <button
        type="button"
        className={`${styles['moment']} ${styles[`tone_${tone}`]} ${kin}`}
        aria-pressed={isLooked}
        title={instantText(new Date(at)).exact}
        onClick={() => look({ place, row: moment.row })}
      >
        <span className={styles['time']}>{zoneTime(at, life.time_zone)}</span>
        <span className={styles['what']}>
          <span>{columnText(row.table, column)[language]}</span>
          <bdi className="soft">
            {kindText(row.table, language, row.table)} {row.id}
          </bdi>
          {isFirst && <RowMarks row={row} />}
        </span>
      </button>
      {isLooked && detail}
    </li>
  );
}

import { useLanguage, useWords } from '../../app/language.ts';
import { ordersWords } from '../../text/orders.ts';
import { kindText } from '../findings/subject-text.ts';
import type { LifeRow } from './life-days.ts';
import styles from './RowMarks.module.css';
import { verdictOrder, verdictsOf } from './row-verdicts.ts';

const signs = { breach: '✕', indication: '△', cannot_tell: '?', no_breach: '✓' } as const;

interface Props {
  readonly row: LifeRow;
  /** With the row's kind and id in front. */
  readonly isNamed?: boolean;
}

/** How many provisions failed, hinted, could not be told and held, a sign and a number each. */
export function RowMarks({ row, isNamed = false }: Props) {
  const say = useWords(ordersWords);
  const language = useLanguage();
  const counts = verdictsOf(row);
  const { breach, indication, cannot_tell: unknown, no_breach: ok } = counts;
  const shown = verdictOrder.filter((verdict) => counts[verdict] > 0);
  return (
    <span className={styles['marks']}>
      {isNamed && (
        <bdi>
          {kindText(row.table, language, row.table)} {row.id}
        </bdi>
      )}
      {shown.length > 0 && (
        <span
          role="img"
          aria-label={say('counts', { breach, indication, unknown, ok })}
          title={say('counts', { breach, indication, unknown, ok })}
          className={styles['counts']}
        >
          {shown.map((verdict) => (
            <span key={verdict} className={styles[verdict]}>
              {signs[verdict]} {counts[verdict]}
            </span>
          ))}
        </span>
      )}
    </span>
  );
}

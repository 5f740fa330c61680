import { useLanguage, useWords } from '../../app/language.ts';
import { ordersWords } from '../../text/orders.ts';
import { kindText } from '../findings/subject-text.ts';
import { JudgedList } from './JudgedList.tsx';
import type { Life, LifeRow } from './life-days.ts';
import { RecordFields } from './RecordFields.tsx';
import styles from './RowDetail.module.css';

interface Props {
  readonly life: Life;
  readonly row: LifeRow;
}

/** One row of the order's life: what provisions say of it, and what it says itself. */
export function RowDetail({ life, row }: Props) {
  const say = useWords(ordersWords);
  const language = useLanguage();
  const name = `${kindText(row.table, language, row.table)} ${row.id}`;
  return (
    <section className={styles['detail']} aria-label={name}>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <div className={styles['split']}>
        <div className={styles['part']}>
          <h3>{say('judged')}</h3>
          <JudgedList inspection_id={life.inspection_id} row={row} />
        </div>
        <div className={styles['part']}>
          <h3>{say('record')}</h3>
          <RecordFields life={life} row={row} />
        </div>
      </div>
    </section>
  );
}

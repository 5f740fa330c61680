import { useMemo, useState } from 'react';
import { useIsWide } from '../../app/look.ts';
import { useWords } from '../../app/language.ts';
import { ordersWords } from '../../text/orders.ts';
import { lifeDays } from './life-days.ts';
import type { Life } from './life-days.ts';
import { LifeLine } from './LifeLine.tsx';
import styles from './LifeView.module.css';
import { RowDetail } from './RowDetail.tsx';
import { RowMarks } from './RowMarks.tsx';
import { gravestOf, verdictOrder } from './row-verdicts.ts';

/** What is looked at: a moment of the line by its place, or a row that speaks of none. */
export interface Looked {
  readonly place: number | null;
  readonly row: number;
}

/** The line, and beside it whatever moment is chosen; on phones it opens below the moment. */
export function LifeView({ life }: { readonly life: Life }) {
  const say = useWords(ordersWords);
  const isWide = useIsWide();
  const days = useMemo(() => lifeDays(life), [life]);
  const [looked, setLooked] = useState<Looked | null>(() => gravest(life));
  const row = looked === null ? undefined : life.rows[looked.row];
  const detail = row !== undefined && <RowDetail life={life} row={row} />;
  return (
    <>
      <section aria-label={say('timeline')} className={styles['life']}>
        <LifeLine
          life={life}
          days={days}
          looked={looked}
          look={(next) => setLooked(isSame(looked, next) && !isWide ? null : next)}
          detail={isWide ? null : detail}
        />
        <p className={`soft ${styles['legend']}`}>{say('legend')}</p>
      </section>
      {life.undated.length > 0 && (
        <Undated life={life} looked={looked} look={setLooked} detail={isWide ? null : detail} />
      )}
      {isWide && detail !== false && <div className={styles['detail']}>{detail}</div>}
    </>
  );
}

function isSame(a: Looked | null, b: Looked): boolean {
  return a?.place === b.place && a.row === b.row;
}

/** What to look at first: the first moment of the row with the gravest verdict. */
function gravest({ line, rows, undated }: Life): Looked | null {
  for (const verdict of verdictOrder.slice(0, 2)) {
    const place = line.findIndex(({ row }) => {
      const one = rows[row];
      return one !== undefined && gravestOf(one) === verdict;
    });
    const found = line[place];
    if (found !== undefined) return { place, row: found.row };
  }
  const place = line.findIndex(({ row }) => rows[row]?.table === 'order');
  const order = line[place];
  if (order !== undefined) return { place, row: order.row };
  const [first] = undated;
  return first === undefined ? null : { place: null, row: first };
}

interface UndatedProps {
  readonly life: Life;
  readonly looked: Looked | null;
  readonly look: (looked: Looked) => void;
  readonly detail: React.ReactNode;
}

function Undated({ life, looked, look, detail }: UndatedProps) {
  const say = useWords(ordersWords);
  return (
    <section className={styles['undated']}>
      <h2 title={say('undated_more')}>{say('undated')}</h2>
      <ul>
        {life.undated.map((row) => {
          const one = life.rows[row];
          const isLooked = looked?.place === null && looked.row === row;
          return (
            one !== undefined && (
              <li key={row}>
                <button
                  type="button"
                  aria-pressed={isLooked}
                  onClick={() => look({ place: null, row })}
                >
                  <RowMarks row={one} isNamed />
                </button>
                {isLooked && detail}
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

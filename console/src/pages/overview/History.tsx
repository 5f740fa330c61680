import { useWords } from '../../app/language.ts';
import { overviewWords } from '../../text/overview.ts';
import styles from './History.module.css';
import type { Inspection } from './Prism.tsx';

const bar_px = 9;
const gap_px = 3;
const height_px = 28;

/** Provisions in breach over the latest inspections, a bar each; one alone says nothing. */
export function History({ inspection: { history } }: { readonly inspection: Inspection }) {
  const say = useWords(overviewWords);
  if (history.length < 2) return null;
  const most = Math.max(1, ...history.map(({ breach }) => breach));
  const width_px = history.length * (bar_px + gap_px);
  const told = history.map((one) => say('history_point', { day: one.as_of, count: one.breach }));
  return (
    <figure className={styles['history']}>
      <figcaption className="soft">{say('history')}</figcaption>
      <svg width={width_px} height={height_px} role="img" aria-label={told.join('; ')}>
        {history.map(({ inspection_id, breach }, i) => {
          const bar = Math.max(1, (breach / most) * height_px);
          return (
            <rect
              key={inspection_id}
              x={i * (bar_px + gap_px)}
              y={height_px - bar}
              width={bar_px}
              height={bar}
            >
              <title>{told[i]}</title>
            </rect>
          );
        })}
      </svg>
    </figure>
  );
}

import type { TenthResult } from '../../../../src/model/simulation.ts';
import { useWords } from '../../app/language.ts';
import { planWords } from '../../text/plans.ts';
import styles from './Plans.module.css';

const [width_px, height_px, column_px] = [640, 150, 64];
const [top_px, foot_px] = [18, 20];

/** Of each tenth in order of joining, how many are below zero: who comes late pays for who came. */
export function TenthsChart({ tenths }: { readonly tenths: readonly TenthResult[] }) {
  const say = useWords(planWords);
  const [first, last] = [tenths[0], tenths.at(-1)];
  if (first === undefined || last === undefined) return null;
  const room = height_px - top_px - foot_px;
  const label = say('tenths_chart', {
    first: percent(first.loss_share.q50),
    last: percent(last.loss_share.q50),
  });
  return (
    <figure className={styles['chart']}>
      <figcaption>{say('tenths')}</figcaption>
      <svg viewBox={`0 0 ${width_px} ${height_px}`} role="img" aria-label={label}>
        {tenths.map(({ tenth, loss_share: { q50 } }, i) => {
          const height = Math.max(1, (q50 ?? 0) * room);
          const middle = i * column_px + column_px / 2;
          return (
            <g key={tenth}>
              <rect
                className={styles['loss']}
                x={i * column_px + 8}
                y={height_px - foot_px - height}
                width={column_px - 16}
                height={height}
              />
              <text x={middle} y={height_px - foot_px - height - 5}>
                {percent(q50)}
              </text>
              <text x={middle} y={height_px - 5} className={styles['axis']}>
                {tenth}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}%`;
}

import { useWords } from '../../app/language.ts';
import { marketWords } from '../../text/market.ts';
import styles from './Market.module.css';
import type { Reading } from './MarketPage.tsx';
import { rateText } from './rate-text.ts';

interface Props {
  readonly title: string;
  readonly months: Reading['months'];
}

type Rate = Pick<Reading['months'][number], 'cases' | 'out_of'>;

const [month_px, height_px, line_px] = [10, 96, 2];

/** A bar a month, and a line across it where the year before stood. */
export function MonthChart({ title, months }: Props) {
  const say = useWords(marketWords);
  const rates = months.flatMap((one) => [
    shareOf(one),
    one.year_before === null ? 0 : shareOf(one.year_before),
  ]);
  const most = Math.max(...rates);
  const heightOf = (rate: Rate): number =>
    most === 0 ? 0 : (shareOf(rate) / most) * (height_px - line_px);
  const [first, last] = [months[0]?.month ?? '', months.at(-1)?.month ?? ''];
  return (
    <figure className={styles['months']}>
      <figcaption className="soft">{say('chart_key', { most: rateText(most) })}</figcaption>
      <svg
        viewBox={`0 0 ${months.length * month_px} ${height_px}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say('chart', { title, first, last, most: rateText(most) })}
      >
        {months.map((one, i) => (
          <g key={one.month}>
            <rect
              x={i * month_px + 1}
              y={height_px - heightOf(one)}
              width={month_px - 2}
              height={heightOf(one)}
            >
              <title>{`${one.month}: ${rateText(shareOf(one))}`}</title>
            </rect>
            {one.year_before !== null && (
              <rect
                className={styles['year_before']}
                x={i * month_px}
                y={height_px - heightOf(one.year_before) - line_px}
                width={month_px}
                height={line_px}
              />
            )}
          </g>
        ))}
      </svg>
      <p className={styles['ends']}>
        <time>{first}</time>
        <time>{last}</time>
      </p>
    </figure>
  );
}

function shareOf({ cases, out_of }: Rate): number {
  return cases / out_of;
}

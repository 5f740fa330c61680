import { useWords } from '../../app/language.ts';
import { marketWords } from '../../text/market.ts';
import styles from './Market.module.css';
import { rateText } from './rate-text.ts';

/** A month with its share of 1 and that of the year before; null where it is not known. */
export interface MonthBar {
  readonly month: string;
  readonly rate: number | null;
  readonly rate_before: number | null;
}

interface Props {
  readonly title: string;
  readonly bars: readonly MonthBar[];
}

const [month_px, height_px, line_px] = [10, 96, 2];

/** A bar a month, and a line across it where the year before stood. */
export function MonthChart({ title, bars }: Props) {
  const say = useWords(marketWords);
  const most = Math.max(...bars.flatMap(({ rate, rate_before }) => [rate ?? 0, rate_before ?? 0]));
  const heightOf = (rate: number | null): number =>
    most === 0 ? 0 : ((rate ?? 0) / most) * (height_px - line_px);
  const [first, last] = [bars[0]?.month ?? '', bars.at(-1)?.month ?? ''];
  return (
    <figure className={styles['months']}>
      <figcaption className="soft">{say('chart_key', { most: rateText(most) })}</figcaption>
      <svg
        viewBox={`0 0 ${bars.length * month_px} ${height_px}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say('chart', { title, first, last, most: rateText(most) })}
      >
        {bars.map(({ month, rate, rate_before }, i) => (
          <g key={month}>
            <rect
              x={i * month_px + 1}
              y={height_px - heightOf(rate)}
              width={month_px - 2}
              height={heightOf(rate)}
            >
              <title>{`${month}: ${rateText(rate)}`}</title>
            </rect>
            {rate_before !== null && (
              <rect
                className={styles['year_before']}
                x={i * month_px}
                y={height_px - heightOf(rate_before) - line_px}
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

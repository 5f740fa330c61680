import { useWords } from '../../app/language.ts';
import { marketWords } from '../../text/market.ts';
import type { BothRates } from './EffectCard.tsx';
import styles from './Market.module.css';
import { rateText } from './rate-text.ts';

interface Props extends BothRates {
  readonly title: string;
}

const [width_px, height_px, side_px, dot_px] = [320, 120, 48, 5];

/** Both before and after, a line each: the dashed one had no measure. */
export function SlopeChart({ title, treated, untreated }: Props) {
  const say = useWords(marketWords);
  const most = Math.max(treated.before, treated.after, untreated.before, untreated.after);
  const yOf = (rate: number): number =>
    height_px - dot_px - (most === 0 ? 0 : (rate / most) * (height_px - 2 * dot_px));
  const [from, to] = [side_px, width_px - side_px];
  const line = ({ before, after }: BothRates['treated']): string =>
    `M${from} ${yOf(before)}L${to} ${yOf(after)}`;
  const label = say('slope', {
    title,
    treated_before: rateText(treated.before),
    treated_after: rateText(treated.after),
    other_before: rateText(untreated.before),
    other_after: rateText(untreated.after),
  });
  return (
    <figure className={styles['slope']}>
      <svg viewBox={`0 0 ${width_px} ${height_px}`} role="img" aria-label={label}>
        <path className={styles['frame']} d={`M${from} 0V${height_px}M${to} 0V${height_px}`} />
        <path className={styles['untreated']} d={line(untreated)} />
        <path className={styles['treated']} d={line(treated)} />
        {[
          { x: from, rate: treated.before },
          { x: to, rate: treated.after },
        ].map(({ x, rate }) => (
          <circle key={x} cx={x} cy={yOf(rate)} r={dot_px} />
        ))}
      </svg>
      <p className={styles['ends']}>
        <span>{say('before')}</span>
        <span>{say('after')}</span>
      </p>
      <figcaption className={styles['keys']}>
        <span>
          <i className={styles['key_treated']} aria-hidden="true" /> {say('treated')}
        </span>
        <span>
          <i className={styles['key_untreated']} aria-hidden="true" /> {say('untreated')}
        </span>
      </figcaption>
    </figure>
  );
}

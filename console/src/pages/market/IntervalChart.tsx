import type { Effect } from './EffectsPage.tsx';
import styles from './Market.module.css';

interface Props {
  readonly label: string;
  readonly at: number;
  readonly interval: NonNullable<Effect['interval']>;
}

const [width_px, height_px] = [320, 20];

/** A difference with its interval, beside the line of no difference, which is always in sight. */
export function IntervalChart({ label, at, interval: { low, high } }: Props) {
  const reach = Math.max(Math.abs(low), Math.abs(high), Math.abs(at)) * 1.15 || 1;
  const xOf = (value: number): number => ((value + reach) / (2 * reach)) * width_px;
  const middle = height_px / 2;
  return (
    <svg
      className={styles['interval']}
      viewBox={`0 0 ${width_px} ${height_px}`}
      role="img"
      aria-label={label}
    >
      <path className={styles['frame']} d={`M${xOf(0)} 0V${height_px}`} />
      <path className={styles['range']} d={`M${xOf(low)} ${middle}H${xOf(high)}`} />
      <circle cx={xOf(at)} cy={middle} r={5} />
    </svg>
  );
}

import styles from './Bar.module.css';

interface Props {
  /** From 0 to 1; null where the end is not known. */
  readonly share: number | null;
  readonly label: string;
  readonly done?: boolean;
}

/** How far something is. */
export function Bar({ share, label, done = false }: Props) {
  const percent = share === null ? undefined : Math.floor(Math.min(1, share) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={styles['bar']}
    >
      <span
        className={[styles['full'], done && styles['done'], share === null && styles['open']]
          .filter(Boolean)
          .join(' ')}
        style={{ width: `${percent ?? 30}%` }}
      />
    </div>
  );
}

import { useWords } from '../app/language.ts';
import { stateWords } from '../text/states.ts';
import styles from './States.module.css';

interface Props {
  /** As many lines as what is waited for will have. */
  readonly lines?: number;
  /** Height of one, as it will be. */
  readonly line_px?: number;
}

const widths = ['w70', 'w90', 'w55', 'w80', 'w65'] as const;

/** In the place and of the size of what comes: nothing moves when it is there. */
export function Loading({ lines = 6, line_px = 40 }: Props) {
  const say = useWords(stateWords);
  return (
    <div className={styles['loading']} role="status" aria-label={say('loading')}>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className={styles['row']} style={{ height: line_px }}>
          <span className={styles[widths[i % widths.length] ?? 'w70']} />
        </div>
      ))}
    </div>
  );
}

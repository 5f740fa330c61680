import { useWords } from '../app/language.ts';
import { tagWords } from '../text/tags.ts';
import styles from './SeverityTag.module.css';

export type SeverityLevel = 'high' | 'medium' | 'low';

const bars: Readonly<Record<SeverityLevel, number>> = { high: 3, medium: 2, low: 1 };

/** Three bars and the word: no colour, which verdicts have. */
export function SeverityTag({ severity }: { readonly severity: SeverityLevel }) {
  const say = useWords(tagWords);
  const level = say(severity);
  return (
    <span className={styles['tag']} title={say('severity', { level })}>
      <svg viewBox="0 0 14 12" width="14" height="12" aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 5}
            y={12 - bar * 4}
            width="3"
            height={bar * 4}
            className={bar <= bars[severity] ? styles['on'] : styles['off']}
          />
        ))}
      </svg>
      {level}
    </span>
  );
}

import { useWords } from '../app/language.ts';
import { tagWords } from '../text/tags.ts';
import styles from './StageTag.module.css';

export type Stage = 'pre' | 'in' | 'after' | 'line';

/** One of the three moments of a sale, a ray of the prism; a criminal line is none of them. */
export function StageTag({ stage }: { readonly stage: Stage }) {
  const say = useWords(tagWords);
  return (
    <span className={`${styles['stage']} ${styles[stage]}`}>
      {stage !== 'line' && <Ray stage={stage} />}
      {say(stage)}
    </span>
  );
}

function Ray({ stage }: { readonly stage: Exclude<Stage, 'line'> }) {
  return (
    <svg viewBox="0 0 16 12" width="16" height="12" aria-hidden="true">
      <path className={styles[stage === 'pre' ? 'own' : 'other']} d="M0 6L16 1" />
      <path className={styles[stage === 'in' ? 'own' : 'other']} d="M0 6H16" />
      <path className={styles[stage === 'after' ? 'own' : 'other']} d="M0 6L16 11" />
    </svg>
  );
}

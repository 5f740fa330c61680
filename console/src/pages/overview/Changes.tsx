import { useWords } from '../../app/language.ts';
import { overviewWords } from '../../text/overview.ts';
import styles from './Changes.module.css';
import type { Inspection } from './Prism.tsx';

/** What became of subjects since the inspection before. */
export function Changes({ inspection: { changes } }: { readonly inspection: Inspection }) {
  const say = useWords(overviewWords);
  if (changes === null) return <p className="soft">{say('first')}</p>;
  const unknown = changes.cannot_tell + changes.not_checked_before;
  return (
    <p className={styles['changes']}>
      <span className="soft">{say('changes')}</span>
      <span className={changes.new > 0 ? styles['worse'] : undefined}>
        {say('changed_new', { count: changes.new })}
      </span>
      <span>{say('changed_still', { count: changes.still })}</span>
      <span className={changes.gone > 0 ? styles['better'] : undefined}>
        {say('changed_gone', { count: changes.gone })}
      </span>
      {unknown > 0 && <span>{say('changed_unknown', { count: unknown })}</span>}
    </p>
  );
}

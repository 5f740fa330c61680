import { useLocalised, useWords } from '../../app/language.ts';
import { precheckWords } from '../../text/precheck.ts';
import styles from '../../parts/Verdicts.module.css';

interface Issue {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** What could not be read of what was pasted. */
export function Issues({ issues }: { readonly issues: readonly Issue[] }) {
  const say = useWords(precheckWords);
  const local = useLocalised();
  if (issues.length === 0) return null;
  return (
    <section className={styles['issues']} role="alert">
      <h3>{say('unread')}</h3>
      <ul>
        {issues.map((issue) => (
          <li key={`${issue.code} ${issue.en}`}>
            <bdi>{local(issue)}</bdi> <code>{issue.code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

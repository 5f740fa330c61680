import type { draftsLint } from '../../../../src/server/contract/drafts.ts';
import type { Good } from '../../api/call.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { draftsWords } from '../../text/drafts.ts';
import styles from './Drafts.module.css';

export type Fault = Good<typeof draftsLint>['body']['diagnostics'][number];

interface Props {
  readonly faults: readonly Fault[];
  readonly busy: boolean;
  readonly error: unknown;
  readonly show: (fault: Fault) => void;
}

/** What is wrong in the files, each leading to its place. */
export function Faults({ faults, busy, error, show }: Props) {
  const say = useWords(draftsWords);
  const language = useLanguage();
  const told = faults.length === 0 ? say('checked') : say('wrong', { count: faults.length });
  return (
    <div>
      <p role="status" className={styles['state']}>
        {error === null && (busy ? say('checking') : told)}
      </p>
      <ProblemLine error={error} />
      <ul className={styles['faults']}>
        {faults.map((fault, i) => (
          <li key={i}>
            <button type="button" onClick={() => show(fault)}>
              {fault.file ?? ''} {fault.line ?? ''}:{fault.column ?? ''}
            </button>{' '}
            <bdi>{fault[language]}</bdi> <code className="soft">{fault.code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

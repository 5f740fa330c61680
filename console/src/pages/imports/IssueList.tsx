import { useLocalised, useWords } from '../../app/language.ts';
import { Tag } from '../../parts/Tag.tsx';
import type { TagTone } from '../../parts/Tag.tsx';
import { importWords } from '../../text/imports.ts';
import type { Accounting } from './AccountingView.tsx';
import { countText } from './count-text.ts';
import styles from './IssueList.module.css';

type Issue = Accounting['issues'][number];

const tones: Readonly<Record<string, TagTone>> = { error: 'breach', warning: 'indication' };

/** Every kind of thing met while reading: how often, where first, what to do. */
export function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  const say = useWords(importWords);
  const local = useLocalised();
  if (issues.length === 0) return <p className="soft">{say('issues_none')}</p>;
  return (
    <div>
      <h3>{say('issues', { count: issues.length })}</h3>
      <ul className={styles['list']}>
        {issues.map((issue, i) => (
          <li key={`${issue.code} ${i}`}>
            <span className={styles['head']}>
              <Tag tone={tones[issue.severity] ?? 'plain'}>{severityText(issue, say)}</Tag>
              <span>{say('times', { count: countText(issue.count) })}</span>
              {issue.file !== null && (
                <span className="soft">
                  {say('first_at')} <bdi>{placeOf(issue)}</bdi>
                </span>
              )}
              <code className="soft">{issue.code}</code>
            </span>
            <bdi>{local(issue)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Say = ReturnType<typeof useWords<(typeof importWords)['zh']>>;

function severityText({ severity }: Issue, say: Say): string {
  if (severity === 'error') return say('severity_error');
  return severity === 'warning' ? say('severity_warning') : say('severity_info');
}

/** `dump.sql:12:3`, as far as it is known. */
function placeOf({ file, line, column }: Issue): string {
  return [file, line, column].filter((part) => part !== null).join(':');
}

import { useMemo } from 'react';
import { useWords } from '../app/language.ts';
import { diffWords } from '../text/diff.ts';
import { lineDiff } from './line-diff.ts';
import type { Run } from './line-diff.ts';
import styles from './LineDiff.module.css';

const context_lines = 3;
const signs = { gone: '−', new: '+', same: ' ' } as const;

interface Props {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Two texts as they differ, line by line; what is the same for long is folded away. */
export function LineDiff({ label, before, after }: Props) {
  const say = useWords(diffWords);
  const runs = useMemo(() => lineDiff(before, after), [before, after]);
  if (runs.every(({ kind }) => kind === 'same')) return <p>{say('same')}</p>;
  return (
    <div className={styles['text']} role="region" aria-label={label} tabIndex={0}>
      {runs.map((run, i) => (
        <OneRun key={i} run={run} isFirst={i === 0} isLast={i === runs.length - 1} />
      ))}
    </div>
  );
}

interface RunProps {
  readonly run: Run;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function OneRun({ run: { kind, lines }, isFirst, isLast }: RunProps) {
  const say = useWords(diffWords);
  if (kind !== 'same') return <Lines kind={kind} lines={lines} />;
  const head = isFirst ? 0 : context_lines;
  const foot = isLast ? 0 : context_lines;
  if (lines.length <= head + foot + 1) return <Lines kind="same" lines={lines} />;
  const count = lines.length - head - foot;
  return (
    <>
      <Lines kind="same" lines={lines.slice(0, head)} />
      <div className={styles['skipped']}>{say('unchanged_lines', { count })}</div>
      <Lines kind="same" lines={lines.slice(lines.length - foot)} />
    </>
  );
}

function Lines({ kind, lines }: Run) {
  const inner = lines.map((line) => `${signs[kind]} ${line}`).join('\n');
  if (lines.length === 0) return null;
  if (kind === 'gone') return <del className={styles['gone']}>{inner}</del>;
  if (kind === 'new') return <ins className={styles['new']}>{inner}</ins>;
  return <span className={styles['same']}>{inner}</span>;
}

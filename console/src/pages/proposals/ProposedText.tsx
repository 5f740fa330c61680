import { Checkbox, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useLanguage, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { proposalWords } from '../../text/proposals.ts';
import { lineDiff } from './line-diff.ts';
import type { Run } from './line-diff.ts';
import { readableProvision } from './readable-provision.ts';
import type { ProposalView } from './proposal-types.ts';
import styles from './ProposedText.module.css';

type Props = Pick<ProposalView, 'files' | 'before'>;

/** The files of a proposal, each whole or as it differs from the version before. */
export function ProposedText({ files, before }: Props) {
  const say = useWords(proposalWords);
  const names = useMemo(() => namesOf(files, before), [files, before]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [comparing, setComparing] = useState(before !== null);
  const name = names.find((one) => one === chosen) ?? names[0] ?? '';
  const textIn = (all: Props['files'] | undefined): string =>
    all?.find((one) => one.name === name)?.text ?? '';
  return (
    <div className={styles['root']}>
      <div className={styles['bar']}>
        <Field label={say('file')}>
          {(id) => (
            <Select
              id={id}
              value={name}
              options={names.map((value) => ({ value, label: value }))}
              onChange={setChosen}
            />
          )}
        </Field>
        {before === null ? (
          <p className="soft">{say('first_version')}</p>
        ) : (
          <Checkbox checked={comparing} onChange={({ target }) => setComparing(target.checked)}>
            {say('compare', { version: before.version })}
          </Checkbox>
        )}
      </div>
      {!comparing && <Readable name={name} text={textIn(files)} />}
      {comparing && before !== null ? (
        <Differences before={textIn(before.files)} after={textIn(files)} />
      ) : (
        <pre className={styles['text']} tabIndex={0}>
          {textIn(files)}
        </pre>
      )}
    </div>
  );
}

/** A provision in words, before the text that machines read. */
function Readable({ name, text }: { readonly name: string; readonly text: string }) {
  const say = useWords(proposalWords);
  const found = readableProvision(name, text, useLanguage());
  if (found === null) return null;
  return (
    <dl className={styles['readable']}>
      <dt>{say('law')}</dt>
      <dd>
        <bdi>{found.law}</bdi>
      </dd>
      <dt>{say('reading')}</dt>
      <dd>
        <bdi>{found.reading}</bdi>
      </dd>
    </dl>
  );
}

/** Provisions first, as that is what people come for; files only the version before had, last. */
function namesOf(files: Props['files'], before: Props['before']): string[] {
  const now = files.map(({ name }) => name);
  const gone = (before?.files ?? []).map(({ name }) => name).filter((name) => !now.includes(name));
  const weight = (name: string): number =>
    /^provisions\/.*\.md$/.test(name) ? 0 : name === 'pack.yaml' ? 1 : 2;
  return [...now.toSorted((a, b) => weight(a) - weight(b)), ...gone];
}

const context_lines = 3;
const signs = { gone: '−', new: '+', same: ' ' } as const;

function Differences({ before, after }: { readonly before: string; readonly after: string }) {
  const say = useWords(proposalWords);
  const runs = useMemo(() => lineDiff(before, after), [before, after]);
  if (runs.every(({ kind }) => kind === 'same')) return <p>{say('same')}</p>;
  return (
    <div className={styles['text']} role="region" aria-label={say('text')} tabIndex={0}>
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
  const say = useWords(proposalWords);
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

import { Checkbox, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useLanguage, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { LineDiff } from '../../parts/LineDiff.tsx';
import { proposalWords } from '../../text/proposals.ts';
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
        <LineDiff label={say('text')} before={textIn(before.files)} after={textIn(files)} />
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

import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { verifyWords } from '../../text/verify.ts';
import styles from './Verify.module.css';
import { key_sources } from './given.ts';
import type { Given } from './given.ts';

interface Props {
  readonly given: Given;
  readonly change: (given: Given) => void;
}

/** Whose keys the bag is held to, and what else its holder brings from elsewhere. */
export function GivenFields({ given, change }: Props) {
  const say = useWords(verifyWords);
  return (
    <>
      <fieldset className={styles['keys']}>
        <legend>{say('keys')}</legend>
        <Radio.Group
          vertical
          value={given.source}
          onChange={({ target }) => {
            const source = key_sources.find((one) => one === target.value);
            if (source !== undefined) change({ ...given, source });
          }}
          options={key_sources.map((one) => ({
            value: one,
            label: (
              <KeySourceLabel title={say(`keys_${one}`)}>{say(`about_${one}`)}</KeySourceLabel>
            ),
          }))}
        />
      </fieldset>
      {given.source === 'own' && (
        <Field label={say('own')} hint={say('own_hint')}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={3}
              spellCheck={false}
              className={styles['mono']}
              value={given.own}
              onChange={({ target }) => change({ ...given, own: target.value })}
            />
          )}
        </Field>
      )}
      <details className={styles['more']}>
        <summary>{say('more')}</summary>
        <Field label={say('older')} hint={say('older_hint')}>
          {(id) => <FileInput id={id} change={(older) => change({ ...given, older })} />}
        </Field>
        <Field label={say('certificates')} hint={say('certificates_hint')}>
          {(id) => (
            <FileInput id={id} change={(file) => change({ ...given, certificates: file })} />
          )}
        </Field>
      </details>
    </>
  );
}

function KeySourceLabel({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <span className={styles['source']}>
      <span>{title}</span>
      <span className="soft">{children}</span>
    </span>
  );
}

interface FileInputProps {
  readonly id: string;
  readonly change: (file: File | null) => void;
}

/** The browser's own: it shows the name, and takes it away again. */
function FileInput({ id, change }: FileInputProps) {
  return (
    <input
      id={id}
      type="file"
      className={styles['file']}
      onChange={({ currentTarget }) => change(currentTarget.files?.[0] ?? null)}
    />
  );
}

import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { draftsWords } from '../../text/drafts.ts';
import { provisionOf, withProvision } from './draft-files.ts';
import type { DraftFile } from './draft-files.ts';
import styles from './Drafts.module.css';

interface Props {
  readonly files: readonly DraftFile[];
  /** The provision at hand, which is copied. */
  readonly like: string | null;
  readonly setFiles: (files: DraftFile[]) => void;
  readonly choose: (file: string) => void;
}

/** One provision more, to be rewritten. */
export function AddProvision({ files, like, setFiles, choose }: Props) {
  const say = useWords(draftsWords);
  const [id, setId] = useState('');
  const isFree = !files.some(({ name }) => provisionOf(name) === id);
  const isReady = /^[a-z][a-z0-9.-]{2,99}$/.test(id) && isFree;
  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    const next = withProvision(files, like, id);
    setFiles([...next]);
    choose(next.find(({ name }) => name.endsWith(`${id}.md`))?.name ?? '');
    setId('');
  };
  return (
    <form className={styles['tools']} onSubmit={add}>
      <Field label={say('add_id')} hint={say('add_hint')}>
        {(field) => (
          <Input
            id={field}
            value={id}
            maxLength={100}
            autoCapitalize="off"
            onChange={(event) => setId(event.target.value.trim())}
          />
        )}
      </Field>
      <Button htmlType="submit" disabled={!isReady}>
        {say('add_do')}
      </Button>
    </form>
  );
}

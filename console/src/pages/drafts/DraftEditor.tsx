import { App, Button, Select } from 'antd';
import { useRef, useState } from 'react';
import { draftsLint, draftsRevise } from '../../../../src/server/contract/drafts.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useSettled } from '../../api/use-settled.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { LinedText } from '../../parts/LinedText.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { selectPlace } from '../../parts/select-place.ts';
import { draftsWords } from '../../text/drafts.ts';
import { AddProvision } from './AddProvision.tsx';
import { CopyProvision } from './CopyProvision.tsx';
import { provisionOf } from './draft-files.ts';
import type { DraftBody } from './draft-body.ts';
import type { DraftFile } from './draft-files.ts';
import styles from './Drafts.module.css';
import { Faults } from './Faults.tsx';
import type { Fault } from './Faults.tsx';
import { RemoveProvision } from './RemoveProvision.tsx';

interface Props {
  readonly draft_id: string;
  readonly revision: number;
  readonly files: readonly DraftFile[];
  readonly setFiles: (files: DraftFile[]) => void;
  readonly isChanged: boolean;
  readonly saved: (revision: DraftBody['revision']) => void;
  readonly mayWrite: boolean;
}

const settle_ms = 700;

/** The files of a draft, one at a time, checked as they are written. */
export function DraftEditor(props: Props) {
  const { draft_id, revision, files, setFiles, isChanged, saved, mayWrite } = props;
  const say = useWords(draftsWords);
  const box = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState('');
  const file = files.find(({ name }) => name === chosen) ?? firstOf(files);
  const settled = useSettled(files, settle_ms);
  const lint = useAsked(draftsLint, { body: { files: [...settled] } }, { keep: true });
  const faults = lint.data?.diagnostics ?? [];
  // An answer about a text that stood before says nothing of this one.
  const isOfThis = settled === files && !lint.isFetching && lint.data !== undefined;
  const show = (fault: Fault): void => {
    if (fault.file !== null) setChosen(fault.file);
    const { line, column, length } = fault;
    // Once the file is there.
    requestAnimationFrame(() => {
      if (box.current !== null && line !== null) selectPlace(box.current, { line, column, length });
    });
  };
  if (file === undefined) return null;
  const write = (text: string): void =>
    setFiles(files.map((one) => (one.name === file.name ? { ...one, text } : one)));
  const provision = provisionOf(file.name);
  return (
    <div className={styles['pair']}>
      <div className={styles['tools']}>
        <Field label={say('file')}>
          {(id) => (
            <Select
              id={id}
              value={file.name}
              onChange={setChosen}
              options={files.map(({ name }) => ({ value: name, label: name }))}
            />
          )}
        </Field>
        {mayWrite && provision !== null && (
          <RemoveProvision provision={provision} files={files} setFiles={setFiles} />
        )}
      </div>
      <LinedText
        box={box}
        label={file.name}
        value={file.text}
        wrong={faults.flatMap((one) =>
          one.file === file.name && one.line !== null ? [one.line] : [],
        )}
        {...(mayWrite && { change: write })}
      />
      <Faults faults={faults} busy={!isOfThis} error={lint.error} show={show} />
      {mayWrite && (
        <>
          <SaveRevision
            draft_id={draft_id}
            revision={revision}
            files={files}
            isChanged={isChanged}
            saved={saved}
          />
          <AddProvision files={files} like={provision} setFiles={setFiles} choose={setChosen} />
          <CopyProvision files={files} setFiles={setFiles} choose={setChosen} />
        </>
      )}
    </div>
  );
}

/** The text of a provision, for which one comes here; else whatever is there. */
function firstOf(files: readonly DraftFile[]): DraftFile | undefined {
  return files.find(({ name }) => /^provisions\/.*\.md$/.test(name)) ?? files[0];
}

type SaveProps = Pick<Props, 'draft_id' | 'revision' | 'files' | 'isChanged' | 'saved'>;

function SaveRevision({ draft_id, revision, files, isChanged, saved }: SaveProps) {
  const say = useWords(draftsWords);
  const { message } = App.useApp();
  const save = useAsk(draftsRevise, {
    changes: ['drafts.'],
    done: (body) => {
      saved(body);
      void message.success(say('saved', { revision: body.number }));
    },
  });
  return (
    <div>
      <ProblemLine error={save.error} />
      <div className={styles['tools']}>
        <Button
          type="primary"
          disabled={!isChanged}
          loading={save.isPending}
          onClick={() =>
            save.mutate({ params: { draft_id }, body: { expected: revision, files: [...files] } })
          }
        >
          {say('save')}
        </Button>
        <span role="status" className="soft">
          {isChanged ? say('unsaved') : ''}
        </span>
      </div>
    </div>
  );
}

import { useState } from 'react';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { importWords } from '../../text/imports.ts';
import { DetectionView } from './DetectionView.tsx';
import { DropZone } from '../../parts/DropZone.tsx';
import { mergedMapping, withColumn } from './mapping-text.ts';
import { MappingEditor } from './MappingEditor.tsx';
import styles from './NewImport.module.css';
import { StartForm } from './StartForm.tsx';
import { UploadLine } from './UploadLine.tsx';
import { useDetections } from './use-detections.ts';
import type { Detection } from './use-detections.ts';
import { useUploads } from './use-uploads.ts';

/** From files to an inspection: send, see what they are, correct it, begin. */
export function NewImport() {
  const say = useWords(importWords);
  const uploads = useUploads();
  const { files } = uploads;
  const done = files.flatMap(({ file, upload, state }) =>
    state === 'done' && upload !== null ? [{ id: upload.id, name: file.name }] : [],
  );
  const isWhole = files.length > 0 && done.length === files.length;
  return (
    <div className={styles['steps']}>
      <section aria-label={say('step_send')}>
        <DropZone
          call={say('drop')}
          kinds={say('drop_kinds')}
          choose={say('choose')}
          several
          take={uploads.add}
        />
        {files.map((one) => (
          <UploadLine key={one.key} one={one} uploads={uploads} />
        ))}
      </section>
      {done.length > 0 && (
        // Another set of files is looked at anew: what was corrected was of the old ones.
        <Looked key={done.map(({ id }) => id).join(' ')} done={done} isWhole={isWhole} />
      )}
    </div>
  );
}

interface LookedProps {
  readonly done: readonly { readonly id: string; readonly name: string }[];
  readonly isWhole: boolean;
}

function Looked({ done, isWhole }: LookedProps) {
  const say = useWords(importWords);
  const answers = useDetections(done.map(({ id }) => id));
  const [corrected, setCorrected] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const known = answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const isKnown = known.length === done.length;
  const base = isKnown ? mergedMapping(known.map(({ mapping }) => mapping)) : '';
  const mapping = corrected ?? base;
  const change = (text: string | null): void => {
    setCorrected(text === base ? null : text);
    setError(null);
  };
  return (
    <>
      <section>
        <h2>{say('step_look')}</h2>
        {done.map(({ id, name }, i) => (
          <OneFile
            key={id}
            name={name}
            answer={answers[i]}
            mapping={mapping}
            choose={(role, raw) => change(withColumn(mapping, role, raw))}
          />
        ))}
        {isKnown && (
          <MappingEditor
            text={mapping}
            isChanged={corrected !== null}
            change={change}
            error={error}
          />
        )}
      </section>
      {isWhole && (
        <section>
          <h2>{say('step_start')}</h2>
          {corrected !== null && <p className={styles['note']}>{say('mapping_used')}</p>}
          <StartForm
            name={done[0]?.name.replace(/\.[^.]+$/, '') ?? ''}
            uploads={done.map(({ id }) => id)}
            mapping={corrected}
            failed={setError}
          />
        </section>
      )}
    </>
  );
}

interface OneProps extends Pick<Parameters<typeof DetectionView>[0], 'mapping' | 'choose'> {
  readonly name: string;
  readonly answer:
    | {
        readonly data: Detection | undefined;
        readonly error: unknown;
        readonly refetch: () => unknown;
      }
    | undefined;
}

function OneFile({ name, answer, mapping, choose }: OneProps) {
  const say = useWords(importWords);
  if (answer?.data !== undefined) {
    return <DetectionView name={name} detection={answer.data} mapping={mapping} choose={choose} />;
  }
  if (answer?.error != null) {
    return <Failed error={answer.error} retry={() => void answer.refetch()} />;
  }
  return (
    <>
      <p className="soft">{say('looking', { name })}</p>
      <Loading lines={4} />
    </>
  );
}

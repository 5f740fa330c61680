import { Button } from 'antd';
import { useWords } from '../../app/language.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { importWords } from '../../text/imports.ts';
import { Bar } from '../../parts/Bar.tsx';
import { sizeText } from '../../parts/size-text.ts';
import styles from './UploadLine.module.css';
import type { FileUpload, Uploads } from './use-uploads.ts';

interface Props {
  readonly one: FileUpload;
  readonly uploads: Uploads;
}

/** One file on its way: how much is there, pause, go on, take away. */
export function UploadLine({ one, uploads }: Props) {
  const say = useWords(importWords);
  const { key, file, state, upload, error } = one;
  const there = upload?.received_bytes ?? 0;
  const share = file.size === 0 ? 0 : there / file.size;
  const stoppable = state === 'sending' || state === 'waiting';
  return (
    <div className={styles['line']}>
      <p className={styles['name']}>
        <bdi>{file.name}</bdi>
      </p>
      <p className={styles['state']}>
        {say(`upload_${state}`)} · {sizeText(there)} / {sizeText(file.size)}
      </p>
      <div className={styles['buttons']}>
        {stoppable && (
          <Button size="small" onClick={() => uploads.pause(key)}>
            {say('pause')}
          </Button>
        )}
        {(state === 'paused' || state === 'failed') && (
          <Button size="small" onClick={() => uploads.resume(key)}>
            {say('resume')}
          </Button>
        )}
        <Button size="small" type="text" onClick={() => uploads.remove(key)}>
          {say('remove')}
        </Button>
      </div>
      <div className={styles['whole']}>
        <Bar share={share} label={file.name} done={state === 'done'} />
        {state === 'failed' && <ProblemLine error={error} />}
        {upload?.sha256 != null && (
          <p className={styles['digest']}>
            SHA-256 <code>{upload.sha256}</code>
          </p>
        )}
      </div>
    </div>
  );
}

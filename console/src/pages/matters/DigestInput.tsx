import { Input } from 'antd';
import { useWords } from '../../app/language.ts';
import { matterWords } from '../../text/matters.ts';
import styles from './DataField.module.css';

interface Props {
  readonly id: string;
  readonly text: string;
  readonly status: '' | 'error';
  readonly many: boolean;
  readonly set: (value: string) => void;
}

/** Digests of files: written, or made here of files that do not leave this machine. */
export function DigestInput({ id, text, status, many, set }: Props) {
  const say = useWords(matterWords);
  const take = async (files: FileList | null): Promise<void> => {
    const made = await Promise.all([...(files ?? [])].map(digestOf));
    if (made.length === 0) return;
    set([...(many && text.trim() !== '' ? [text.trim()] : []), ...made].join('\n'));
  };
  return (
    <div className={styles['digest']}>
      <Input.TextArea
        id={id}
        value={text}
        status={status}
        rows={3}
        onChange={(event) => set(event.target.value)}
      />
      {/* Browsers give digests to pages over HTTPS or of this machine alone. */}
      {isSecureContext && (
        <input
          type="file"
          aria-label={say('digest_of_file')}
          multiple={many}
          onChange={(event) => void take(event.target.files)}
        />
      )}
    </div>
  );
}

async function digestOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

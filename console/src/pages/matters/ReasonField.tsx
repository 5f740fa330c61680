import { Input } from 'antd';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { matterWords } from '../../text/matters.ts';
import styles from './DataField.module.css';

interface Props {
  readonly needed: boolean;
  readonly reason: string;
  readonly set: (reason: string) => void;
  readonly missing: boolean;
}

const chars_max = 20_000;

/** Why a step is taken: it goes on record, and where it is needed the parties read it. */
export function ReasonField({ needed, reason, set, missing }: Props) {
  const say = useWords(matterWords);
  const name = say('reason');
  return (
    <div>
      <Field
        label={needed ? name : say('optional', { name })}
        hint={needed ? say('reason_needed') : undefined}
      >
        {(id) => (
          <Input.TextArea
            id={id}
            value={reason}
            maxLength={chars_max}
            rows={needed ? 3 : 2}
            status={missing ? 'error' : ''}
            onChange={(event) => set(event.target.value)}
          />
        )}
      </Field>
      {missing && (
        <p className={styles['fault']} role="alert">
          {say('fault_missing', { name })}
        </p>
      )}
    </div>
  );
}

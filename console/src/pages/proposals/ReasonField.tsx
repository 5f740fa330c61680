import { Input } from 'antd';
import { Field } from '../../parts/Field.tsx';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly needed?: boolean;
  readonly value: string;
  readonly change: (value: string) => void;
}

const reason_chars_max = 2_000;

/** Why: several lines, kept and shown with the step. */
export function ReasonField({ label, hint, needed = true, value, change }: Props) {
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <Input.TextArea
          id={id}
          rows={4}
          maxLength={reason_chars_max}
          required={needed}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </Field>
  );
}

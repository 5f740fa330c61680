import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useWords } from '../app/language.ts';
import { confirmWords } from '../text/confirm.ts';
import { Field } from './Field.tsx';
import { ProblemLine } from './ProblemLine.tsx';

interface Props {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, to whom, and whether it can be undone. */
  readonly children: ReactNode;
  /** The button's verb. */
  readonly verb: string;
  readonly danger?: boolean;
  /** False where nothing of it goes on record: the reason is empty then. */
  readonly asksReason?: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly confirm: (reason: string) => void;
  readonly cancel: () => void;
}

const reason_chars_max = 2_000;

/** Before a step that weighs: says what it does, and wants a reason where that goes on record. */
export function ConfirmStep(props: Props) {
  const { open, title, children, verb, danger = false, asksReason = true } = props;
  const { pending, error, confirm, cancel } = props;
  const say = useWords(confirmWords);
  const [reason, setReason] = useState('');
  const isReady = !asksReason || reason.trim() !== '';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isReady) confirm(reason.trim());
  };
  return (
    <Modal
      open={open}
      onCancel={cancel}
      afterClose={() => setReason('')}
      footer={null}
      title={title}
      width={480}
      destroyOnHidden
    >
      <form className="fields" onSubmit={submit}>
        <div>{children}</div>
        {asksReason && (
          <Field label={say('reason')} hint={say('reason_hint')}>
            {(id) => (
              <Input.TextArea
                id={id}
                autoFocus
                required
                rows={3}
                maxLength={reason_chars_max}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        )}
        <ProblemLine error={error} />
        <div className="buttons">
          <Button onClick={cancel}>{say('cancel')}</Button>
          <Button
            type="primary"
            danger={danger}
            htmlType="submit"
            loading={pending}
            disabled={!isReady}
          >
            {verb}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

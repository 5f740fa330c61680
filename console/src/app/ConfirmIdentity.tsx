import { Button, Input, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { sessionConfirm } from '../../../src/server/contract/session.ts';
import { onConfirmIdentity } from '../api/confirmation.ts';
import { useAsk } from '../api/use-ask.ts';
import { Field } from '../parts/Field.tsx';
import { LoginHint } from '../parts/LoginHint.tsx';
import { ProblemLine } from '../parts/ProblemLine.tsx';
import { shellWords } from '../text/shell.ts';
import { useWords } from './language.ts';

/** Asks again who is there, when a route wants to know; what was asked goes on after it. */
export function ConfirmIdentity() {
  const say = useWords(shellWords);
  const [open, setOpen] = useState(false);
  const waiting = useRef<(done: boolean) => void>(() => undefined);
  const confirm = useAsk(sessionConfirm);
  useEffect(
    () =>
      onConfirmIdentity(
        () =>
          new Promise((resolve) => {
            waiting.current = resolve;
            setOpen(true);
          }),
      ),
    [],
  );
  const end = (done: boolean): void => {
    confirm.reset();
    setOpen(false);
    waiting.current(done);
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [password, code] = [String(fields.get('password')), String(fields.get('code'))];
    confirm.mutate(
      { body: { password, ...(code !== '' && { code }) } },
      { onSuccess: () => end(true) },
    );
  };
  return (
    <Modal
      open={open}
      onCancel={() => end(false)}
      footer={null}
      title={say('confirm_title')}
      width={420}
      destroyOnHidden
    >
      <form className="fields" onSubmit={submit}>
        <p className="soft">{say('confirm_why')}</p>
        <LoginHint />
        <Field label={say('password')}>
          {(id) => (
            <Input.Password id={id} name="password" autoComplete="current-password" required />
          )}
        </Field>
        <Field label={say('code')}>
          {(id) => <Input id={id} name="code" autoComplete="one-time-code" />}
        </Field>
        <ProblemLine error={confirm.error} />
        <div className="buttons">
          <Button onClick={() => end(false)}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {say('confirm')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

import { Button, Input } from 'antd';
import { useState } from 'react';
import { passwordChange } from '../../../../src/server/contract/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { PlainForm } from '../../parts/PlainForm.tsx';
import { LoginHint } from '../../parts/LoginHint.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { Section } from '../../parts/Section.tsx';
import { accountWords } from '../../text/account.ts';

/** A new password, typed twice; sessions elsewhere end with the old one. */
export function PasswordChange() {
  const say = useWords(accountWords);
  const [differs, setDiffers] = useState(false);
  // A form drawn anew is empty.
  const [round, setRound] = useState(0);
  const change = useAsk(passwordChange, {
    changes: ['sessions.'],
    done: () => setRound((last) => last + 1),
  });
  const submit = (field: (name: string) => string): void => {
    const isSame = field('new') === field('again');
    setDiffers(!isSame);
    if (isSame) change.mutate({ body: { current: field('current'), new: field('new') } });
    else change.reset();
  };
  const secret = (name: string, label: string, complete: string, hint?: string) => (
    <Field label={label} hint={hint}>
      {(id) => <Input.Password id={id} name={name} autoComplete={complete} required />}
    </Field>
  );
  return (
    <Section title={say('password')} lead={say('password_lead')}>
      <PlainForm key={round} submit={submit}>
        <LoginHint />
        {secret('current', say('password_now'), 'current-password')}
        {secret('new', say('password_new'), 'new-password', say('password_new_hint'))}
        {secret('again', say('password_again'), 'new-password')}
        {differs && <p role="alert">{say('password_differs')}</p>}
        <ProblemLine error={change.error} />
        {change.isSuccess && !differs && <p role="status">{say('password_changed')}</p>}
        <div className="buttons">
          <Button htmlType="submit" loading={change.isPending}>
            {say('password_change')}
          </Button>
        </div>
      </PlainForm>
    </Section>
  );
}

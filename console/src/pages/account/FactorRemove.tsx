import { Button, Input } from 'antd';
import { secondFactorDelete, sessionRead } from '../../../../src/server/contract/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { PlainForm } from '../../parts/PlainForm.tsx';
import { LoginHint } from '../../parts/LoginHint.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { accountWords } from '../../text/account.ts';

/** Back to the password alone, where the installation allows that. */
export function FactorRemove({ end }: { readonly end: () => void }) {
  const say = useWords(accountWords);
  const remove = useAsk(secondFactorDelete, { changes: [sessionRead.id], done: end });
  return (
    <PlainForm
      submit={(field) =>
        remove.mutate({ body: { password: field('password'), code: field('code').trim() } })
      }
    >
      <p>{say('factor_remove_more')}</p>
      <LoginHint />
      <Field label={say('password_now')}>
        {(id) => (
          <Input.Password
            id={id}
            name="password"
            autoFocus
            autoComplete="current-password"
            required
          />
        )}
      </Field>
      <Field label={say('code_or_recovery')}>
        {(id) => <Input id={id} name="code" autoComplete="one-time-code" minLength={6} required />}
      </Field>
      <ProblemLine error={remove.error} />
      <div className="buttons">
        <Button onClick={end}>{say('cancel')}</Button>
        <Button danger htmlType="submit" loading={remove.isPending}>
          {say('factor_remove_do')}
        </Button>
      </div>
    </PlainForm>
  );
}

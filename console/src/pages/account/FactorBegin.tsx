import { Button, Input } from 'antd';
import { secondFactorBegin } from '../../../../src/server/contract/session.ts';
import type { Good } from '../../api/call.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { PlainForm } from '../../parts/PlainForm.tsx';
import { LoginHint } from '../../parts/LoginHint.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { accountWords } from '../../text/account.ts';

interface Props {
  /** Is there one already, which the new one will take the place of? */
  readonly isOn: boolean;
  readonly done: (begun: Good<typeof secondFactorBegin>['body']) => void;
  readonly cancel: () => void;
}

/** The password again, for a new secret. */
export function FactorBegin({ isOn, done, cancel }: Props) {
  const say = useWords(accountWords);
  const begin = useAsk(secondFactorBegin, { done });
  return (
    <PlainForm submit={(field) => begin.mutate({ body: { password: field('password') } })}>
      {isOn && <p className="soft">{say('factor_renew_more')}</p>}
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
      <ProblemLine error={begin.error} />
      <div className="buttons">
        <Button onClick={cancel}>{say('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={begin.isPending}>
          {say('factor_begin')}
        </Button>
      </div>
    </PlainForm>
  );
}

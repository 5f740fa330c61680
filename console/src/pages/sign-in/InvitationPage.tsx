import { Button, Input } from 'antd';
import { useState } from 'react';
import { invitationAccept } from '../../../../src/server/contract/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { signInWords } from '../../text/sign-in.ts';
import { hashToken } from './hash-token.ts';
import { OpenForm } from './OpenForm.tsx';
import { useEnter } from './use-enter.ts';

/** Where an invitation leads: a first password, or a forgotten one anew. */
export default function InvitationPage() {
  const say = useWords(signInWords);
  const enter = useEnter();
  const [token] = useState(() => hashToken('token'));
  const accept = useAsk(invitationAccept, { done: enter });
  if (token === null) {
    return <OpenForm title={say('link_missing')} lead={say('link_missing_more')} children={null} />;
  }
  return (
    <OpenForm
      title={say('invitation_title')}
      lead={say('invitation_lead')}
      submit={(field) => accept.mutate({ body: { token, password: field('password') } })}
    >
      <Field label={say('new_password')} hint={say('new_password_hint')}>
        {(id) => (
          <Input.Password
            id={id}
            name="password"
            size="large"
            autoComplete="new-password"
            required
          />
        )}
      </Field>
      <ProblemLine error={accept.error} />
      <Button type="primary" size="large" htmlType="submit" block loading={accept.isPending}>
        {say('invitation_set')}
      </Button>
    </OpenForm>
  );
}

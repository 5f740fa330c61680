import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { roles } from '../../../../src/model/actor.ts';
import type { Role } from '../../../../src/model/actor.ts';
import { aboutRead } from '../../../../src/server/contract/health.ts';
import { usersCreate } from '../../../../src/server/contract/users.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { languages, useLanguage, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { PlainForm } from '../../parts/PlainForm.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { adminWords } from '../../text/admin.ts';
import type { Language } from '../../text/words.ts';
import { Invitation } from './Invitation.tsx';
import { RoleBoxes } from './RoleBoxes.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';

/** A new user: who, as what; then the link that lets it in. */
export function InviteForm({ close }: { readonly close: () => void }) {
  useFocusBack();
  const say = useWords(adminWords);
  const { data: about } = useAsked(aboutRead, {});
  const [chosen, setChosen] = useState<readonly Role[]>([]);
  const [language, setLanguage] = useState<Language>(useLanguage());
  const invite = useAsk(usersCreate, { changes: ['users.'] });
  const submit = (field: (name: string) => string): void => {
    const sso_subject = field('subject').trim();
    invite.mutate({
      body: {
        login: field('login'),
        name: field('name'),
        roles: [...chosen],
        language,
        ...(sso_subject !== '' && { sso_subject }),
      },
    });
  };
  return (
    <Modal open onCancel={close} footer={null} title={say('invite')} width={520} destroyOnHidden>
      {invite.data !== undefined ? (
        <Invitation name={invite.data.user.name} secret={invite.data.invitation} close={close} />
      ) : (
        <PlainForm submit={submit}>
          <p className="soft">{say('invite_lead')}</p>
          <WhoFields />
          <RoleBoxes offered={roles} chosen={chosen} choose={setChosen} />
          <Field label={say('language')}>
            {(id) => (
              <Radio.Group
                id={id}
                value={language}
                onChange={({ target }) => setLanguage(target.value as Language)}
                options={languages.map(({ value, name }) => ({ value, label: name }))}
              />
            )}
          </Field>
          {about?.single_sign_on === true && (
            <Field label={say('subject')} hint={say('subject_hint')}>
              {(id) => <Input id={id} name="subject" maxLength={255} />}
            </Field>
          )}
          <ProblemLine error={invite.error} />
          <div className="buttons">
            <Button onClick={close}>{say('cancel')}</Button>
            <Button
              type="primary"
              htmlType="submit"
              loading={invite.isPending}
              disabled={chosen.length === 0}
            >
              {say('invite_do')}
            </Button>
          </div>
        </PlainForm>
      )}
    </Modal>
  );
}

function WhoFields() {
  const say = useWords(adminWords);
  return (
    <>
      <Field label={say('person')}>
        {(id) => <Input id={id} name="name" maxLength={200} autoFocus required />}
      </Field>
      <Field label={say('login')} hint={say('login_hint')}>
        {(id) => (
          <Input id={id} name="login" minLength={3} maxLength={200} autoComplete="off" required />
        )}
      </Field>
    </>
  );
}

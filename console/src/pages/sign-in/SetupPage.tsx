import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { parties } from '../../../../src/model/actor.ts';
import { aboutRead } from '../../../../src/server/contract/health.ts';
import { setupCreate } from '../../../../src/server/contract/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { JurisdictionField } from '../../parts/JurisdictionField.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { partyNames } from '../../text/people.ts';
import { signInWords } from '../../text/sign-in.ts';
import { hashToken } from './hash-token.ts';
import { OpenForm } from './OpenForm.tsx';
import { useEnter } from './use-enter.ts';

const choices = parties.filter((party) => party !== 'consumer');
type Choice = (typeof choices)[number];

/** The first tenant and its administrator, with the token shown where the server was started. */
export default function SetupPage() {
  const say = useWords(signInWords);
  const enter = useEnter();
  const { data: about } = useAsked(aboutRead, {});
  const [party, setParty] = useState<Choice>('regulator');
  const [jurisdiction, setJurisdiction] = useState('cn');
  const [token, setToken] = useState(() => hashToken('token') ?? '');
  const setUp = useAsk(setupCreate, { done: enter });
  if (about?.set_up === true) {
    return (
      <OpenForm title={say('setup_title')} lead={say('setup_done')}>
        <Link to="/sign-in">{say('to_sign_in')}</Link>
      </OpenForm>
    );
  }
  return (
    <OpenForm
      title={say('setup_title')}
      lead={say('setup_lead')}
      submit={(field) =>
        setUp.mutate({
          body: {
            token: token.trim(),
            tenant: { name: field('tenant'), party, time_zone: field('time_zone'), jurisdiction },
            user: { name: field('name'), login: field('login') },
            password: field('password'),
          },
        })
      }
    >
      <Field label={say('setup_token')} hint={say('setup_token_hint')}>
        {(id) => (
          <Input
            id={id}
            value={token}
            onChange={(event) => setToken(event.target.value)}
            required
          />
        )}
      </Field>
      <Field label={say('tenant')}>{(id) => <Input id={id} name="tenant" required />}</Field>
      <PartyField value={party} onChange={setParty} />
      <Field label={say('time_zone')}>
        {(id) => <Input id={id} name="time_zone" defaultValue={ownZone()} required />}
      </Field>
      <JurisdictionField value={jurisdiction} onChange={setJurisdiction} />
      <Field label={say('name')}>
        {(id) => <Input id={id} name="name" autoComplete="name" required />}
      </Field>
      <Field label={say('login')}>
        {(id) => <Input id={id} name="login" autoComplete="username" required />}
      </Field>
      <Field label={say('new_password')} hint={say('new_password_hint')}>
        {(id) => <Input.Password id={id} name="password" autoComplete="new-password" required />}
      </Field>
      <ProblemLine error={setUp.error} />
      <Button type="primary" size="large" htmlType="submit" block loading={setUp.isPending}>
        {say('begin')}
      </Button>
    </OpenForm>
  );
}

interface PartyFieldProps {
  readonly value: Choice;
  readonly onChange: (party: Choice) => void;
}

function PartyField({ value, onChange }: PartyFieldProps) {
  const say = useWords(signInWords);
  const local = useLocalised();
  return (
    <Field label={say('party')}>
      {(id) => (
        <Radio.Group
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value as Choice)}
          options={choices.map((one) => ({ value: one, label: local(partyNames[one]) }))}
        />
      )}
    </Field>
  );
}

function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

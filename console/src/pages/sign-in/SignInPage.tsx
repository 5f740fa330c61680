import { Button, Input } from 'antd';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { aboutRead } from '../../../../src/server/contract/health.ts';
import { return_chars_max } from '../../../../src/server/contract/oidc.ts';
import { sessionCreate } from '../../../../src/server/contract/session.ts';
import { problemOf } from '../../api/problem-error.ts';
import { returnAddress } from '../../api/return-address.ts';
import { useSessionQuery } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { useFaces } from '../../app/use-faces.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { signInWords } from '../../text/sign-in.ts';
import { DemoFaces } from './DemoFaces.tsx';
import { OpenForm } from './OpenForm.tsx';
import styles from './SignInPage.module.css';
import { useEnter } from './use-enter.ts';

/** Refusals of single sign-on that somebody can do something about. */
const reasons: Readonly<Record<string, 'refused_way' | 'refused_there' | 'refused_here'>> = {
  'auth.link_unknown': 'refused_way',
  'auth.oidc_refused': 'refused_there',
  'auth.oidc_unknown': 'refused_here',
};

/** Whoever is signed in already goes on; in a demonstration there are faces to choose from. */
export default function SignInPage() {
  const [search] = useSearchParams();
  const { data: session } = useSessionQuery();
  const faces = useFaces();
  if (session !== null && session !== undefined) {
    return <Navigate to={returnAddress(search.get('to'))} replace />;
  }
  // Not before it is known who is above the form: nothing moves once it is there.
  if (faces.faces === undefined) return null;
  return (
    <>
      <DemoFaces faces={faces} />
      <SignInForm />
    </>
  );
}

/** Name and password, then a code where the user has a second factor. */
function SignInForm() {
  const say = useWords(signInWords);
  const language = useLanguage();
  const enter = useEnter();
  const { data: about } = useAsked(aboutRead, {});
  const [wantsCode, setWantsCode] = useState(false);
  const signIn = useAsk(sessionCreate, { done: enter });
  const asksCode = problemOf(signIn.error).code === 'auth.second_factor_needed';
  if (asksCode && !wantsCode) setWantsCode(true);
  return (
    <OpenForm
      title={say('title')}
      lead={say('lead')}
      submit={(field) => {
        const code = field('code').replaceAll(' ', '');
        const body = { login: field('login'), password: field('password') };
        signIn.mutate({ body: { ...body, ...(code !== '' && { code }) } });
      }}
    >
      <Refused />
      {about?.set_up === false && <p className={styles['note']}>{say('setup_needed')}</p>}
      <Field label={say('login')}>
        {(id) => <Input id={id} name="login" size="large" autoComplete="username" required />}
      </Field>
      <Field label={say('password')}>
        {(id) => (
          <Input.Password
            id={id}
            name="password"
            size="large"
            autoComplete="current-password"
            required
          />
        )}
      </Field>
      {wantsCode && (
        <Field label={say('code')} hint={say('code_hint')}>
          {(id) => (
            <Input id={id} name="code" size="large" autoComplete="one-time-code" autoFocus />
          )}
        </Field>
      )}
      {!asksCode && <ProblemLine error={signIn.error} />}
      <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
        {say('sign_in')}
      </Button>
      {about?.single_sign_on === true && <SingleSignOn />}
      <p className={styles['public']}>
        <a href={`/public/${language}/index`}>{say('public')}</a>
      </p>
    </OpenForm>
  );
}

/** Why single sign-on led back here, in words for what can be told; the code stands in any case. */
function Refused() {
  const say = useWords(signInWords);
  const [search] = useSearchParams();
  const code = search.get('refused');
  // What an address says is shown where it can be nothing but a code.
  if (code === null || !/^[a-z0-9_]{1,30}\.[a-z0-9_]{1,40}$/.test(code)) return null;
  const what = reasons[code] ?? 'refused_other';
  return (
    <div className={styles['refused']} role="alert">
      <p>{say(what)}</p>
      <code className="small">{code}</code>
    </div>
  );
}

/** At the organisation's own provider; whoever comes back goes on to where it wanted to be. */
function SingleSignOn() {
  const say = useWords(signInWords);
  const [search] = useSearchParams();
  const to = returnAddress(search.get('to'));
  // Where it is too long to be carried along, the first page has to do.
  const query = to.length > return_chars_max ? '' : `?to=${encodeURIComponent(to)}`;
  return (
    <>
      <p className={styles['or']}>{say('or')}</p>
      <Button size="large" block href={`/api/v1/oidc/login${query}`}>
        {say('single_sign_on')}
      </Button>
    </>
  );
}

import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { publicStatus } from '../../../../src/server/contract/complaints.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Field } from '../../parts/Field.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { publicStatusWords } from '../../text/public-status.ts';
import { ComplaintStatus } from './ComplaintStatus.tsx';
import { PublicSheet } from './PublicSheet.tsx';
import styles from './Status.module.css';

/** How a complaint stands; its secret is behind the `#`, which no server's log sees. */
export default function StatusPage() {
  const say = useWords(publicStatusWords);
  const { hash } = useLocation();
  const secret = secretIn(hash);
  return (
    <PublicSheet title={say('title')} lead={say('lead')}>
      {secret === null ? (
        <AskLink isWrong={hash.length > 1} />
      ) : (
        <Status key={secret} secret={secret} />
      )}
    </PublicSheet>
  );
}

function Status({ secret }: { readonly secret: string }) {
  const headers = { 'status-secret': secret };
  const { data, error, refetch } = useAsked(publicStatus, { headers });
  if (data !== undefined) return <ComplaintStatus secret={secret} matter={data} />;
  if (error === null) return <Loading lines={8} />;
  return (
    <>
      <Failed error={error} retry={() => void refetch()} />
      <AskLink isWrong={false} />
    </>
  );
}

/** The last 43 letters of a link, or nothing. */
function secretIn(text: string): string | null {
  return /(?:^|#)([\w-]{43})$/.exec(text.trim())?.[1] ?? null;
}

function AskLink({ isWrong }: { readonly isWrong: boolean }) {
  const say = useWords(publicStatusWords);
  const navigate = useNavigate();
  const [wrong, setWrong] = useState(isWrong);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const secret = secretIn(String(new FormData(event.currentTarget).get('link') ?? ''));
    setWrong(secret === null);
    if (secret !== null) void navigate({ hash: secret });
  };
  return (
    <form className="fields" onSubmit={submit}>
      <Field label={say('ask')} hint={say('ask_hint')}>
        {(id) => <Input id={id} name="link" size="large" required autoComplete="off" />}
      </Field>
      {wrong && (
        <p role="alert" className={styles['late']}>
          {say('ask_wrong')}
        </p>
      )}
      <div>
        <Button type="primary" size="large" htmlType="submit">
          {say('open')}
        </Button>
      </div>
    </form>
  );
}

import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { publicOpine } from '../../../../src/server/contract/editions.ts';
import { useSessionQuery } from '../../api/session.ts';
import type { Session } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { publicStandardWords } from '../../text/public-standards.ts';
import styles from './PublicStandard.module.css';

interface Props {
  readonly proposal_id: string;
  /** What can be spoken of. */
  readonly files: readonly string[];
}

const text_chars_max = 5_000;
const whole = '';

function tenantName({ tenant_id, memberships }: Session): string {
  return memberships.find((one) => one.tenant_id === tenant_id)?.tenant ?? tenant_id;
}

/** What somebody thinks of the whole, or of a file of it; then the proof that it arrived. */
export function OpinionForm({ proposal_id, files }: Props) {
  const say = useWords(publicStandardWords);
  const opine = useAsk(publicOpine, { changes: ['public.', 'proposals.'] });
  const [file, setFile] = useState(whole);
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    const about = file === whole ? null : file;
    const signed = name.trim() === '' ? null : name.trim();
    const body = { text: text.trim(), file: about, name: signed };
    opine.mutate({ params: { proposal_id }, body });
  };
  const again = (): void => {
    setText('');
    opine.reset();
  };
  if (opine.data !== undefined) return <Arrived digest={opine.data.digest} again={again} />;
  return (
    <form className="fields" onSubmit={submit}>
      <Terms />
      <Field label={say('about')}>
        {(id) => (
          <Select
            id={id}
            value={file}
            options={[
              { value: whole, label: say('whole') },
              ...files.map((value) => ({ value, label: value })),
            ]}
            onChange={setFile}
          />
        )}
      </Field>
      <SaidFields text={text} setText={setText} name={name} setName={setName} />
      <ProblemLine error={opine.error} />
      <div className="buttons">
        <Button
          type="primary"
          htmlType="submit"
          loading={opine.isPending}
          disabled={text.trim() === ''}
        >
          {say('send')}
        </Button>
      </div>
    </form>
  );
}

/** In whose name it is said: that of a tenant, never of its user. */
function Terms() {
  const say = useWords(publicStandardWords);
  const { data: session } = useSessionQuery();
  const isTenant = session !== undefined && session !== null && session.party !== 'consumer';
  return (
    <p className="soft">
      {isTenant ? say('as_tenant', { name: tenantName(session) }) : say('say_lead')}
    </p>
  );
}

interface SaidProps {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly name: string;
  readonly setName: (name: string) => void;
}

function SaidFields({ text, setText, name, setName }: SaidProps) {
  const say = useWords(publicStandardWords);
  return (
    <>
      <Field label={say('text')} hint={say('text_hint')}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={6}
            required
            maxLength={text_chars_max}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Field label={say('name')} hint={say('name_hint')}>
        {(id) => (
          <Input
            id={id}
            maxLength={100}
            autoComplete="off"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
    </>
  );
}

function Arrived({ digest, again }: { readonly digest: string; readonly again: () => void }) {
  const say = useWords(publicStandardWords);
  return (
    <div className={styles['sent']} role="status">
      <h3>{say('sent')}</h3>
      <p>{say('sent_more')}</p>
      <code>{digest}</code>
      <Button onClick={again}>{say('another')}</Button>
    </div>
  );
}

import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { publicStatus, publicStep } from '../../../../src/server/contract/complaints.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { publicStatusWords } from '../../text/public-status.ts';
import type { Complaint } from './ComplaintStatus.tsx';
import { MediationAnswer } from './MediationAnswer.tsx';
import styles from './Status.module.css';

interface Props {
  readonly secret: string;
  readonly matter: Complaint;
}

const text_chars_max = 10_000;

/** What whoever complained can do now: add, and withdraw. */
export function ComplaintSteps({ secret, matter }: Props) {
  const may = (step: string): boolean => matter.steps.some((one) => one.step === step);
  return (
    <>
      {may('answer_mediation') && <MediationAnswer secret={secret} matter={matter} />}
      {may('supplement') && <Supplement secret={secret} matter={matter} />}
      {may('withdraw') && <Withdraw secret={secret} matter={matter} />}
    </>
  );
}

function Supplement({ secret, matter }: Props) {
  const say = useWords(publicStatusWords);
  const [text, setText] = useState('');
  const add = useAsk(publicStep, { changes: [publicStatus.id], done: () => setText('') });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    add.mutate({
      headers: { 'status-secret': secret },
      body: { type: 'supplement', data: { text: text.trim() }, expected: matter.number },
    });
  };
  return (
    <form className="fields" onSubmit={submit}>
      <Field label={say('add')} hint={say('add_hint')}>
        {(id) => (
          <Input.TextArea
            id={id}
            required
            rows={4}
            maxLength={text_chars_max}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <ProblemLine error={add.error} />
      <div className={styles['act']}>
        <Button
          type="primary"
          htmlType="submit"
          loading={add.isPending}
          disabled={text.trim() === ''}
        >
          {say('send')}
        </Button>
        <span role="status">{add.isSuccess && text === '' && say('sent')}</span>
      </div>
    </form>
  );
}

function Withdraw({ secret, matter }: Props) {
  const say = useWords(publicStatusWords);
  const [asks, setAsks] = useState(false);
  const withdraw = useAsk(publicStep, { changes: [publicStatus.id] });
  if (!asks) {
    return (
      <div>
        <Button danger onClick={() => setAsks(true)}>
          {say('withdraw')}
        </Button>
      </div>
    );
  }
  return (
    <section className={styles['withdraw']}>
      <h3>{say('withdraw')}</h3>
      <p>{say('withdraw_what')}</p>
      <ProblemLine error={withdraw.error} />
      <div className={styles['act']}>
        <Button
          danger
          type="primary"
          loading={withdraw.isPending}
          onClick={() =>
            withdraw.mutate({
              headers: { 'status-secret': secret },
              body: { type: 'withdraw', data: {}, expected: matter.number },
            })
          }
        >
          {say('withdraw_yes')}
        </Button>
        <Button autoFocus onClick={() => setAsks(false)}>
          {say('withdraw_no')}
        </Button>
      </div>
    </section>
  );
}

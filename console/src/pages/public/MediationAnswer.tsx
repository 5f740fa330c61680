import { Button, Input } from 'antd';
import { useState } from 'react';
import { publicStatus, publicStep } from '../../../../src/server/contract/complaints.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { mediationWords } from '../../text/mediation.ts';
import type { Complaint } from './ComplaintStatus.tsx';
import styles from './Status.module.css';

interface Props {
  readonly secret: string;
  readonly matter: Complaint;
}

const text_chars_max = 2_000;

/** Whether whoever complained agrees to the mediation the office proposed: said once. */
export function MediationAnswer({ secret, matter }: Props) {
  const say = useWords(mediationWords);
  const [text, setText] = useState('');
  const answer = useAsk(publicStep, { changes: [publicStatus.id] });
  const proposed = matter.events.findLast(({ type }) => type === 'propose_mediation');
  const by = proposed?.data['answer_by'];
  const send = (agrees: boolean): void => {
    const said = text.trim();
    answer.mutate({
      headers: { 'status-secret': secret },
      body: {
        type: 'answer_mediation',
        data: { agrees, ...(said !== '' && { text: said }) },
        expected: matter.number,
      },
    });
  };
  return (
    <section className="fields" aria-label={say('title')}>
      <h3>{say('title')}</h3>
      <p>{say('what')}</p>
      {typeof by === 'string' && <p>{say('until', { day: by })}</p>}
      <Field label={say('text')} hint={say('text_hint')}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={text_chars_max}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <ProblemLine error={answer.error} />
      <div className={styles['act']}>
        <Button type="primary" loading={answer.isPending} onClick={() => send(true)}>
          {say('agree')}
        </Button>
        <Button disabled={answer.isPending} onClick={() => send(false)}>
          {say('decline')}
        </Button>
      </div>
    </section>
  );
}

/** What was answered, where an event is such an answer. */
export function MediationAnswered({ event }: { readonly event: Complaint['events'][number] }) {
  const say = useWords(mediationWords);
  if (event.type !== 'answer_mediation') return null;
  return <p>{say(event.data['agrees'] === true ? 'agreed' : 'declined')}</p>;
}

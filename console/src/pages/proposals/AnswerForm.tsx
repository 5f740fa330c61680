import { Button, Checkbox, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { proposalsStep } from '../../../../src/server/contract/proposals.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { proposalWords } from '../../text/proposals.ts';
import { ReasonField } from './ReasonField.tsx';
import type { Opinion } from './proposal-types.ts';
import styles from './Opinions.module.css';

interface Props {
  readonly opinion: Opinion;
  readonly proposal_id: string;
  readonly expected: number;
  readonly close: () => void;
}

const outcomes = ['accepted', 'in_part', 'not_accepted'] as const;

/** What becomes of an opinion, why, and whether its words are shown. */
export function AnswerForm({ opinion, proposal_id, expected, close }: Props) {
  const say = useWords(proposalWords);
  const { answer } = opinion;
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | null>(answer?.outcome ?? null);
  const [reason, setReason] = useState(answer?.reason ?? '');
  const [shown, setShown] = useState(answer?.shown ?? true);
  const step = useAsk(proposalsStep, { changes: ['proposals.', 'public.'], done: close });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (outcome === null || reason.trim() === '') return;
    const taken = { type: 'answer' as const, opinion_id: opinion.id, outcome, shown };
    const body = { expected, reason: reason.trim(), step: taken };
    step.mutate({ params: { proposal_id }, body });
  };
  return (
    <Modal open onCancel={close} footer={null} title={say('answer')} width={560} destroyOnHidden>
      <form className="fields" onSubmit={submit}>
        <p className={styles['said']}>
          <bdi>{opinion.text}</bdi>
        </p>
        <Field label={say('outcome')}>
          {(id) => (
            <Radio.Group
              id={id}
              value={outcome}
              options={outcomes.map((value) => ({ value, label: say(`outcome_${value}`) }))}
              onChange={({ target }) =>
                setOutcome(outcomes.find((o) => o === target.value) ?? null)
              }
            />
          )}
        </Field>
        <ReasonField
          label={say('answer_reason')}
          hint={say('answer_reason_hint')}
          value={reason}
          change={setReason}
        />
        <div>
          <Checkbox checked={shown} onChange={({ target }) => setShown(target.checked)}>
            {say('shown')}
          </Checkbox>
          <p className="soft">{say('shown_hint')}</p>
        </div>
        <ProblemLine error={step.error} />
        <div className="buttons">
          <Button onClick={close}>{say('cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={step.isPending}
            disabled={outcome === null || reason.trim() === ''}
          >
            {say('answer_do')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

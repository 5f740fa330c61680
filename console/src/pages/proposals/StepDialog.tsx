import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { addDays } from '../../../../src/model/days.ts';
import { draftsRead } from '../../../../src/server/contract/drafts.ts';
import { proposalsPublish, proposalsStep } from '../../../../src/server/contract/proposals.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { proposalWords } from '../../text/proposals.ts';
import { ReasonField } from './ReasonField.tsx';
import type { Button as Step } from './step-names.ts';
import type { ProposalView } from './proposal-types.ts';

interface Props {
  readonly view: ProposalView;
  readonly type: Step;
  readonly close: () => void;
}

const usual_days = 30;

/** Says what a step comes to, asks why, and takes it. */
export function StepDialog({ view, type, close }: Props) {
  const say = useWords(proposalWords);
  const { proposal, steps_now, today } = view;
  const { id: proposal_id, number: expected, draft_id } = proposal;
  const needed = steps_now.find((one) => one.type === type)?.reason === 'needed';
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(addDays(today, usual_days));
  const changes = ['proposals.', 'public.', 'publishers.'];
  const step = useAsk(proposalsStep, { changes, done: close });
  const publish = useAsk(proposalsPublish, { changes, done: close });
  const { data: draft } = useAsked(
    draftsRead,
    { params: { draft_id }, query: {} },
    { enabled: type === 'revise' },
  );
  const revision = draft?.draft.revision;
  const params = { proposal_id };
  const why = reason.trim();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (type === 'publish') return publish.mutate({ params, body: { expected } });
    const taken = stepOf(type, until, revision);
    if (taken === null || (needed && why === '')) return;
    step.mutate({ params, body: { expected, reason: why === '' ? null : why, step: taken } });
  };
  const danger = type === 'drop' || type === 'withdraw';
  return (
    <Modal
      open
      onCancel={close}
      footer={null}
      title={say(`step_${type}`)}
      width={520}
      destroyOnHidden
    >
      <form className="fields" onSubmit={submit}>
        <p>{say(`more_${type}`)}</p>
        {type === 'open' && <LastDay value={until} change={setUntil} today={today} />}
        {type === 'revise' && revision !== undefined && <p>{say('newest', { revision })}</p>}
        {type !== 'publish' && (
          <Reason type={type} needed={needed} value={reason} change={setReason} />
        )}
        <ProblemLine error={step.error ?? publish.error} />
        <div className="buttons">
          <Button onClick={close}>{say('cancel')}</Button>
          <Button
            type="primary"
            danger={danger}
            htmlType="submit"
            loading={step.isPending || publish.isPending}
            disabled={(needed && why === '') || (type === 'revise' && revision === undefined)}
          >
            {say(`step_${type}`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function stepOf(type: Exclude<Step, 'publish'>, until: string, revision: number | undefined) {
  if (type === 'open') return { type, until };
  if (type === 'revise') return revision === undefined ? null : { type, revision };
  return { type };
}

interface DayProps {
  readonly value: string;
  readonly change: (value: string) => void;
  readonly today: string;
}

function LastDay({ value, change, today }: DayProps) {
  const say = useWords(proposalWords);
  return (
    <Field label={say('last_day')} hint={say('last_day_hint')}>
      {(id) => (
        <Input
          id={id}
          type="date"
          required
          min={addDays(today, 1)}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </Field>
  );
}

interface ReasonProps {
  readonly type: Step;
  readonly needed: boolean;
  readonly value: string;
  readonly change: (value: string) => void;
}

function Reason({ type, needed, value, change }: ReasonProps) {
  const say = useWords(proposalWords);
  const asked = type === 'open' || type === 'submit' ? type : needed ? 'needed' : 'free';
  return (
    <ReasonField
      label={say('reason')}
      hint={say(`reason_${asked}`)}
      needed={needed}
      value={value}
      change={change}
    />
  );
}

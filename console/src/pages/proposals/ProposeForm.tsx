import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { draftsList } from '../../../../src/server/contract/drafts.ts';
import { proposalsCreate } from '../../../../src/server/contract/proposals.ts';
import type { Good } from '../../api/call.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Field } from '../../parts/Field.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { proposalWords } from '../../text/proposals.ts';
import { ReasonField } from './ReasonField.tsx';

interface Props {
  readonly close: () => void;
}

/** Which draft, in its newest revision, and what for. `?draft=` in the address chooses one. */
export function ProposeForm({ close }: Props) {
  const say = useWords(proposalWords);
  const { rows, query } = useRows(draftsList, { query: {} });
  return (
    <Modal open onCancel={close} footer={null} title={say('propose')} width={560} destroyOnHidden>
      {query.error !== null ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={4} line_px={56} />
      ) : rows.length === 0 ? (
        <Empty title={say('draft_none')} />
      ) : (
        <Fields drafts={rows} close={close} />
      )}
    </Modal>
  );
}

type Draft = Good<typeof draftsList>['body']['items'][number];

function Fields({ drafts, close }: Props & { readonly drafts: readonly Draft[] }) {
  const say = useWords(proposalWords);
  const go = useNavigate();
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState(search.get('draft'));
  const [reason, setReason] = useState('');
  const propose = useAsk(proposalsCreate, {
    changes: ['proposals.'],
    done: ({ id }) => void go(`/proposals/${id}`),
  });
  const draft = drafts.find(({ id }) => id === chosen);
  const isReady = draft !== undefined && reason.trim() !== '';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    const { id: draft_id, revision } = draft;
    propose.mutate({ params: { draft_id }, body: { revision, reason: reason.trim() } });
  };
  return (
    <form className="fields" onSubmit={submit}>
      <p className="soft">{say('propose_lead')}</p>
      <Field label={say('draft')}>
        {(id) => (
          <Select
            id={id}
            value={draft?.id ?? null}
            placeholder={say('draft_choose')}
            options={drafts.map(({ id: value, title, revision }) => ({
              value,
              label: say('draft_option', { title, revision }),
            }))}
            onChange={(value: string | null) => setChosen(value)}
          />
        )}
      </Field>
      <ReasonField
        label={say('purpose')}
        hint={say('purpose_hint')}
        value={reason}
        change={setReason}
      />
      <ProblemLine error={propose.error} />
      <div className="buttons">
        <Button onClick={close}>{say('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={propose.isPending} disabled={!isReady}>
          {say('propose_do')}
        </Button>
      </div>
    </form>
  );
}

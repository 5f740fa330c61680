import { Button } from 'antd';
import { useState } from 'react';
import { proposalsOpinions } from '../../../../src/server/contract/proposals.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { proposalWords } from '../../text/proposals.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { OpinionList } from './OpinionList.tsx';
import type { Opinion, ProposalView } from './proposal-types.ts';

/** What was said, answered or not; who may answers one by one. */
export function OwnOpinions({ view }: { readonly view: ProposalView }) {
  const say = useWords(proposalWords);
  const { proposal, steps_now } = view;
  const { id: proposal_id, number } = proposal;
  const list = useRows(proposalsOpinions, { params: { proposal_id }, query: {} });
  const [chosen, setChosen] = useState<Opinion | null>(null);
  const may = steps_now.some(({ type }) => type === 'answer');
  const { rows, query, more } = list;
  if (query.error !== null)
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Loading lines={3} line_px={72} />;
  if (rows.length === 0) return <p className="soft">{say('opinions_none')}</p>;
  const answering = (one: Opinion) => (
    <Button size="small" onClick={() => setChosen(one)}>
      {say(one.answer === null ? 'answer' : 'answer_again')}
    </Button>
  );
  return (
    <>
      <OpinionList
        opinions={rows}
        more={query.hasNextPage ? more : null}
        {...(may && { action: answering })}
      />
      {chosen !== null && (
        <AnswerForm
          opinion={chosen}
          proposal_id={proposal_id}
          expected={number}
          close={() => setChosen(null)}
        />
      )}
    </>
  );
}

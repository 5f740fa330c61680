import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { proposalsList } from '../../../../src/server/contract/proposals.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Localised } from '../../parts/Localised.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { proposalWords } from '../../text/proposals.ts';
import { ListStates } from './ListStates.tsx';
import { ProposalStatusTag } from './ProposalStatusTag.tsx';
import type { Proposal } from './proposal-types.ts';
import styles from './Proposals.module.css';

const narrowed = ['', 'out_for_comment', 'comment_over', 'in_review', 'published'] as const;

/** What one's tenant has proposed, all of it or what waits for something. */
export function OwnPart() {
  const say = useWords(proposalWords);
  const go = useNavigate();
  const filters = useFilters(['status']);
  const chosen = narrowed.find((one) => one === (filters.values.status ?? '')) ?? '';
  const list = useRows(proposalsList, { query: chosen === '' ? {} : { status: chosen } });
  const columns = useColumns();
  return (
    <>
      <div className={styles['chips']} role="group" aria-label={say('status')}>
        {narrowed.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === chosen}
            onClick={() => filters.set('status', one)}
          >
            {one === ''
              ? say('all')
              : one === 'in_review'
                ? say('to_review')
                : say(`status_${one}`)}
          </button>
        ))}
      </div>
      <ListStates
        list={list}
        label={say('part_own')}
        columns={columns}
        keyOf={({ id }) => id}
        none={say('own_none')}
        none_more={say('own_none_more')}
        open={({ id }) => void go(`/proposals/${id}`)}
      />
    </>
  );
}

function useColumns(): readonly Column<Proposal>[] {
  const say = useWords(proposalWords);
  return useMemo(
    () => [
      {
        id: 'name',
        title: say('name'),
        width: 'minmax(180px, 2fr)',
        card: 'title',
        cell: ({ text }) => <Localised text={text.title} />,
      },
      {
        id: 'standard',
        title: say('standard'),
        width: 'minmax(120px, 1fr)',
        cell: ({ text }) => <code>{`${text.standard} ${text.version}`}</code>,
      },
      {
        id: 'status',
        title: say('status'),
        width: '150px',
        cell: ({ status }) => <ProposalStatusTag status={status} />,
      },
      {
        id: 'until',
        title: say('until'),
        width: '120px',
        cell: ({ comment }) => (comment === null ? '—' : <Moment at={comment.until} />),
      },
      {
        id: 'opinions',
        title: say('opinions'),
        width: '150px',
        cell: ({ opinions }) => (opinions.all === 0 ? '—' : say('opinions_counted', opinions)),
      },
      {
        id: 'created',
        title: say('created'),
        width: '150px',
        card: 'none',
        cell: ({ created_at }) => <Moment at={created_at} />,
      },
    ],
    [say],
  );
}

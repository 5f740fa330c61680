import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { publicProposals } from '../../../../src/server/contract/editions.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Localised } from '../../parts/Localised.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { proposalWords } from '../../text/proposals.ts';
import { ListStates } from './ListStates.tsx';
import type { PublicProposal } from './proposal-types.ts';
import styles from './Proposals.module.css';

/** What anybody may say something of, whoever proposed it. */
export function OpenPart() {
  const say = useWords(proposalWords);
  const go = useNavigate();
  const list = useRows(publicProposals, { query: { open: 'true' } });
  const columns = useMemo(
    (): readonly Column<PublicProposal>[] => [
      {
        id: 'name',
        title: say('name'),
        width: 'minmax(180px, 2fr)',
        card: 'title',
        cell: ({ text }) => <Localised text={text.title} />,
      },
      {
        id: 'publisher',
        title: say('publisher'),
        width: 'minmax(160px, 1.5fr)',
        cell: ({ publisher }) => <bdi>{publisher.name}</bdi>,
      },
      {
        id: 'standard',
        title: say('standard'),
        width: 'minmax(120px, 1fr)',
        cell: ({ text }) => <code>{`${text.standard} ${text.version}`}</code>,
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
        width: '90px',
        numeric: true,
        cell: ({ opinions }) => opinions.all,
      },
    ],
    [say],
  );
  return (
    <>
      <p className={styles['lead']}>{say('open_lead')}</p>
      <ListStates
        list={list}
        label={say('part_open')}
        columns={columns}
        keyOf={({ id }) => id}
        none={say('open_none')}
        open={({ id }) => void go(`/public/standards/${id}`)}
      />
    </>
  );
}

import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { publicEditions } from '../../../../src/server/contract/editions.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Localised } from '../../parts/Localised.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { proposalWords } from '../../text/proposals.ts';
import { EditionTag } from './EditionTag.tsx';
import { ListStates } from './ListStates.tsx';
import type { Edition } from './proposal-types.ts';
import styles from './Proposals.module.css';

/** Every published version, replaced and withdrawn ones among them. */
export function EditionsPart() {
  const say = useWords(proposalWords);
  const go = useNavigate();
  const list = useRows(publicEditions, { query: {} });
  const columns = useMemo(
    (): readonly Column<Edition>[] => [
      {
        id: 'name',
        title: say('name'),
        width: 'minmax(180px, 2fr)',
        card: 'title',
        cell: ({ title }) => <Localised text={title} />,
      },
      {
        id: 'standard',
        title: say('standard'),
        width: 'minmax(120px, 1fr)',
        cell: ({ standard, version }) => <code>{`${standard} ${version}`}</code>,
      },
      {
        id: 'publisher',
        title: say('publisher'),
        width: 'minmax(160px, 1.5fr)',
        cell: ({ publisher }) => <bdi>{publisher.name}</bdi>,
      },
      {
        id: 'published',
        title: say('published_on'),
        width: '120px',
        cell: ({ published_on }) => <Moment at={published_on} />,
      },
      {
        id: 'status',
        title: say('status'),
        width: '160px',
        cell: (edition) => <EditionTag edition={edition} />,
      },
    ],
    [say],
  );
  return (
    <>
      <p className={styles['lead']}>{say('editions_lead')}</p>
      <ListStates
        list={list}
        label={say('part_editions')}
        columns={columns}
        keyOf={({ id }) => id}
        none={say('editions_none')}
        open={({ proposal_id }) => void go(`/public/standards/${proposal_id}`)}
      />
    </>
  );
}

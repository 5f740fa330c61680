import { useMemo } from 'react';
import { grouped } from '../../../../src/model/money-text.ts';
import { networkRecruits } from '../../../../src/server/contract/network.ts';
import type { Good } from '../../api/call.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Money } from '../../parts/Money.tsx';
import { networkWords } from '../../text/network.ts';
import type { Ground } from './tree-of.ts';

type Row = Good<typeof networkRecruits>['body']['items'][number];

interface Props {
  readonly ground: Ground;
  readonly choose: (member_id: string) => void;
}

/** Each tree by its top, largest first: the same as the picture, as a table. */
export function Structures({ ground, choose }: Props) {
  const say = useWords(networkWords);
  const { rows, query, more } = useRows(networkRecruits, { params: ground.params, query: {} });
  const { currency } = ground;
  const columns = useMemo((): readonly Column<Row>[] => {
    const money = (minor: number | null) =>
      minor === null ? say('unknown') : <Money minor={minor} currency={currency} />;
    return [
      {
        id: 'top',
        title: say('top'),
        width: 'minmax(120px, 1.4fr)',
        card: 'title',
        cell: (row) => <bdi>{row.id}</bdi>,
      },
      { id: 'people', title: say('people'), numeric: true, cell: (row) => grouped(row.people) },
      { id: 'levels', title: say('levels'), numeric: true, cell: (row) => row.levels },
      { id: 'direct', title: say('direct'), numeric: true, cell: (row) => grouped(row.direct) },
      {
        id: 'candidates',
        title: say('candidates'),
        width: 'minmax(130px, 1fr)',
        numeric: true,
        cell: (row) => grouped(row.candidates),
      },
      { id: 'joined', title: say('joined'), card: 'none', cell: (row) => row.joined_on ?? '' },
      {
        id: 'paid_in',
        title: say('subtree_paid_in'),
        width: 'minmax(150px, 1fr)',
        numeric: true,
        cell: (row) => money(row.subtree_paid_in_minor),
      },
      {
        id: 'earned',
        title: say('subtree_earned'),
        width: 'minmax(150px, 1fr)',
        numeric: true,
        card: 'none',
        cell: (row) => money(row.subtree_earned_minor),
      },
    ];
  }, [say, currency]);
  if (query.error !== null)
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Loading lines={6} />;
  if (rows.length === 0) return <Empty title={say('structures_none')} />;
  return (
    <DataTable
      label={say('structures')}
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      open={({ id }) => choose(id)}
      onEnd={more}
      height="460px"
    />
  );
}

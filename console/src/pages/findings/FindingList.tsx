import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { findingsList } from '../../../../src/server/contract/findings.ts';
import type { Localised } from '../../../../src/model/localised.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { findingsWords } from '../../text/findings.ts';
import type { FindingFilters } from './finding-filters.ts';
import { kindsFor } from './matter-kinds.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { useFindingColumns } from './use-finding-columns.tsx';

export type FindingSeen = Good<typeof findingsList>['body']['items'][number];

interface Props {
  readonly query: FindingFilters;
  /** Titles of provisions, as far as they are known. */
  readonly titles: ReadonlyMap<string, Localised | null>;
}

/** Findings one by one, any number of them; those selected become a matter. */
export function FindingList({ query, titles }: Props) {
  const say = useWords(findingsWords);
  const navigate = useNavigate();
  const mayOpen = kindsFor(useSession()).length > 0;
  const [chosen, setChosen] = useState<ReadonlyMap<string, FindingSeen>>(new Map());
  const { rows, query: asked, more } = useRows(findingsList, { query });
  const toggle = useCallback((row: FindingSeen) => {
    setChosen((last) => {
      const next = new Map(last);
      if (!next.delete(row.id)) next.set(row.id, row);
      return next;
    });
  }, []);
  const columns = useFindingColumns(titles, mayOpen ? { chosen, toggle } : null);
  const open = useCallback(
    (row: FindingSeen) => void navigate(`/findings/${encodeURIComponent(row.id)}`),
    [navigate],
  );
  if (asked.isError && rows.length === 0) {
    return <Failed error={asked.error} retry={() => void asked.refetch()} />;
  }
  if (asked.isPending) return <Loading lines={14} line_px={41} />;
  if (rows.length === 0) {
    const isNarrowed = Object.keys(query).length > 0;
    return isNarrowed ? (
      <Empty title={say('none')} more={say('none_more')} />
    ) : (
      <Empty title={say('none_yet')} more={say('none_yet_more')} />
    );
  }
  return (
    <>
      {mayOpen && <SelectionBar rows={rows} chosen={chosen} choose={setChosen} />}
      <DataTable
        label={say('title')}
        rows={rows}
        columns={columns}
        keyOf={keyOf}
        open={open}
        onEnd={more}
      />
      {asked.isError && <Failed error={asked.error} retry={() => void asked.refetch()} />}
    </>
  );
}

const keyOf = ({ id }: FindingSeen): string => id;

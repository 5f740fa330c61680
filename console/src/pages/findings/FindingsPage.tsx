import { useSearchParams } from 'react-router';
import { findingsFacets } from '../../../../src/server/contract/findings.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { FilterBar } from '../../parts/FilterBar.tsx';
import { FilteredList } from '../../parts/FilteredList.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { findingsWords } from '../../text/findings.ts';
import { useFindingFilters } from './finding-filters.ts';
import { FindingList } from './FindingList.tsx';
import styles from './FindingsPage.module.css';
import { GroupList } from './GroupList.tsx';
import { GroupSwitch, isGroup } from './GroupSwitch.tsx';
import { useFilterList } from './use-filter-list.ts';

const groups_max = 200;

/** All findings one may see, one by one or in groups, narrowed by what stands in the address. */
export default function FindingsPage() {
  const say = useWords(findingsWords);
  const state = useFindingFilters();
  const { filters, titles } = useFilterList(state.query);
  const [search, setSearch] = useSearchParams();
  const group = search.get('group') ?? '';
  const asked = { query: { ...state.query, top: groups_max } };
  const { data, error, refetch } = useAsked(findingsFacets, asked, { keep: true });
  const change = (changes: Readonly<Record<string, string>>): void => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setSearch(next);
  };
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <FilteredList filters={<FilterBar filters={filters} state={state} />}>
        <div className={styles['bar']}>
          <p role="status">{data === undefined ? ' ' : say('total', { total: data.total })}</p>
          <GroupSwitch group={group} choose={(next) => change({ group: next })} />
        </div>
        {isGroup(group) ? (
          <GroupList
            group={group}
            facets={data}
            error={error}
            retry={() => void refetch()}
            narrow={(name, value) => change({ [name]: value, group: '' })}
          />
        ) : (
          <FindingList query={state.query} titles={titles} />
        )}
      </FilteredList>
    </>
  );
}

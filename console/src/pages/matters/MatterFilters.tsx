import { useMemo } from 'react';
import { matterKinds } from '../../../../src/model/matter.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { useSession } from '../../api/session.ts';
import { FilterBar } from '../../parts/FilterBar.tsx';
import type { Filter } from '../../parts/FilterBar.tsx';
import type { Filters } from '../../parts/use-filters.ts';
import { matterWords } from '../../text/matters.ts';
import type { MatterRow } from './matter-types.ts';
import type { FilterName } from './use-matter-filters.ts';
import { useValueWords } from './use-value-words.ts';

interface Props {
  readonly filters: Filters<FilterName>;
  readonly rows: readonly MatterRow[];
}

/** What matters are narrowed by; statuses are those in sight, and the one chosen. */
export function MatterFilters({ filters, rows }: Props) {
  const say = useWords(matterWords);
  const local = useLocalised();
  const { party } = useSession();
  const { kind = '', status } = filters.values;
  const words = useValueWords(kind);
  const statuses = useMemo(() => {
    const seen = new Map<string, string>();
    for (const row of rows) {
      if (row.status !== null && row.status_title !== null) {
        seen.set(row.status, local(row.status_title));
      }
    }
    if (status !== undefined && !seen.has(status)) seen.set(status, words.status(status));
    return [...seen].map(([value, label]) => ({ value, label }));
  }, [rows, status, words, local]);
  const plain = party === 'consumer' || party === 'operator';
  const tags: readonly Filter<FilterName>[] = [
    { name: 'tag', title: say('tag') },
    { name: 'in_queue', title: say('in_queue') },
  ];
  const list: readonly Filter<FilterName>[] = [
    { name: 'q', title: say('words') },
    {
      name: 'kind',
      title: say('kind'),
      options: matterKinds.map((value) => ({ value, label: words.kind(value) })),
    },
    { name: 'status', title: say('status'), options: statuses },
    ...(plain ? [] : tags),
    {
      name: 'sort',
      title: say('sort'),
      options: [
        { value: 'due', label: say('sort_due') },
        { value: 'latest', label: say('sort_latest') },
      ],
    },
  ];
  return <FilterBar filters={list} state={filters} />;
}

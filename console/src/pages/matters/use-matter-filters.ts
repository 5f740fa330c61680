import { useMemo } from 'react';
import { matterKinds } from '../../../../src/model/matter.ts';
import type { mattersList } from '../../../../src/server/contract/matters.ts';
import type { GivenTo } from '../../api/call.ts';
import { useFilters } from '../../parts/use-filters.ts';
import type { Filters } from '../../parts/use-filters.ts';

const names = ['queue', 'kind', 'status', 'tag', 'in_queue', 'q', 'sort'] as const;
export type FilterName = (typeof names)[number];
export type MatterQuery = NonNullable<GivenTo<typeof mattersList>['query']>;

export interface MatterFilterState {
  readonly filters: Filters<FilterName>;
  readonly query: MatterQuery;
  readonly narrowed: boolean;
}

export const queues = ['mine', 'unassigned', 'due_soon', 'overdue'] as const;

/** What the list is narrowed by: whatever the address holds that is no filter is passed over. */
export function useMatterFilters(): MatterFilterState {
  const filters = useFilters(names);
  const { values } = filters;
  return useMemo(() => {
    const { status, tag, in_queue, q } = values;
    const queue = queues.find((one) => one === values.queue);
    const kind = matterKinds.find((one) => one === values.kind);
    const query: MatterQuery = {
      sort: values.sort === 'latest' ? 'latest' : 'due',
      ...(queue !== undefined && { queue }),
      ...(kind !== undefined && { kind }),
      ...(status !== undefined && { status }),
      ...(tag !== undefined && { tag }),
      ...(in_queue !== undefined && { in_queue }),
      ...(q !== undefined && { q }),
    };
    return { filters, query, narrowed: Object.keys(query).length > 1 };
    // The filters change with their values alone.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [values]);
}
